using Krm.Reporting.Charts;
using Krm.Reporting.Formatting;
using Krm.Reporting.Tables;
using NodaTime;

namespace Krm.Reporting.Html;

/// <summary>How many: cases over time by kind.</summary>
internal static class ArrivalsSection
{
    public static void Write(HtmlWriter html, ReportData data)
    {
        using var section = html.Open("section");
        html.Text("h2", "Wie viele?");
        if (data.Arrivals.IsEmpty)
        {
            html.Text("p", Wording.Withheld, ("class", "note"));
            return;
        }

        html.Text("p", Lead(data), ("class", "lead"));
        var styles = Enumerable.Range(0, data.Arrivals.Columns.Count).Select(kind => $"k{Math.Min(kind, 4)}").ToList();
        ChartFigure.Write(
            html,
            data.Arrivals.Columns.Count > 1 ? "Eingänge nach Art" : "Eingänge",
            $"Gestapelte Säulen, {data.Periods.Count} Zeiträume. {Lead(data)}",
            StackedColumns.Height,
            () => StackedColumns.Draw(html, data.Arrivals, Ticks(data.Periods), styles),
            () => ChartFigure.Legend(html, Legend(data.Arrivals, styles)));
        TableView.WriteFolded(html, ReportTables.Arrivals(data));
    }

    private static string Lead(ReportData data)
    {
        var visible = data.Arrivals.RowTotals.Zip(data.Periods).Where(pair => pair.First.Value > 0).ToList();
        if (visible.Count < 2)
        {
            return $"Im Zeitraum gingen {data.CaseCount} Vorgänge ein.";
        }

        var peak = visible.MaxBy(pair => pair.First.Value);
        return $"Die meisten Eingänge hatte {peak.Second.Label}: {peak.First} von {data.CaseCount}.";
    }

    private static IEnumerable<(string Style, string Label)> Legend(CrossTable arrivals, List<string> styles)
    {
        for (var kind = 0; kind < arrivals.Columns.Count && arrivals.Columns.Count > 1; kind++)
        {
            yield return (styles[kind], $"{arrivals.Columns[kind]} ({arrivals.ColumnTotals[kind]})");
        }

        if (arrivals.Cells.Any(row => row.Any(cell => cell.IsSuppressed)))
        {
            yield return ("hatch", "nicht ausgewiesen");
        }
    }

    /// <summary>Few texts below many columns: quarters get a month, the first column of a year its year.</summary>
    private static List<(string First, string Second)> Ticks(IReadOnlyList<ReportPeriod> periods)
    {
        var days = periods.Count > 2 ? Period.DaysBetween(periods[1].From, periods[2].From) : 31;
        var every = days switch { 1 => 7, 7 => 4, <= 31 => 3, <= 92 => 1, _ => 1 + (periods.Count / 16) };
        var ticks = new List<(string, string)>();
        for (var index = 0; index < periods.Count; index++)
        {
            var from = periods[index].From;
            var startsYear = index == 0 || from.Year != periods[index - 1].From.Year;
            var year = from.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
            ticks.Add(days switch
            {
                <= 7 => (index % every == 0 ? GermanFormat.DayAndMonth(from) : "", startsYear ? year : ""),
                <= 31 => ((from.Month - 1) % every == 0 ? GermanFormat.ShortMonth(from) : "", startsYear ? year : ""),
                <= 92 => (periods.Count <= 16 ? $"{((from.Month - 1) / 3) + 1}." : "", startsYear && (from.Month <= 9) ? year : ""),
                _ => (index % every == 0 ? year : "", ""),
            });
        }

        return ticks;
    }
}
