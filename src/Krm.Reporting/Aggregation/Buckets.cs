namespace Krm.Reporting.Aggregation;

/// <summary>Ranges of days that are counted together; the last one is open.</summary>
internal sealed class Buckets(IReadOnlyList<string> labels, params int[] lastDays)
{
    /// <summary>How long a case is overdue, in calendar days.</summary>
    public static Buckets Overdue { get; } = new(
        ["1–14 Tage", "15–28 Tage", "über 28 Tage"], 14, 28);

    /// <summary>How many calendar days are left until a case is due.</summary>
    public static Buckets Upcoming { get; } = new(
        ["in 0–7 Tagen", "in 8–14 Tagen", "in 15–28 Tagen", "später"], 7, 14, 28);

    public IReadOnlyList<string> Labels { get; } = labels;

    public int Find(int days)
    {
        var index = Array.FindIndex(lastDays, last => days <= last);
        return index < 0 ? lastDays.Length : index;
    }
}
