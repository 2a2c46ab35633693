namespace Krm.Analytics.Effects;

/// <summary>(Wirkungsprüfung) Whether a measure changed the number of cases, by how much, and how sure that is.</summary>
/// <remarks>Immutable and thread-safe. Without enough data the figures are not numbers and only the verdict speaks.</remarks>
public sealed record EffectVerification
{
    /// <summary>The verdict.</summary>
    public required EffectVerdict Verdict { get; init; }

    /// <summary>Cases after the measure over cases expected without it; 1 means no effect.</summary>
    public double RateRatio { get; init; } = double.NaN;

    /// <summary>Lower limit of <see cref="RateRatio"/>.</summary>
    public double Low { get; init; } = double.NaN;

    /// <summary>Upper limit of <see cref="RateRatio"/>.</summary>
    public double High { get; init; } = double.NaN;

    /// <summary>Two-sided p-value of no effect.</summary>
    public double PValue { get; init; } = double.NaN;

    /// <summary>Cases averted since the measure; negative when there were more.</summary>
    public double Averted { get; init; } = double.NaN;

    /// <summary>Lower limit of <see cref="Averted"/>.</summary>
    public double AvertedLow { get; init; } = double.NaN;

    /// <summary>Upper limit of <see cref="Averted"/>.</summary>
    public double AvertedHigh { get; init; } = double.NaN;

    /// <summary>Cases observed since the measure.</summary>
    public long Observed { get; init; }

    /// <summary>Cases expected since the measure had it not been taken.</summary>
    public double Expected { get; init; } = double.NaN;

    /// <summary>Periods just before the measure that were left out because they were a peak; 0 for none.</summary>
    public int PeakPeriodsLeftOut { get; init; }

    /// <summary>Whether neighbouring periods were alike, so that the interval was widened by Newey and West.</summary>
    public bool IsAutocorrelated { get; init; }

    /// <summary>One German sentence for the report.</summary>
    public required string Sentence { get; init; }
}
