using Krm.Analytics.Effects;
using NodaTime;

namespace Krm.Reporting;

/// <summary>What a measure (Maßnahme) against a recurring cause has brought.</summary>
/// <param name="Measure">What was done.</param>
/// <param name="Date">Since when.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Change">Relative change of the number of cases, −1 or more: −0.3 for 30 % fewer; <see langword="null"/> where it cannot be told.</param>
/// <param name="Low">Lower edge of the 95 % range of <paramref name="Change"/>.</param>
/// <param name="High">Upper edge of the 95 % range of <paramref name="Change"/>.</param>
/// <param name="Observed">Cases counted since the measure, 0 or more.</param>
/// <param name="Sentence">The finding as a German sentence.</param>
public sealed record EffectFigure(
    string Measure, LocalDate Date, EffectVerdict Verdict, double? Change, double? Low, double? High, long Observed, string Sentence)
{
    /// <summary>A verified effect as the report shows it.</summary>
    /// <param name="measure">What was done.</param>
    /// <param name="date">Since when.</param>
    /// <param name="verification">The verification.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static EffectFigure Of(string measure, LocalDate date, EffectVerification verification)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(verification);
        var isKnown = double.IsFinite(verification.RateRatio) && double.IsFinite(verification.Low) && double.IsFinite(verification.High);
        return new EffectFigure(
            measure,
            date,
            verification.Verdict,
            isKnown ? verification.RateRatio - 1 : null,
            isKnown ? verification.Low - 1 : null,
            isKnown ? verification.High - 1 : null,
            verification.Observed,
            verification.Sentence);
    }

    /// <summary>A measure before or after which nothing is counted yet.</summary>
    /// <param name="measure">What was done.</param>
    /// <param name="date">Since when.</param>
    /// <returns>The figure, its verdict <see cref="EffectVerdict.NotEnoughData"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="measure"/> is null.</exception>
    public static EffectFigure NotCounted(string measure, LocalDate date)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return new EffectFigure(
            measure, date, EffectVerdict.NotEnoughData, null, null, null, 0, "Vor oder nach der Maßnahme ist kein ganzer Zeitraum gezählt.");
    }
}
