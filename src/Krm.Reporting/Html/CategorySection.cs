using Krm.Reporting.Charts;
using Krm.Reporting.Formatting;
using Krm.Reporting.Tables;

namespace Krm.Reporting.Html;

/// <summary>What about: categories, their change and their course, as one table with small drawings.</summary>
internal static class CategorySection
{
    private const double BarWidth = 170;
    private const double CourseWidth = 130;
    private const double CourseHeight = 26;

    public static void Write(HtmlWriter html, ReportData data)
    {
        using var section = html.Open("section");
        html.Text("h2", "Worum geht es?");
        if (data.CategoryCounts.IsEmpty)
        {
            html.Text("p", Wording.Withheld, ("class", "note"));
            return;
        }

        var changes = CategoryChange.Of(data).ToDictionary(change => change.Row);
        html.Text("p", Lead(data, changes), ("class", "lead"));
        WriteTable(html, data, changes);
        if (changes.Count > 0)
        {
            html.Text(
                "p",
                $"Veränderung: {data.Windows[^1].Label} gegenüber {data.Windows[^2].Label}. Pfeil: die Veränderung ist größer, als der Zufall "
                + "erklärt (95 %). Verlauf über beide Zeiträume, jede Zeile mit eigenem Maßstab; Lücken sind nicht ausgewiesene Zahlen.",
                ("class", "note"));
        }

        if (data.Categories.IsWithheld)
        {
            html.Text("p", "Der Vergleich von Zeiträumen entfällt, weil er kleine Zahlen erkennen ließe.", ("class", "note"));
        }
        else
        {
            TableView.WriteFolded(html, ReportTables.Cross(data.Categories, "categories", "Vorgänge nach Kategorie", "Kategorie"));
        }

        foreach (var (trend, window) in data.CategoryTrends.Zip(data.Windows).Where(pair => !pair.First.IsEmpty))
        {
            TableView.WriteFolded(
                html, ReportTables.Cross(trend, "category-trend", $"Verlauf der Kategorien, {window.Label}", "Kategorie"));
        }
    }

    private static string Lead(ReportData data, Dictionary<int, CategoryChange> changes)
    {
        var first = data.CategoryCounts.RowTotals[0].Value is { } count && data.CategoryCounts.Total.Value is > 0 and { } total
            ? $"Häufigste Kategorie ist {data.CategoryCounts.Rows[0]} mit {GermanFormat.Percent((double)count / total)} der Vorgänge."
            : $"Häufigste Kategorie ist {data.CategoryCounts.Rows[0]}.";
        if (changes.Count == 0)
        {
            return first;
        }

        var up = changes.Values.Count(change => change.IsClear && change.Ratio > 1);
        var down = changes.Values.Count(change => change.IsClear && change.Ratio < 1);
        return (up, down) switch
        {
            (0, 0) => $"{first} Keine Kategorie hat sich deutlicher verändert, als der Zufall erklärt.",
            (_, 0) => $"{first} Deutlich gestiegen: {GermanFormat.Plural(up, "Kategorie", "Kategorien")}.",
            (0, _) => $"{first} Deutlich gesunken: {GermanFormat.Plural(down, "Kategorie", "Kategorien")}.",
            _ => $"{first} Deutlich gestiegen: {GermanFormat.Plural(up, "Kategorie", "Kategorien")}; deutlich gesunken: {GermanFormat.Count(down)}.",
        };
    }

    private static void WriteTable(HtmlWriter html, ReportData data, Dictionary<int, CategoryChange> changes)
    {
        var hasCourse = data.CategoryTrends.Any(trend => !trend.IsEmpty);
        var hasDeadlines = data.CategoryDeadlines.Any(figure => figure.InTime is not null);
        var largest = data.CategoryCounts.RowTotals.Max(total => total.Value) ?? 1;
        using var scroll = html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Tabelle: Kategorien"));
        using var table = html.Open("table");
        html.Text("caption", "Kategorien, ihre Veränderung und ihr Verlauf");
        using (html.Open("thead"))
        using (html.Open("tr"))
        {
            html.Text("th", "Kategorie", ("scope", "col"));
            html.Text("th", "Vorgänge", ("scope", "col"), ("colspan", "2"), ("class", "text"));
            html.Text("th", "Anteil", ("scope", "col"));
            if (changes.Count > 0)
            {
                html.Text("th", "Veränderung", ("scope", "col"));
            }

            if (hasDeadlines)
            {
                html.Text("th", "fristgerecht", ("scope", "col"));
            }

            if (hasCourse)
            {
                html.Text("th", "Verlauf", ("scope", "col"), ("class", "text"));
            }
        }

        using var body = html.Open("tbody");
        for (var row = 0; row < data.CategoryCounts.Rows.Count; row++)
        {
            using var line = html.Open("tr");
            html.Text("th", data.CategoryCounts.Rows[row], ("scope", "row"));
            var total = data.CategoryCounts.RowTotals[row];
            WriteBar(html, total, largest);
            html.Text("td", total.ToString());
            html.Text("td", total.Value is { } value && data.CategoryCounts.Total.Value is > 0 and { } all
                ? GermanFormat.Percent((double)value / all)
                : total.ToString());
            if (changes.Count > 0)
            {
                WriteChange(html, changes.GetValueOrDefault(row));
            }

            if (hasDeadlines)
            {
                html.Text("td", data.CategoryDeadlines[row].InTime is { } inTime ? GermanFormat.Percent(inTime.Share) : GermanFormat.EmptyMark);
            }

            if (hasCourse)
            {
                WriteCourse(html, data, row);
            }
        }
    }

    private static void WriteBar(HtmlWriter html, ReportCount total, long largest)
    {
        using var cell = html.Open("td", ("class", "text"));
        using var svg = html.Open(
            "svg", ("width", HtmlWriter.Number(BarWidth)), ("height", "16"), ("aria-hidden", "true"));
        html.Rectangle(0, 2, total.Value is { } value ? Math.Max(1, BarWidth * value / largest) : 14, 12, total.IsSuppressed ? "hatch" : "k0");
    }

    private static void WriteChange(HtmlWriter html, CategoryChange? change)
    {
        if (change is null)
        {
            html.Text("td", GermanFormat.EmptyMark);
            return;
        }

        var text = GermanFormat.Change(change.Ratio - 1);
        using var cell = html.Open("td");
        if (!change.IsClear)
        {
            html.Text("span", text, ("class", "note"));
        }
        else
        {
            html.Text("span", $"{(change.Ratio > 1 ? "▲" : "▼")} {text}", ("class", change.Ratio > 1 ? "up" : "down"));
        }
    }

    private static void WriteCourse(HtmlWriter html, ReportData data, int row)
    {
        var values = data.CategoryTrends
            .Where(trend => !trend.IsEmpty)
            .SelectMany(trend => trend.Cells[row])
            .Select(cell => (double?)cell.Value)
            .ToList();
        using var cell = html.Open("td", ("class", "text"));
        using var svg = html.Open(
            "svg",
            ("width", HtmlWriter.Number(CourseWidth)),
            ("height", HtmlWriter.Number(CourseHeight)),
            ("aria-hidden", "true"));
        CourseLine.Draw(html, values, values.Max() ?? 1, CourseWidth, CourseHeight, "course");
    }
}
