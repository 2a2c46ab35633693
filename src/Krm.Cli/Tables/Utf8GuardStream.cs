using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Krm.Cli.Tables;

/// <summary>Lets UTF-8 pass and refuses the first byte that is none, with its line and character.</summary>
internal sealed class Utf8GuardStream(Stream inner, string file, Messages messages) : Stream
{
    private const byte NewLine = (byte)'\n';
    private const int PeekLength = 64 * 1024;
    private readonly byte[] _tail = new byte[4];
    private byte[] _peeked = [];
    private int _peekedTaken;
    private int _tailLength;
    private long _line = 1;
    private long _charactersInLine;
    private bool _hasStarted;

    /// <summary>How many bytes have been handed out.</summary>
    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>The first line, as far as it fits into 64 kB, without taking it from the stream.</summary>
    public ReadOnlySpan<byte> PeekFirstLine()
    {
        var buffer = new byte[PeekLength];
        var length = 0;
        while (length < buffer.Length && buffer.AsSpan(0, length).IndexOf(NewLine) < 0)
        {
            var read = Read(buffer, length, buffer.Length - length);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        _peeked = buffer[..length];
        BytesRead -= length;
        var end = _peeked.AsSpan().IndexOf(NewLine);
        return end < 0 ? _peeked : _peeked.AsSpan(0, end);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_peekedTaken < _peeked.Length)
        {
            var taken = Math.Min(buffer.Length, _peeked.Length - _peekedTaken);
            _peeked.AsSpan(_peekedTaken, taken).CopyTo(buffer);
            _peekedTaken += taken;
            BytesRead += taken;
            return taken;
        }

        var read = inner.Read(buffer);
        Check(buffer[..read], isLast: read == 0 && buffer.Length > 0);
        BytesRead += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Check(ReadOnlySpan<byte> bytes, bool isLast)
    {
        if (!_hasStarted && bytes.Length > 0)
        {
            _hasStarted = true;
            RefuseKnownForeignStart(bytes);
            // A byte order mark is no character of the first line.
            _charactersInLine = bytes is [0xEF, 0xBB, 0xBF, ..] ? -1 : 0;
        }

        bytes = CompleteTail(bytes);
        if (isLast && _tailLength > 0)
        {
            Refuse(_tail[0], messages.LatinHint);
        }

        var complete = bytes[..CompleteLength(bytes)];
        if (!Utf8.IsValid(complete))
        {
            RefuseFirstInvalid(complete);
        }

        Count(complete);
        bytes[complete.Length..].CopyTo(_tail.AsSpan(_tailLength));
        _tailLength += bytes.Length - complete.Length;
    }

    /// <summary>Joins a character that the previous read cut in two with its rest.</summary>
    private ReadOnlySpan<byte> CompleteTail(ReadOnlySpan<byte> bytes)
    {
        while (_tailLength > 0 && bytes.Length > 0)
        {
            _tail[_tailLength++] = bytes[0];
            bytes = bytes[1..];
            var status = Rune.DecodeFromUtf8(_tail.AsSpan(0, _tailLength), out _, out _);
            if (status == OperationStatus.InvalidData)
            {
                Refuse(_tail[0], messages.LatinHint);
            }

            if (status == OperationStatus.Done)
            {
                Count(_tail.AsSpan(0, _tailLength));
                _tailLength = 0;
            }
        }

        return bytes;
    }

    private static int CompleteLength(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var lead = bytes[^back];
            if ((lead & 0xC0) == 0x80)
            {
                continue;
            }

            var isCut = Rune.DecodeFromUtf8(bytes[^back..], out _, out _) == OperationStatus.NeedMoreData;
            return isCut ? bytes.Length - back : bytes.Length;
        }

        return bytes.Length;
    }

    private void RefuseKnownForeignStart(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            Refuse(bytes[0], messages.WorkbookHint);
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, ..] or [_, 0, ..])
        {
            Refuse(bytes[0], messages.Utf16Hint);
        }
    }

    private void RefuseFirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var valid = 0;
        while (Rune.DecodeFromUtf8(bytes[valid..], out _, out var length) == OperationStatus.Done)
        {
            valid += length;
        }

        Count(bytes[..valid]);
        Refuse(bytes[valid], messages.LatinHint);
    }

    private void Refuse(byte found, string hint) =>
        throw new RefusalException(messages.WrongEncoding(file, _line, _charactersInLine + 1, $"Byte 0x{found:X2}", hint));

    private void Count(ReadOnlySpan<byte> bytes)
    {
        var lastNewLine = bytes.LastIndexOf(NewLine);
        if (lastNewLine >= 0)
        {
            _line += bytes.Count(NewLine);
            _charactersInLine = 0;
        }

        foreach (var value in bytes[(lastNewLine + 1)..])
        {
            _charactersInLine += (value & 0xC0) == 0x80 ? 0 : 1;
        }
    }
}
