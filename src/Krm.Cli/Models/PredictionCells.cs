using Krm.Analytics.Classification;
using Krm.Cli.Tables;

namespace Krm.Cli.Models;

/// <summary>Writes a prediction as cells.</summary>
internal static class PredictionCells
{
    private const int ConfidenceDecimals = 6;

    public static IReadOnlyList<string> Columns { get; } = ["category", "confidence", "abstained", "second"];

    public static Cell[] Of(Prediction prediction) =>
    [
        prediction.Category,
        Cell.Number(prediction.Confidence, ConfidenceDecimals),
        Cell.Flag(prediction.IsAbstained),
        prediction.Second ?? string.Empty,
    ];

    /// <summary>The cells where no model is at hand.</summary>
    public static Cell[] None { get; } = [Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty];
}
