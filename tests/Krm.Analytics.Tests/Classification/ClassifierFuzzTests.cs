using System.Globalization;
using System.Security.Cryptography;
using Krm.Analytics.Classification;
using Krm.Analytics.Classification.ModelFiles;
using Krm.Analytics.Evaluation;

namespace Krm.Analytics.Tests.Classification;

/// <summary>Seeded fuzz of model files and texts.</summary>
/// <remarks>KRM_FUZZ_MUTATIONS sets the number of mutations; docs/classification.md notes the last long run.</remarks>
public sealed class ClassifierFuzzTests
{
    private const int DefaultMutations = 20_000;

    private static readonly int Mutations =
        int.TryParse(Environment.GetEnvironmentVariable("KRM_FUZZ_MUTATIONS"), CultureInfo.InvariantCulture, out var asked) ? asked : DefaultMutations;

    private static readonly char[] Characters =
        ['a', 'ß', 'Ä', '0', ' ', '\n', '\0', '.', '!', '\u0308', '\u00AD', '\uD83D', '\uDE00', '\uFB03', 'я', '漢', '\u202E', '\uFEFF', '\uFFFF', 'ı'];

    [Fact]
    public void Read_MutatedModels_FailOnlyAsDocumented()
    {
        var original = ModelBytes.Of(new TextClassifierTrainer().Train(
            [.. SampleCases.Create(40)[..3].SelectMany(item => new[] { item, item, item }), new("Auto Auto", "Parken"), new("Auto", "Müll")]));
        var generator = new SeededGenerator(2024);
        var reasons = new HashSet<ModelProblem>();
        for (var mutation = 0; mutation < Mutations; mutation++)
        {
            var bytes = Mutate(original, generator);
            try
            {
                ModelBytes.Read(bytes).Classify("Sperrmüll am Bahnhof!");
            }
            catch (ModelFormatException exception)
            {
                reasons.Add(exception.Reason);
            }
        }

        Assert.Equal(Enum.GetValues<ModelProblem>().Length, reasons.Count);
    }

    [Fact]
    public void Classify_MutatedTexts_AlwaysAnswersFromTheList()
    {
        var classifier = SampleClassifier.Shared;
        var generator = new SeededGenerator(77);
        var seeds = SampleCases.Create(50, seed: 1).Select(item => item.Text).ToArray();
        for (var mutation = 0; mutation < Mutations; mutation++)
        {
            var text = seeds[generator.Next(seeds.Length)].ToCharArray();
            for (var change = generator.Next(6); change >= 0; change--)
            {
                text[generator.Next(text.Length)] =
                    generator.Next(2) == 0 ? Characters[generator.Next(Characters.Length)] : (char)generator.Next(char.MaxValue + 1);
            }

            var prediction = classifier.Classify(text);
            if (!classifier.Categories.Contains(prediction.Category) || !(prediction.Confidence is >= 0 and <= 1))
            {
                Assert.Fail($"mutation {mutation}: confidence {prediction.Confidence}");
            }
        }
    }

    /// <summary>Changes, cuts, doubles or swaps bytes; half of the time the checksum is mended, so that the body is read.</summary>
    private static byte[] Mutate(byte[] original, SeededGenerator generator)
    {
        var bytes = (byte[])original.Clone();
        for (var change = generator.Next(4); change >= 0; change--)
        {
            bytes[generator.Next(generator.Next(4) == 0 ? 64 : bytes.Length)] = (byte)generator.Next(256);
        }

        if (generator.Next(8) == 0)
        {
            return bytes[..generator.Next(bytes.Length)];
        }

        if (generator.Next(8) == 0)
        {
            return [.. bytes, .. bytes[..generator.Next(bytes.Length)]];
        }

        if (generator.Next(2) == 0)
        {
            original.AsSpan(0, ModelFormat.HeaderLength).CopyTo(bytes);
            SHA256.HashData(bytes.AsSpan(ModelFormat.HeaderLength), bytes.AsSpan(14, 32));
        }

        return bytes;
    }
}
