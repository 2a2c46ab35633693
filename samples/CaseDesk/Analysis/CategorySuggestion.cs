using Krm.Analytics.Classification;
using Krm.Hosting;

namespace CaseDesk.Analysis;

/// <summary>What the classifier says of a text, for a clerk.</summary>
/// <param name="Category">The suggested category; null where a person has to decide.</param>
/// <param name="Sentence">The suggestion as a sentence.</param>
/// <param name="Parts">The text in parts, those that weighed marked; empty where nothing can be shown.</param>
public sealed record CategorySuggestion(string? Category, string Sentence, IReadOnlyList<EvidencePart> Parts)
{
    private const int MostParts = 12;

    /// <summary>The suggestion for a text.</summary>
    public static CategorySuggestion For(KrmSnapshot krm, string text)
    {
        if (krm.Classifier is not { } classifier)
        {
            return new CategorySuggestion(null, "Es ist kein Modell eingerichtet; bitte wählen Sie die Kategorie selbst.", []);
        }

        var prediction = krm.Classify(text).Result;
        var percent = prediction.Confidence.ToString("P0", GermanTime.Culture);
        var sentence = prediction.IsAbstained
            ? "Der Text ist nicht eindeutig; bitte wählen Sie die Kategorie selbst."
            : $"{prediction.Category} (Sicherheit {percent}). Bitte prüfen Sie den Vorschlag.";
        var parts = !prediction.IsAbstained && classifier is TextClassifier own
            ? EvidencePart.Split(text, own.Explain(text, prediction.Category).WordsOf(MostParts))
            : [];
        return new CategorySuggestion(prediction.IsAbstained ? null : prediction.Category, sentence, parts);
    }
}
