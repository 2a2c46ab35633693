using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Krm.Analytics.Causes;

/// <summary>Gives findings ids that last while new data come in.</summary>
/// <remarks>
/// With the findings of an earlier run a finding keeps the id of the earlier one it continues: the same cell, overlapping in
/// time, the same kind of pattern first, the nearest start first. Without them the id follows from the cell, the kind of
/// pattern and, for a rise that has a beginning, the year from July to June in which it began, so that a start that moves by
/// some weeks seldom changes it; the echo of events also by their kind. A burst that goes on and becomes a shift is the same rise.
/// </remarks>
internal static class CauseIdentities
{
    private const int FirstMonth = 7;

    public static IReadOnlyList<RecurringCause> Assign(IReadOnlyList<RecurringCause> causes, IReadOnlyList<RecurringCause> earlier)
    {
        var ids = new string?[causes.Count];
        var taken = earlier.Select(cause => cause.Id).ToHashSet(StringComparer.Ordinal);
        var continued = new HashSet<string>(StringComparer.Ordinal);
        var pairs = from i in Enumerable.Range(0, causes.Count)
                    from before in earlier
                    where Continues(causes[i], before)
                    orderby KindOf(causes[i]) == KindOf(before) ? 0 : 1, DaysApart(causes[i], before), before.Id, i
                    select (Index: i, before.Id);
        foreach (var (i, id) in pairs)
        {
            if (ids[i] is null && continued.Add(id))
            {
                ids[i] = id;
            }
        }

        foreach (var i in Enumerable.Range(0, causes.Count).OrderBy(i => causes[i].From).ThenBy(i => causes[i].To))
        {
            for (var ordinal = 1; ids[i] is null; ordinal++)
            {
                var id = Compute(causes[i], ordinal);
                ids[i] = taken.Add(id) ? id : null;
            }
        }

        return [.. causes.Select((cause, i) => cause with { Id = ids[i]! })];
    }

    private static bool Continues(RecurringCause cause, RecurringCause before)
    {
        if (!cause.Cell.Equals(before.Cell) || cause.Event != before.Event)
        {
            return false;
        }

        var isSameKind = KindOf(cause) == KindOf(before);
        return HasBeginning(cause) && HasBeginning(before)
            ? cause.From <= before.To && before.From <= cause.To && (isSameKind || KindOf(cause) == Kind.Trend || KindOf(before) == Kind.Trend)
            : isSameKind;
    }

    private static int DaysApart(RecurringCause cause, RecurringCause before) => Math.Abs(Period.DaysBetween(before.From, cause.From));

    private static string Compute(RecurringCause cause, int ordinal)
    {
        var text = new StringBuilder().Append(KindOf(cause));
        if (KindOf(cause) == Kind.Rise)
        {
            text.Append('\n').Append(cause.From.PlusMonths(1 - FirstMonth).Year.ToString(CultureInfo.InvariantCulture));
        }

        if (cause.Event is { } kind)
        {
            text.Append('\n').Append(kind.Length).Append(':').Append(kind);
        }

        if (ordinal > 1)
        {
            text.Append('#').Append(ordinal.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var (dimension, value) in cause.Cell.Coordinates)
        {
            text.Append('\n').Append(dimension.Length).Append(':').Append(dimension).Append(value.Length).Append(':').Append(value);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }

    private static bool HasBeginning(RecurringCause cause) => KindOf(cause) is Kind.Rise or Kind.Trend;

    private static Kind KindOf(RecurringCause cause) => cause.Pattern switch
    {
        CausePattern.Seasonal => Kind.Season,
        CausePattern.Trend => Kind.Trend,
        CausePattern.Chronic => Kind.Chronic,
        _ => Kind.Rise,
    };

    private enum Kind
    {
        Rise,
        Trend,
        Season,
        Chronic,
    }
}
