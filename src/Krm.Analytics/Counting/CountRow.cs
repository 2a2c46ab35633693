namespace Krm.Analytics.Counting;

/// <summary>The count of one cell in one period.</summary>
/// <param name="Values">One value for each dimension of the plan, in its order.</param>
/// <param name="Period">The week or month.</param>
/// <param name="Count">How many cases; 0 or more.</param>
/// <param name="Exposure">
/// What the cases came from (notices sent, visitors, inhabitants), 0 or more; <see langword="null"/> if the plan has none.
/// </param>
public sealed record CountRow(IReadOnlyList<string> Values, CountPeriod Period, long Count, decimal? Exposure);
