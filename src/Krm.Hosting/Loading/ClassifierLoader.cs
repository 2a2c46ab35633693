using System.Globalization;
using Krm.Analytics.Classification;
using NodaTime.Text;

namespace Krm.Hosting.Loading;

/// <summary>Reads the model, or takes the host's own classifier.</summary>
internal static class ClassifierLoader
{
    public static ITextClassifier? Load(KrmOptions options, Reading reading)
    {
        var hasFile = !string.IsNullOrEmpty(options.ModelFile);
        if (options.GivenClassifier() is var (own, version))
        {
            if (hasFile)
            {
                reading.Refuse(nameof(KrmOptions.ModelFile), $"is set and {nameof(KrmOptions.UseClassifier)} was called too; only one of them can serve.");
            }

            reading.Parts.Add(new KrmPart(KrmPartKind.Model, "own classifier", version, "", ""));
            return own;
        }

        if (!(options.Threshold is >= 0 and <= 1))
        {
            reading.Refuse(nameof(KrmOptions.Threshold), $"{options.Threshold} is not allowed; allowed is a probability from 0 to 1.");
        }
        else if (hasFile && reading.Read(nameof(KrmOptions.ModelFile), options.ModelFile!, "model", Parse, Explain) is var (model, hash))
        {
            var path = reading.PathOf(options.ModelFile!);
            reading.Parts.Add(new KrmPart(KrmPartKind.Model, Path.GetFileName(path), VersionOf(model, options.Threshold), hash, path));
            return model.WithThreshold(options.Threshold);
        }

        return null;
    }

    /// <summary>The threshold decides too, so it belongs to the version.</summary>
    private static string VersionOf(TextClassifier model, double threshold)
    {
        var trainedOn = model.Metadata.TrainedOn is { } day ? LocalDatePattern.Iso.Format(day) + ", " : "";
        return string.Create(CultureInfo.InvariantCulture, $"{trainedOn}threshold {threshold}");
    }

    private static TextClassifier Parse(byte[] content) => TextClassifier.Read(new MemoryStream(content, writable: false));

    private static IEnumerable<string>? Explain(Exception exception) =>
        exception is ModelFormatException format ? [format.Message] : null;
}
