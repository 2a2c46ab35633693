using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Krm.Analytics.Classification.Models;

namespace Krm.Analytics.Classification.ModelFiles;

/// <summary>Reads model files and refuses whatever is not exactly one.</summary>
/// <remarks>Memory is bounded by the bytes really there: no length is believed before as many bytes have been read.</remarks>
internal static class ModelReader
{
    public static ModelContent Read(Stream source)
    {
        Span<byte> header = stackalloc byte[ModelFormat.HeaderLength];
        var headerRead = source.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        var magicRead = Math.Min(headerRead, ModelFormat.Magic.Length);
        if (magicRead == 0 || !header[..magicRead].SequenceEqual(ModelFormat.Magic[..magicRead]))
        {
            throw new ModelFormatException(ModelProblem.NotAModel, "This file is not a Krm text model: it does not begin with KRMTEXT.", 0);
        }

        if (headerRead < header.Length)
        {
            throw Truncated(headerRead, header.Length);
        }

        var version = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        if (version != ModelFormat.Version)
        {
            var isNewer = version > ModelFormat.Version;
            throw new ModelFormatException(
                isNewer ? ModelProblem.TooNew : ModelProblem.TooOld,
                $"The model file has format version {version}, this library reads version {ModelFormat.Version}: "
                    + (isNewer ? "use a newer Krm.Analytics or train again." : "train again."),
                8);
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(header[10..]);
        if (length is < 0 or > ModelFormat.MaximumBodyLength)
        {
            throw new ModelFormatException(
                ModelProblem.Invalid,
                $"The model file claims a body of {(uint)length} bytes, allowed are at most {ModelFormat.MaximumBodyLength}.",
                10);
        }

        var body = ReadBody(source, length);
        Span<byte> checksum = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, checksum);
        if (!checksum.SequenceEqual(header[14..]))
        {
            throw new ModelFormatException(
                ModelProblem.Altered, "The checksum of the model file does not match: it was altered or damaged. Train again or copy it again.", 14);
        }

        return Parse(body);
    }

    private static byte[] ReadBody(Stream source, int length)
    {
        using var body = new MemoryStream();
        var buffer = new byte[Math.Min(length, 1 << 20) + 1];
        while (body.Length <= length)
        {
            var read = source.Read(buffer, 0, (int)Math.Min(buffer.Length, length - body.Length + 1));
            if (read == 0)
            {
                break;
            }

            body.Write(buffer, 0, read);
        }

        if (body.Length < length)
        {
            throw Truncated(ModelFormat.HeaderLength + body.Length, ModelFormat.HeaderLength + (long)length);
        }

        if (body.Length > length)
        {
            throw new ModelFormatException(
                ModelProblem.Altered,
                $"The model file goes on after its {ModelFormat.HeaderLength + (long)length} bytes: something was appended.",
                ModelFormat.HeaderLength + (long)length);
        }

        return body.ToArray();
    }

    private static ModelContent Parse(byte[] body)
    {
        var reader = new BodyReader(body);
        var fingerprint = reader.ReadText("fingerprint of the data", 64);
        var trainedOn = reader.ReadDay();
        var textCount = reader.ReadInt32("number of texts", 1);
        var unlabeledCount = reader.ReadInt32("number of texts without category", 0);
        var allCount = ModelMetadata.CountTexts(textCount, unlabeledCount);
        var collisions = reader.ReadInt32("number of collisions", 0);
        var seed = reader.ReadInt32("seed", int.MinValue);
        var cost = reader.ReadDouble("cost", 0, 1e6);
        var balance = reader.ReadDouble("balance", 0, 1);
        var accuracy = reader.ReadDouble("accuracy", 0, 1);
        var macroF1 = reader.ReadDouble("macro-F1", 0, 1);
        var categories = ReadCategories(reader);
        var bias = new float[categories.Length];
        for (var category = 0; category < bias.Length; category++)
        {
            bias[category] = reader.ReadSingle("bias");
        }

        var scale = ReadScale(reader, categories.Length);
        var leastKnownShare = reader.ReadLength("least share of known fragments");
        var outcomes = ReadOutcomes(reader);
        var words = ReadFeatures(reader, categories.Length, allCount);
        var wordFragments = ReadSums(reader, words.Count, categories.Length);
        var pairs = ReadFeatures(reader, categories.Length, allCount);
        var pairBorders = ReadSums(reader, pairs.Count, categories.Length);
        var fragments = ReadPieces(reader, categories.Length);
        var borders = ReadPieces(reader, categories.Length);
        var forms = ReadFeatures(reader, categories.Length, allCount);
        reader.ExpectEnd();
        return new ModelContent
        {
            Metadata = new ModelMetadata
            {
                DataFingerprint = fingerprint,
                TrainedOn = trainedOn,
                TextCount = textCount,
                UnlabeledTextCount = unlabeledCount,
                FeatureCount = words.Count + pairs.Count + fragments.Count + borders.Count + forms.Count,
                CollisionCount = collisions,
                Seed = seed,
                Cost = cost,
                Balance = balance,
                Accuracy = accuracy,
                MacroF1 = macroF1,
            },
            Categories = categories,
            Bias = bias,
            Scale = scale,
            Outcomes = outcomes,
            LeastKnownShare = leastKnownShare,
            Words = words,
            WordFragments = wordFragments,
            Pairs = pairs,
            PairBorders = pairBorders,
            Fragments = fragments,
            Borders = borders,
            Forms = forms,
        };
    }

