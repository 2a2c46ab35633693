using Krm.Reporting.Formatting;

namespace Krm.Reporting.Html;

/// <summary>The first screen: four figures and what is new, in sentences.</summary>
internal static class SummarySection
{
    public static void Write(HtmlWriter html, ReportData data)
    {
        using (html.Open("ul", ("class", "figures")))
        {
            WriteFigure(html, data.CaseCount.ToString(), "Vorgänge eingegangen", Kinds(data));
            if (data.CaseCount.Value > 0)
            {
                WriteSpeed(html, data);
            }
        }

        if (data.CaseCount.IsSuppressed)
        {
            html.Text("p", Wording.TooFew);
            return;
        }

        var news = News(data).ToList();
        if (news.Count == 0)
        {
            return;
        }

        using var list = html.Open("ul", ("class", "news"));
        foreach (var sentence in news)
        {
            html.Text("li", sentence);
        }
    }

    private static void WriteSpeed(HtmlWriter html, ReportData data)
    {
        var share = data.Overall?.InTime;
        WriteFigure(
            html,
            share is { } value ? GermanFormat.Percent(value.Share) : GermanFormat.EmptyMark,
            "fristgerecht",
            share is { } interval
                ? $"95‑%‑Bereich {GermanFormat.Number(interval.Low * 100, 0)} bis {GermanFormat.Percent(interval.High)}"
                : data.HasClosingDays ? "zu wenige entschiedene Fristen" : "kein Erledigungsdatum im Bestand");
        var median = data.Overall;
        WriteFigure(
            html,
            median?.MedianDays is { } days ? GermanFormat.Days(days) : GermanFormat.EmptyMark,
            "bis die Hälfte abgeschlossen ist",
            median?.NinetiethPercentileDays is { } long90
                ? $"neun von zehn nach {GermanFormat.AfterDays(long90)}"
                : data.HasClosingDays ? "neun von zehn: noch keine Angabe möglich" : "kein Erledigungsdatum im Bestand");
        WriteFigure(
            html,
            data.OverdueCount.ToString(),
            data.HasClosingDays ? "offen und überfällig" : "mit abgelaufener Frist",
            data.OverdueCount.IsSuppressed ? "kleine Zahl, nicht ausgewiesen"
                : data.HasClosingDays ? $"am {GermanFormat.Date(data.Header.AsOf)}" : "ob erledigt, ist nicht bekannt",
            data.OverdueCount.Value > 0);
    }

    private static void WriteFigure(HtmlWriter html, string figure, string what, string note, bool isWarning = false)
    {
        using var item = html.Open("li", ("class", isWarning ? "warn" : "plain"));
        html.Text("span", figure, ("class", "big"));
        html.Text("span", what, ("class", "what"));
        html.Text("span", note, ("class", "note"));
    }

    private static string Kinds(ReportData data) => data.Arrivals.IsEmpty || data.Arrivals.Columns.Count < 2
        ? "im Zeitraum"
        : string.Join(", ", data.Arrivals.Columns.Zip(data.Arrivals.ColumnTotals)
            .Where(kind => !kind.Second.IsSuppressed)
            .Select(kind => $"{kind.First} {kind.Second}"));

    private static IEnumerable<string> News(ReportData data)
    {
        if (Volume(data) is { } volume)
        {
            yield return volume;
        }

        if (SlowUnits(data) is { } slow)
        {
            yield return slow;
        }

        if (CategoryChange.Of(data).Where(change => change.IsClear && change.Ratio > 1).MaxBy(change => change.Current - change.Previous)
            is { } rising)
        {
            yield return $"Am stärksten gestiegen: {rising.Category}, von {GermanFormat.Count(rising.Previous)} auf "
                + $"{GermanFormat.Count(rising.Current)} Vorgänge ({GermanFormat.Change(rising.Ratio - 1)}).";
        }

        if (data.Causes is [var cause, ..])
        {
            yield return "Deutlichste wiederkehrende Ursache: "
                + (cause.Sentence.Length > 0 ? cause.Sentence : CauseSection.Title(cause) + ".");
        }
    }

    private static string? Volume(ReportData data)
    {
        if (data.Windows.Count < 2
            || data.Categories.IsEmpty
            || data.Categories.ColumnTotals[^1].Value is not { } current
            || data.Categories.ColumnTotals[^2].Value is not (> 0 and { } previous))
        {
            return null;
        }

        var change = ((double)current / previous) - 1;
        return $"Vom {GermanFormat.DateRange(data.Windows[^1].From, data.Windows[^1].To)} gingen "
            + $"{GermanFormat.Count(current)} Vorgänge ein, {GermanFormat.Change(change)} gegenüber "
            + $"{GermanFormat.Count(previous)} vom {GermanFormat.DateRange(data.Windows[^2].From, data.Windows[^2].To)}.";
    }

    private static string? SlowUnits(ReportData data)
    {
        if (data.Overall?.InTime is not { } all)
        {
            return null;
        }

        var slow = data.Units
            .Where(unit => unit.InTime is { } share && share.High < all.Share)
            .OrderBy(unit => unit.InTime!.Value.Share)
            .Select(unit => $"{unit.Group} ({GermanFormat.Percent(unit.InTime!.Value.Share)})")
            .ToList();
        return slow.Count == 0
            ? null
            : $"Seltener fristgerecht als der Durchschnitt ({GermanFormat.Percent(all.Share)}), nicht nur zufällig: {string.Join(", ", slow.Take(4))}.";
    }
}
