using System.Text;

namespace Krm.Analytics.Classification;

/// <summary>Why a text was given a category: what weighed for it and against it.</summary>
/// <param name="Category">The category explained.</param>
/// <param name="Probability">Its calibrated probability, 0–1.</param>
/// <param name="Prior">What the category had before any word, in log odds.</param>
/// <param name="Score">Its final log odds against the mean of the others, before calibration of the confidence.</param>
/// <param name="Evidence">The pieces that weighed, the strongest first, whether for or against.</param>
/// <remarks>Holds words of the text: anonymise it before it is stored or shown to others than the clerk.</remarks>
public sealed record Explanation(
    string Category, double Probability, double Prior, double Score, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>The words that weighed most, in the order of the text; none overlaps another.</summary>
    /// <param name="count">How many words at most, 0 or more. Default 8.</param>
    /// <returns>Places of the words and what they weighed, all pieces of a word added up.</returns>
    public IReadOnlyList<WeighedWord> WordsOf(int count = 8) =>
    [
        .. Evidence
            .Where(piece => piece.Kind is EvidenceKind.Word or EvidenceKind.Letters)
            .GroupBy(piece => (piece.Start, piece.Length))
            .Select(group => new WeighedWord(group.Key.Start, group.Key.Length, group.Sum(piece => piece.Weight)))
            .OrderByDescending(word => Math.Abs(word.Weight))
            .Take(count)
            .OrderBy(word => word.Start),
    ];

    /// <summary>The text with the words that weighed most marked: [+word+] for the category, [-word-] against it.</summary>
    /// <param name="text">The text that was explained.</param>
    /// <param name="count">How many words to mark at most. Default 8.</param>
    /// <exception cref="ArgumentException">A piece lies outside the text: it is not the one explained.</exception>
    public string Mark(ReadOnlySpan<char> text, int count = 8)
    {
        var marked = new StringBuilder();
        var position = 0;
        foreach (var (start, length, weight) in WordsOf(count))
        {
            if (start + length > text.Length)
            {
                throw new ArgumentException($"A word lies at {start}, the text has {text.Length} characters: it is not the text explained.", nameof(text));
            }

            var sign = weight >= 0 ? '+' : '-';
            marked.Append(text[position..start]).Append('[').Append(sign).Append(text.Slice(start, length)).Append(sign).Append(']');
            position = start + length;
        }

        return marked.Append(text[position..]).ToString();
    }
}
