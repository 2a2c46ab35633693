using System.Text;
using System.Text.Json;

namespace Krm.Cli.Models;

/// <summary>Says how a training went, for people and for programs.</summary>
internal static class TrainingSummary
{
    public static string ToText(TrainedModel trained, int count, double seconds, Language language)
    {
        var report = trained.HeldOut;
        var part = trained.IsNewestHeldOut
            ? language.Choose("jüngstes Fünftel", "newest fifth")
            : language.Choose("ein Fünftel jeder Kategorie", "a fifth of each category");
        return string.Create(language.Culture, $"""
            {language.Choose("Gelernt aus", "Learnt from")}: {count:N0} {language.Choose("Fällen", "cases")}, {trained.Classifier.Categories.Count} {language.Choose("Kategorien", "categories")}{Unlabeled(trained, language)}
            {language.Choose("Gemessen an", "Measured on")}: {report.Count:N0} {language.Choose("Fällen", "cases")} ({part})
            {language.Choose("Genauigkeit", "Accuracy")}: {report.Accuracy:N3}
            {language.Choose("Makro-F1", "Macro-F1")}: {report.MacroF1:N3}
            {language.Choose("Kalibrierfehler", "Calibration error")}: {report.CalibrationError:N3}
            {language.Choose("Dauer", "Time")}: {seconds:N1} s

            """);
    }

    private static string Unlabeled(TrainedModel trained, Language language) => trained switch
    {
        { UnlabeledCount: 0 } => string.Empty,
        { Classifier.Metadata.UnlabeledTextCount: > 0 } => string.Create(language.Culture, $"""

            {language.Choose("Ohne Kategorie", "Without category")}: {trained.UnlabeledCount:N0} {language.Choose("Fälle, mitgelernt", "cases, learnt from too")}
            """),
        _ => string.Create(language.Culture, $"""

            {language.Choose("Ohne Kategorie", "Without category")}: {trained.UnlabeledCount:N0} {language.Choose("Fälle, ohne Gewinn und darum nicht mitgelernt", "cases, of no help and so not learnt from")}
            """),
    };

    public static string ToJson(TrainedModel trained, int count, double seconds)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonOutput.Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("n", count);
            json.WriteNumber("categories", trained.Classifier.Categories.Count);
            if (trained.UnlabeledCount > 0)
            {
                json.WriteStartObject("unlabeled");
                json.WriteNumber("n", trained.UnlabeledCount);
                json.WriteBoolean("learnt", trained.Classifier.Metadata.UnlabeledTextCount > 0);
                json.WriteEndObject();
            }

            json.WritePropertyName("held_out");
            WriteHeldOut(json, trained);
            json.WriteNumber("seconds", Math.Round(seconds, 3));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>The figures of the held-out part as one object.</summary>
    public static void WriteHeldOut(Utf8JsonWriter json, TrainedModel trained)
    {
        var report = trained.HeldOut;
        json.WriteStartObject();
        json.WriteString("part", trained.IsNewestHeldOut ? "newest fifth" : "a fifth of each category");
        json.WriteNumber("n", report.Count);
        EvaluationSummary.WriteFigures(json, report);
        json.WriteEndObject();
    }
}
