using NodaTime;

namespace Krm.Analytics.Causes;

/// <summary>A finding: cases that recur so often that chance and the usual course of the year do not explain them.</summary>
/// <remarks>Immutable and thread-safe. All intervals have 95 % confidence.</remarks>
public sealed record RecurringCause
{
    /// <summary>
    /// 16 hexadecimal digits to which a host can attach a measure: kept from run to run where the earlier findings are given
    /// (<see cref="CauseDetectorOptions.EarlierFindings"/>); else the same for the same cell, kind of pattern and year (July to
    /// June) of the start, so that a start that moves by some weeks as data come in seldom changes it.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The shape in which the cause shows.</summary>
    public required CausePattern Pattern { get; init; }

    /// <summary>The cases it speaks of.</summary>
    public required CauseCell Cell { get; init; }

    /// <summary>The first day of the first period concerned.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day (inclusive) of the last period concerned, at most the day as of which was looked.</summary>
    public required LocalDate To { get; init; }

    /// <summary>The kind of the events of the calendar that bring it, such as a mailing; <see langword="null"/> if no event explains it.</summary>
    public string? Event { get; init; }

    /// <summary>
    /// For what comes back each year or with each event: the first day of the period in which it is to be expected again;
    /// <see langword="null"/> if that is not known, or for other patterns.
    /// </summary>
    public LocalDate? NextExpected { get; init; }

    /// <summary>Whether it is what goes beyond a peak that recurs anyway; that peak is reported as well.</summary>
    public bool IsAboveUsualPeak { get; init; }

    /// <summary>Cases received from <see cref="From"/> to <see cref="To"/>.</summary>
    public required long Observed { get; init; }

    /// <summary>Cases that would have been expected in that time.</summary>
    public required double Expected { get; init; }

    /// <summary>Observed less expected.</summary>
    public double Excess => Observed - Expected;

    /// <summary>Lower end of the interval of the excess.</summary>
    public required double ExcessLow { get; init; }

    /// <summary>Upper end of the interval of the excess.</summary>
    public required double ExcessHigh { get; init; }

    /// <summary>Observed by expected.</summary>
    public required double RateRatio { get; init; }

    /// <summary>Lower end of the interval of the rate ratio.</summary>
    public required double RateRatioLow { get; init; }

    /// <summary>Upper end of the interval of the rate ratio; infinite if nothing was expected.</summary>
    public required double RateRatioHigh { get; init; }

    /// <summary>The p-value of the cell, corrected for all times and patterns that were looked at in it.</summary>
    public required double PValue { get; init; }

    /// <summary>The smallest false discovery rate over all cells at which the finding would still be reported.</summary>
    public required double QValue { get; init; }

    /// <summary>Words that are typical of the cases concerned, most typical first; empty without texts.</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>Typical texts as the caller gave them (anonymised); empty without texts or below the minimum cell size.</summary>
    public required IReadOnlyList<string> Examples { get; init; }

    /// <summary>One German sentence that a clerk can file.</summary>
    public required string Sentence { get; init; }
}
