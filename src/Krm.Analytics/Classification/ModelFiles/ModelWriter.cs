using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Krm.Analytics.Classification.Models;

namespace Krm.Analytics.Classification.ModelFiles;

/// <summary>Writes model files; all numbers little-endian, whole numbers as LEB128 where marked in the reader.</summary>
internal static class ModelWriter
{
    public static void Write(ModelContent content, Stream target)
    {
        var body = WriteBody(content);
        Span<byte> header = stackalloc byte[ModelFormat.HeaderLength];
        ModelFormat.Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header[8..], ModelFormat.Version);
        BinaryPrimitives.WriteInt32LittleEndian(header[10..], body.Length);
        SHA256.HashData(body, header[14..]);
        target.Write(header);
        target.Write(body);
    }

    private static byte[] WriteBody(ModelContent content)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        var metadata = content.Metadata;
        writer.Write(metadata.DataFingerprint);
        writer.Write(metadata.TrainedOn is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : string.Empty);
        writer.Write(metadata.TextCount);
        writer.Write(metadata.UnlabeledTextCount);
        writer.Write(metadata.CollisionCount);
        writer.Write(metadata.Seed);
        writer.Write(metadata.Cost);
        writer.Write(metadata.Balance);
        writer.Write(metadata.Accuracy);
        writer.Write(metadata.MacroF1);
        writer.Write7BitEncodedInt(content.Categories.Length);
        foreach (var category in content.Categories)
        {
            writer.Write(category);
        }

        foreach (var bias in content.Bias)
        {
            writer.Write(bias);
        }

        WriteScale(writer, content.Scale);
        writer.Write(content.LeastKnownShare);
        writer.Write7BitEncodedInt(content.Outcomes.Steps.Length);
        foreach (var step in content.Outcomes.Steps)
        {
            writer.Write(step);
        }

        WriteFeatures(writer, content.Words);
        WriteSums(writer, content.WordFragments);
        WriteFeatures(writer, content.Pairs);
        WriteSums(writer, content.PairBorders);
        WritePieces(writer, content.Fragments);
        WritePieces(writer, content.Borders);
        WriteFeatures(writer, content.Forms);
        writer.Flush();
        return buffer.ToArray();
    }

    /// <summary>One factor on the odds a category, so their number is not repeated.</summary>
    private static void WriteScale(BinaryWriter writer, ScoreScale scale)
    {
        writer.Write(scale.Steepness);
        writer.Write7BitEncodedInt(scale.Curve.Raw.Length);
        foreach (var (raw, calibrated) in scale.Curve.Raw.Zip(scale.Curve.Calibrated))
        {
            writer.Write(raw);
            writer.Write(calibrated);
        }

        foreach (var odds in scale.Odds)
        {
            writer.Write(odds);
        }
    }

    private static void WriteFeatures(BinaryWriter writer, FeatureRows features)
    {
        WriteHashes(writer, features.Hashes);
        foreach (var frequency in features.DocumentFrequencies)
        {
            writer.Write7BitEncodedInt(frequency);
        }

        WriteRows(writer, features.Weights);
    }

    private static void WritePieces(BinaryWriter writer, PieceRows pieces)
    {
        WriteHashes(writer, pieces.Hashes);
        WriteShorts(writer, pieces.Squares);
        WriteRows(writer, pieces.Weights);
    }

    /// <summary>As many as there are words or pairs, so their number is not repeated.</summary>
    private static void WriteSums(BinaryWriter writer, PieceSums sums)
    {
        WriteShorts(writer, sums.Squares);
        WriteRows(writer, sums.Weights);
    }

    private static void WriteHashes(BinaryWriter writer, uint[] hashes)
    {
        writer.Write7BitEncodedInt(hashes.Length);
        var previous = 0u;
        foreach (var hash in hashes)
        {
            writer.Write7BitEncodedInt64(hash - previous);
            previous = hash;
        }
    }

    private static void WriteRows(BinaryWriter writer, PackedRows rows)
    {
        WriteShorts(writer, rows.Units);
        writer.Write(MemoryMarshal.AsBytes(rows.Steps.AsSpan()));
    }

    private static void WriteShorts(BinaryWriter writer, ShortFloat[] shorts)
    {
        foreach (var number in shorts)
        {
            writer.Write(number.Bits);
        }
    }
}
