using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Krm.Analytics.Classification.Models;
using NodaTime;
using NodaTime.Text;

namespace Krm.Analytics.Classification.ModelFiles;

/// <summary>Reads the body of a model file value by value; each value is checked and its position named when it is wrong.</summary>
internal sealed class BodyReader(byte[] body)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private int _position;

    public ReadOnlySpan<byte> ReadBytes(string what, long count)
    {
        if (count > body.Length - _position)
        {
            throw Invalid($"The {what} needs {count} bytes, {body.Length - _position} are left");
        }

        var bytes = body.AsSpan(_position, (int)count);
        _position += (int)count;
        return bytes;
    }

    public short ReadInt16(string what) => BinaryPrimitives.ReadInt16LittleEndian(ReadBytes(what, sizeof(short)));

    public int ReadInt32(string what, int minimum)
    {
        var value = BinaryPrimitives.ReadInt32LittleEndian(ReadBytes(what, sizeof(int)));
        return value >= minimum ? value : throw Invalid($"The {what} is {value}, allowed from {minimum}");
    }

    public double ReadDouble(string what, double minimum, double maximum)
    {
        var value = BinaryPrimitives.ReadDoubleLittleEndian(ReadBytes(what, sizeof(double)));
        return value >= minimum && value <= maximum
            ? value
            : throw Invalid(string.Create(CultureInfo.InvariantCulture, $"The {what} is {value}, allowed {minimum} to {maximum}"));
    }

    public float ReadSingle(string what) =>
        Finite(what, BinaryPrimitives.ReadSingleLittleEndian(ReadBytes(what, sizeof(float))));

    /// <summary>A number that is not negative.</summary>
    public float ReadLength(string what)
    {
        var value = ReadSingle(what);
        return value >= 0 ? value : throw Invalid($"The {what} is negative");
    }

    /// <summary>A short number that is not negative.</summary>
    public ShortFloat ReadShort(string what)
    {
        var value = new ShortFloat(BinaryPrimitives.ReadUInt16LittleEndian(ReadBytes(what, sizeof(ushort))));
        return Finite(what, value.Value) >= 0 ? value : throw Invalid($"The {what} is negative");
    }

    public int ReadWhole(string what, int minimum, int maximum) => (int)ReadWholeLong(what, minimum, maximum);

    /// <summary>A whole number of seven bits a byte, the lowest first.</summary>
    public long ReadWholeLong(string what, long minimum, long maximum)
    {
        var value = 0L;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var part = ReadBytes(what, 1)[0];
            value |= (long)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value >= minimum && value <= maximum
                    ? value
                    : throw Invalid($"The {what} is {value}, allowed {minimum} to {maximum}");
            }
        }

        throw Invalid($"The {what} is longer than nine bytes");
    }

    /// <summary>A number of items, refused if the rest of the file cannot hold as many.</summary>
    public int ReadCount(string what, int minimumBytesEach)
    {
        var count = ReadWhole($"number of {what}", 0, int.MaxValue);
        return (long)count * minimumBytesEach <= body.Length - _position
            ? count
            : throw Invalid($"The number of {what} is {count}, more than the file can hold");
    }

    public string ReadText(string what, int maximumBytes) => ReadUtf8(what, ReadWhole($"length of the {what}", 0, maximumBytes), maximumBytes);

    /// <summary>A text whose length is known.</summary>
    public string ReadUtf8(string what, int length, int maximumBytes)
    {
        if (length > maximumBytes)
        {
            throw Invalid($"The {what} has {length} bytes, allowed are at most {maximumBytes}");
        }

        var bytes = ReadBytes(what, length);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new ModelFormatException(ModelProblem.Invalid, $"The {what} is not UTF-8.", Offset, exception);
        }
    }

    public LocalDate? ReadDay()
    {
        var text = ReadText("day of training", 10);
        if (text.Length == 0)
        {
            return null;
        }

        var parsed = LocalDatePattern.Iso.Parse(text);
        return parsed.Success ? parsed.Value : throw Invalid("The day of training is no ISO 8601 date");
    }

    public void ExpectEnd()
    {
        if (_position != body.Length)
        {
            throw Invalid($"{body.Length - _position} bytes follow the last value");
        }
    }

    public ModelFormatException Invalid(string problem) =>
        new(ModelProblem.Invalid, $"{problem} (byte {Offset} of the model file).", Offset);

    private long Offset => ModelFormat.HeaderLength + (long)_position;

    private float Finite(string what, float value) =>
        float.IsFinite(value) && Math.Abs(value) < 1e9f ? value : throw Invalid($"The {what} is not a usable number");
}
