using System.Text;
using System.Text.Json;
using Krm.Analytics.Evaluation;

namespace Krm.Cli.Models;

/// <summary>Says how well a model with several categories a case does, for people and for programs.</summary>
internal static class MultiLabelSummary
{
    private const int Decimals = 6;

    public static string ToText(MultiLabelReport report, Language language)
    {
        var text = new StringBuilder();
        text.Append(language.Culture, $"""
            {language.Choose("Fälle", "Cases")}: {report.Count:N0}
            {language.Choose("Genau alle Kategorien", "Exactly all categories")}: {report.ExactMatch:N3}
            {language.Choose("Mikro-F1", "Micro-F1")}: {report.MicroF1:N3}
            {language.Choose("Makro-F1", "Macro-F1")}: {report.MacroF1:N3}

            """);
        foreach (var category in report.PerCategory)
        {
            text.Append(language.Culture, $"{category.Category}: F1 {category.F1:N3} ({category.Support:N0})\n");
        }

        return text.ToString();
    }

    /// <summary>The figures as one object; <paramref name="name"/> and <paramref name="number"/> add one more.</summary>
    public static string ToJson(MultiLabelReport report, string name, double number)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonOutput.Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("n", report.Count);
            json.WriteNumber("exact_match", Math.Round(report.ExactMatch, Decimals));
            json.WriteNumber("micro_f1", Math.Round(report.MicroF1, Decimals));
            json.WriteNumber("macro_f1", Math.Round(report.MacroF1, Decimals));
            json.WriteNumber(name, Math.Round(number, 3));
            EvaluationSummary.WriteCategories(json, report.PerCategory);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
