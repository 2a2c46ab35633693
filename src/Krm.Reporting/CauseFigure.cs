using Krm.Analytics.Causes;
using Krm.Analytics.Counting;
using Krm.Reporting.Feeding;
using NodaTime;

namespace Krm.Reporting;

/// <summary>A recurring cause (wiederkehrende Ursache) as the report shows it.</summary>
/// <remarks>Carries no examples: they are texts of citizens, even if anonymised. Immutable and thread-safe.</remarks>
public sealed record CauseFigure
{
    /// <summary>The kind of pattern as German readers know it, for example "Häufung".</summary>
    public required string Pattern { get; init; }

    /// <summary>What stands out: name and value of each grouping, in order.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Cell { get; init; }

    /// <summary>First day, inclusive.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public required LocalDate To { get; init; }

    /// <summary>Cases that were counted.</summary>
    public required long Observed { get; init; }

    /// <summary>Cases that were to be expected, 0 or more.</summary>
    public required double Expected { get; init; }

    /// <summary>Observed divided by expected; <see langword="null"/> where it cannot be told.</summary>
    public double? RateRatio { get; init; }

    /// <summary>Share of false findings among all findings at least as clear as this one, 0 to 1.</summary>
    public double? QValue { get; init; }

    /// <summary>Words that stand out in the cases, most telling first; from anonymised texts only.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>The finding as a German sentence.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>The course of the series, oldest first; empty where it is not known.</summary>
    public IReadOnlyList<CausePoint> Series { get; init; } = [];

    /// <summary>What is usual for a period of <see cref="Series"/>; <see langword="null"/> where that is not known.</summary>
    public UsualRange? Usual { get; init; }

    /// <summary>A finding of the detector as the report shows it.</summary>
    /// <param name="cause">The finding.</param>
    /// <param name="cube">
    /// The counts it was found in, for the course of the series and the band of what is usual; without them there is no course.
    /// </param>
    /// <param name="smallestCount">Numbers of 1 to this number minus 1 in the course are withheld; as <see cref="ReportOptions.SmallestCount"/>.</param>
    /// <returns>The figure, without the examples.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cause"/> is <see langword="null"/>.</exception>
    public static CauseFigure Of(RecurringCause cause, CountCube? cube = null, int smallestCount = 5)
    {
        ArgumentNullException.ThrowIfNull(cause);
        var (series, usual) = cube is null ? ([], null) : CauseCourse.Of(cause, cube, smallestCount);
        return new CauseFigure
        {
            Pattern = GermanPattern(cause.Pattern),
            Cell = cause.Cell.Coordinates,
            From = cause.From,
            To = cause.To,
            Observed = cause.Observed,
            Expected = cause.Expected,
            RateRatio = double.IsFinite(cause.RateRatio) ? cause.RateRatio : null,
            QValue = cause.QValue,
            Terms = cause.Terms,
            Sentence = cause.Sentence,
            Series = series,
            Usual = usual,
        };
    }

    private static string GermanPattern(CausePattern pattern) => pattern switch
    {
        CausePattern.Burst => "Häufung",
        CausePattern.Shift => "dauerhafter Anstieg",
        CausePattern.Seasonal => "jährlich wiederkehrend",
        CausePattern.Trend => "langsamer Anstieg",
        CausePattern.Chronic => "dauerhaft mehr als vergleichbare Stellen",
        _ => throw new ArgumentOutOfRangeException(nameof(pattern), pattern, "Not a pattern."),
    };
}
