namespace Krm.Analytics.Causes.Events;

/// <summary>The echo of the events of one kind in one series.</summary>
/// <param name="Schedule">The events.</param>
/// <param name="Lag">How many periods after that of the event it begins.</param>
/// <param name="Duration">How many periods it lasts.</param>
/// <param name="Rise">Additional cases by usual ones for an event of the usual size; above 0.</param>
/// <param name="LogVariance">Variance of the logarithm of the factor during the echo.</param>
/// <param name="PValue">Corrected for all delays and durations looked at.</param>
/// <param name="Occurrences">The windows [start, end) of the series, oldest first.</param>
internal sealed record EventPeak(
    EventSchedule Schedule, int Lag, int Duration, double Rise, double LogVariance, double PValue, IReadOnlyList<(int Start, int End)> Occurrences)
{
    /// <summary>By what the events multiply the cases of each period, from the first of the series on, also beyond its end.</summary>
    public double[] Factors(int length) => Array.ConvertAll(Schedule.Reach(Lag, Duration, length), reach => 1 + (Rise * reach));
}
