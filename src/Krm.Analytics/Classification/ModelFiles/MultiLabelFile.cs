using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Krm.Analytics.Classification.ModelFiles;

/// <summary>The file of a <see cref="MultiLabelTextClassifier"/>: magic, version, SHA-256 of the rest, then name, threshold and model file of each category.</summary>
/// <remarks>Memory is bounded by the bytes really there; each model is checked again by <see cref="ModelReader"/>.</remarks>
internal static class MultiLabelFile
{
    private const ushort Version = 1;
    private const int HeaderLength = 8 + sizeof(ushort) + SHA256.HashSizeInBytes;

    /// <summary>First eight bytes of every file.</summary>
    public static ReadOnlySpan<byte> Magic => "KRMMULT\n"u8;

    public static void Write(MultiLabelTextClassifier classifier, Stream target)
    {
        using var body = new MemoryStream();
        using var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true);
        writer.Write(classifier.Categories.Count);
        foreach (var (threshold, model) in classifier.Thresholds.Zip(classifier.Classifiers))
        {
            using var bytes = new MemoryStream();
            model.Write(bytes);
            var name = Encoding.UTF8.GetBytes(threshold.Category);
            writer.Write(name.Length);
            writer.Write(name);
            writer.Write(threshold.Threshold);
            writer.Write((int)bytes.Length);
            writer.Write(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        }

        writer.Flush();
        Span<byte> header = stackalloc byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header[8..], Version);
        SHA256.HashData(body.GetBuffer().AsSpan(0, (int)body.Length), header[10..]);
        target.Write(header);
        target.Write(body.GetBuffer().AsSpan(0, (int)body.Length));
    }

    public static MultiLabelTextClassifier Read(Stream source)
    {
        var header = new byte[HeaderLength];
        var read = source.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        var magicRead = Math.Min(read, Magic.Length);
        if (magicRead == 0 || !header.AsSpan(0, magicRead).SequenceEqual(Magic[..magicRead]))
        {
            throw new ModelFormatException(ModelProblem.NotAModel, "This file is not a Krm text model for several categories a case: it does not begin with KRMMULT.", 0);
        }

        if (read < header.Length)
        {
            throw new ModelFormatException(ModelProblem.Truncated, $"The model file ends after {read} bytes: copy it again.", read);
        }

        var version = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(8));
        if (version is 0 or > Version)
        {
            throw new ModelFormatException(ModelProblem.TooNew, $"The model file has format version {version}, this library reads version 1 to {Version}: use a newer Krm.Analytics or train again.", 8);
        }

        var body = ReadBody(source);
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(header.AsSpan(10)))
        {
            throw new ModelFormatException(ModelProblem.Altered, "The checksum of the model file does not match: it was cut, altered or damaged. Train again or copy it again.", 10);
        }

        return Parse(body);
    }

    private static byte[] ReadBody(Stream source)
    {
        using var body = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var count = source.Read(buffer); count > 0; count = source.Read(buffer))
        {
            body.Write(buffer, 0, count);
            if (body.Length > ModelFormat.MaximumBodyLength)
            {
                throw new ModelFormatException(ModelProblem.Invalid, $"The model file is longer than the {ModelFormat.MaximumBodyLength} bytes allowed.", ModelFormat.MaximumBodyLength);
            }
        }

        return body.ToArray();
    }

    private static MultiLabelTextClassifier Parse(byte[] body)
    {
        var reader = new BodyReader(body);
        var count = reader.ReadInt32("number of categories", 1);
        if (count > ModelFormat.MaximumCategories)
        {
            throw reader.Invalid($"The number of categories is {count}, allowed are at most {ModelFormat.MaximumCategories}");
        }

        var thresholds = new List<CategoryThreshold>();
        var classifiers = new List<TextClassifier>();
        for (var place = 0; place < count; place++)
        {
            var name = reader.ReadUtf8("category", reader.ReadInt32("length of the category", 1), ModelFormat.MaximumNameLength);
            if (place > 0 && string.CompareOrdinal(name, thresholds[^1].Category) <= 0)
            {
                throw reader.Invalid("The categories are not in ordinal order");
            }

            thresholds.Add(new CategoryThreshold(name, reader.ReadDouble("threshold", 0, 1)));
            using var model = new MemoryStream(reader.ReadBytes("model", reader.ReadInt32("length of the model", 1)).ToArray());
            var classifier = TextClassifier.Read(model);
            if (!classifier.Categories.Order(StringComparer.Ordinal).SequenceEqual([MultiLabelTextClassifier.Applies, MultiLabelTextClassifier.DoesNotApply]))
            {
                throw reader.Invalid("The model of a category answers other questions");
            }

            classifiers.Add(classifier);
        }

        reader.ExpectEnd();
        return new MultiLabelTextClassifier(thresholds, classifiers);
    }
}
