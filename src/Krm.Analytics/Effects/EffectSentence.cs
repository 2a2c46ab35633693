using System.Globalization;

namespace Krm.Analytics.Effects;

/// <summary>Puts a verification into one German sentence a department head understands.</summary>
internal static class EffectSentence
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static string TooShort(int before, int after) =>
        $"Noch nicht zu beurteilen: {before} Zeiträume vor und {after} nach der Maßnahme liegen vor, mindestens 8 und 4 sind nötig.";

    public static string TooFew(long cases) =>
        $"Noch nicht zu beurteilen: {cases.ToString("N0", German)} Vorgänge sind zu wenige für eine Aussage.";

    public static string For(EffectVerification result, MeasuredSeries series, double level)
    {
        var unit = series.PeriodsPerYear switch { 52 or 53 => "Wochen", 12 => "Monaten", _ => "Zeiträumen" };
        var periods = series.Counts.Count - series.FirstPeriodAfter;
        var numbers = $"In {periods} {unit} seit der Maßnahme gingen {result.Observed.ToString("N0", German)} Vorgänge ein, "
            + $"ohne sie wären {result.Expected.ToString("N0", German)} zu erwarten gewesen "
            + $"({Ratio(result.RateRatio)}-fach, {(level * 100).ToString("0.##", German)}-%-Bereich {Ratio(result.Low)} bis {Ratio(result.High)})";
        var judgement = result.Verdict switch
        {
            EffectVerdict.Improved => "die Maßnahme hat gewirkt",
            EffectVerdict.Worse => "es ist schlechter geworden",
            EffectVerdict.NoChange => "eine Veränderung ist nicht zu erkennen",
            _ => "für ein Urteil reicht das noch nicht",
        };
        var peak = result.PeakPeriodsLeftOut > 0
            ? $" Die Spitze unmittelbar davor ({result.PeakPeriodsLeftOut} {(result.PeakPeriodsLeftOut == 1 ? "Zeitraum" : "Zeiträume")}) "
                + "wurde nicht mitgerechnet, weil Zahlen nach einer Spitze von selbst zurückgehen."
            : "";
        return $"{numbers}: {judgement}.{peak}";
    }

    private static string Ratio(double value) => value.ToString("0.00", German);
}
