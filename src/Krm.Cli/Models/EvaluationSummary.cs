using System.Globalization;
using System.Text;
using System.Text.Json;
using Krm.Analytics.Evaluation;

namespace Krm.Cli.Models;

/// <summary>Says how well a model does, for people and for programs.</summary>
internal static class EvaluationSummary
{
    private const int Decimals = 6;

    public static string ToText(ClassificationReport report, double textsPerSecond, Language language)
    {
        var text = new StringBuilder();
        text.Append(language.Culture, $"""
            {language.Choose("Fälle", "Cases")}: {report.Count:N0}
            {language.Choose("Genauigkeit", "Accuracy")}: {report.Accuracy:N3}
            {language.Choose("Makro-F1", "Macro-F1")}: {report.MacroF1:N3}
            {language.Choose("Gewichtetes F1", "Weighted F1")}: {report.WeightedF1:N3}
            {language.Choose("Kalibrierfehler", "Calibration error")}: {report.CalibrationError:N3}
            {language.Choose("Texte je Sekunde", "Texts a second")}: {textsPerSecond:N0}

            """);
        foreach (var point in report.Coverage)
        {
            text.Append(language.Culture, $"{language.Choose("Genauigkeit bei Abdeckung", "Accuracy at coverage")} {point.Coverage:P0}: {point.Accuracy:N3}\n");
        }

        foreach (var category in report.Confusion.PerCategory())
        {
            text.Append(language.Culture, $"{category.Category}: F1 {category.F1:N3} ({category.Support:N0})\n");
        }

        return text.ToString();
    }

    public static string ToJson(ClassificationReport report, double textsPerSecond)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonOutput.Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("n", report.Count);
            WriteFigures(json, report);
            json.WriteNumber("docs_per_second", Math.Round(textsPerSecond));
            WriteCoverage(json, report);
            WriteCategories(json, report.Confusion.PerCategory());
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Accuracy, F1 and calibration error as members of the current object.</summary>
    public static void WriteFigures(Utf8JsonWriter json, ClassificationReport report)
    {
        json.WriteNumber("accuracy", Math.Round(report.Accuracy, Decimals));
        json.WriteNumber("macro_f1", Math.Round(report.MacroF1, Decimals));
        json.WriteNumber("weighted_f1", Math.Round(report.WeightedF1, Decimals));
        json.WriteNumber("ece", Math.Round(report.CalibrationError, Decimals));
    }

    private static void WriteCoverage(Utf8JsonWriter json, ClassificationReport report)
    {
        json.WriteStartObject("coverage_at");
        foreach (var point in report.Coverage)
        {
            json.WriteNumber(point.Coverage.ToString("0.0", CultureInfo.InvariantCulture), Math.Round(point.Accuracy, Decimals));
        }

        json.WriteEndObject();
    }

    /// <summary>How well each category is told, for one category a case or several.</summary>
    public static void WriteCategories(Utf8JsonWriter json, IEnumerable<CategoryResult> categories)
    {
        json.WriteStartObject("per_class");
        foreach (var category in categories)
        {
            json.WriteStartObject(category.Category);
            json.WriteNumber("precision", Math.Round(category.Precision, Decimals));
            json.WriteNumber("recall", Math.Round(category.Recall, Decimals));
            json.WriteNumber("f1", Math.Round(category.F1, Decimals));
            json.WriteNumber("support", category.Support);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
