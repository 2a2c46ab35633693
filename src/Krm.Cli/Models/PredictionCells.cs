using System.Globalization;
using Krm.Analytics.Classification;
using Krm.Cli.Tables;

namespace Krm.Cli.Models;

/// <summary>Writes a prediction as cells.</summary>
internal static class PredictionCells
{
    /// <summary>The column that names the pieces of text that weighed.</summary>
    public const string EvidenceColumn = "evidence";

    private const char SeveralSeparator = ';';
    private const int ConfidenceDecimals = 6;
    private const int EvidenceCount = 8;

    public static IReadOnlyList<string> Columns { get; } = ["category", "confidence", "abstained", "second"];

    public static Cell[] Of(Prediction prediction) =>
    [
        prediction.Category,
        Cell.Number(prediction.Confidence, ConfidenceDecimals),
        Cell.Flag(prediction.IsAbstained),
        prediction.Second ?? string.Empty,
    ];

    /// <summary>The categories that apply joined by semicolons, with the confidence of the least sure of them; the next one in the column for the second.</summary>
    public static Cell[] Of(MultiLabelPrediction prediction) =>
    [
        string.Join(SeveralSeparator, prediction.Selected.Select(score => score.Category)),
        Cell.Number(prediction.Selected.Count > 0 ? prediction.Selected[^1].Probability : 0, ConfidenceDecimals),
        Cell.Flag(prediction.IsAbstained),
        prediction.Next?.Category ?? string.Empty,
    ];

    /// <summary>The cells where no model is at hand.</summary>
    public static Cell[] None { get; } = [Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty];

    /// <summary>The strongest pieces with their weight, as <c>term:weight</c> joined by semicolons.</summary>
    public static Cell EvidenceOf(Explanation explanation) => string.Join("; ", explanation.Evidence
        .Take(EvidenceCount)
        .Select(piece => string.Create(CultureInfo.InvariantCulture, $"{piece.Term}:{piece.Weight:+0.00;-0.00}")));
}