    private static string[] ReadCategories(BodyReader reader)
    {
        var categories = new string[reader.ReadWhole("number of categories", 1, ModelFormat.MaximumCategories)];
        for (var category = 0; category < categories.Length; category++)
        {
            categories[category] = reader.ReadText("category", ModelFormat.MaximumNameLength);
            if (categories[category].Length == 0 || Array.IndexOf(categories, categories[category], 0, category) >= 0)
            {
                throw reader.Invalid("The name of a category is empty or occurs twice");
            }
        }

        return categories;
    }

    private static ScoreScale ReadScale(BodyReader reader, int categoryCount)
    {
        var steepness = reader.ReadLength("steepness");
        var curve = ReadCurve(reader);
        var odds = new float[categoryCount];
        for (var category = 0; category < odds.Length; category++)
        {
            odds[category] = reader.ReadSingle("odds of a category");
            if (odds[category] is < 1 / ScoreScale.MaximumOdds or > ScoreScale.MaximumOdds)
            {
                throw reader.Invalid("The odds of a category are out of range");
            }
        }

        return new ScoreScale(steepness, curve, odds);
    }

    private static ConfidenceCurve ReadCurve(BodyReader reader)
    {
        var count = reader.ReadCount("knots", minimumBytesEach: 2 * sizeof(float));
        var raw = new float[count];
        var calibrated = new float[count];
        for (var knot = 0; knot < count; knot++)
        {
            raw[knot] = reader.ReadSingle("knot");
            calibrated[knot] = reader.ReadSingle("calibrated probability");
            if (knot > 0 && (raw[knot] <= raw[knot - 1] || calibrated[knot] < calibrated[knot - 1]))
            {
                throw reader.Invalid("The confidence curve falls");
            }
        }

        if (count < 2 || raw[0] != 0 || raw[^1] != 1 || calibrated[0] < 0 || calibrated[^1] > 1)
        {
            throw reader.Invalid("The confidence curve does not run from 0 to 1");
        }

        return new ConfidenceCurve(raw, calibrated);
    }

    private static HeldOutOutcomes ReadOutcomes(BodyReader reader)
    {
        var steps = new short[reader.ReadWhole("number of outcomes", 0, HeldOutOutcomes.MaximumCount)];
        for (var index = 0; index < steps.Length; index++)
        {
            steps[index] = reader.ReadInt16("outcome");
            if (steps[index] is 0 or short.MinValue || (index > 0 && Math.Abs(steps[index]) > Math.Abs(steps[index - 1])))
            {
                throw reader.Invalid("The outcomes do not fall");
            }
        }

        return new HeldOutOutcomes(steps);
    }

    private static FeatureRows ReadFeatures(BodyReader reader, int categoryCount, int textCount)
    {
        var hashes = ReadHashes(reader, categoryCount);
        var frequencies = new int[hashes.Length];
        for (var row = 0; row < hashes.Length; row++)
        {
            frequencies[row] = reader.ReadWhole("document frequency", 1, textCount);
        }

        return new FeatureRows(hashes, frequencies, ReadRows(reader, hashes.Length, categoryCount));
    }

    private static PieceRows ReadPieces(BodyReader reader, int categoryCount)
    {
        var hashes = ReadHashes(reader, categoryCount);
        var squares = ReadShorts(reader, "length of a piece", hashes.Length);
        return new PieceRows(hashes, squares, ReadRows(reader, hashes.Length, categoryCount));
    }

    private static PieceSums ReadSums(BodyReader reader, int count, int categoryCount)
    {
        var squares = ReadShorts(reader, "length of the pieces", count);
        return new PieceSums(squares, ReadRows(reader, count, categoryCount));
    }

    private static uint[] ReadHashes(BodyReader reader, int categoryCount)
    {
        var hashes = new uint[reader.ReadCount("features", minimumBytesEach: 4 + categoryCount)];
        var previous = 0L;
        for (var row = 0; row < hashes.Length; row++)
        {
            previous += reader.ReadWholeLong("feature", row == 0 ? 0 : 1, uint.MaxValue - previous);
            hashes[row] = (uint)previous;
        }

        return hashes;
    }

    private static PackedRows ReadRows(BodyReader reader, int count, int categoryCount)
    {
        var units = ReadShorts(reader, "unit", count);
        var steps = MemoryMarshal.Cast<byte, sbyte>(reader.ReadBytes("weights", count * (long)categoryCount)).ToArray();
        return new PackedRows(units, steps, categoryCount);
    }

    private static ShortFloat[] ReadShorts(BodyReader reader, string what, int count)
    {
        var shorts = new ShortFloat[count];
        for (var row = 0; row < count; row++)
        {
            shorts[row] = reader.ReadShort(what);
        }

        return shorts;
    }

    private static ModelFormatException Truncated(long found, long expected) =>
        new(ModelProblem.Truncated, $"The model file ends after {found} of {expected} bytes: copy it again.", found);
}
