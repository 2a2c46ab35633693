namespace Krm.Rules.Compilation;

/// <summary>A period that counts for the cases received on some days.</summary>
/// <param name="From">First day of receipt, inclusive.</param>
/// <param name="To">Last day of receipt, inclusive.</param>
/// <param name="Text">The period, for example <c>P4W</c>.</param>
/// <param name="Dates">Last days by the day of the start; <c>null</c> if the period runs in hours and needs a time.</param>
/// <param name="CanPause">Whether the clock can stand still: service targets and BGB periods that run forward (§ 209 BGB).</param>
internal sealed record DuePeriod(int From, int To, string Text, DueDates? Dates, bool CanPause);
