using Krm.Analytics.Classification;

namespace CaseDesk.Analysis;

/// <summary>A part of a text: a word that weighed, or what stands between two of them.</summary>
/// <param name="Text">The part.</param>
/// <param name="Weight">Above 0 it spoke for the category, below against; null between words.</param>
public readonly record struct EvidencePart(string Text, double? Weight)
{
    /// <summary>Cuts a text at the words that weighed; the parts together are the text.</summary>
    public static IReadOnlyList<EvidencePart> Split(string text, IEnumerable<WeighedWord> words)
    {
        var parts = new List<EvidencePart>();
        var position = 0;
        foreach (var word in words)
        {
            parts.Add(new EvidencePart(text[position..word.Start], null));
            parts.Add(new EvidencePart(text.Substring(word.Start, word.Length), word.Weight));
            position = word.Start + word.Length;
        }

        parts.Add(new EvidencePart(text[position..], null));
        return parts;
    }
}
