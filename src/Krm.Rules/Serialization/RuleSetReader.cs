using Krm.Rules.Compilation;

namespace Krm.Rules.Serialization;

/// <summary>Reads a whole rule set and finds everything that is wrong with it.</summary>
internal static class RuleSetReader
{
    private static readonly string[] RootNames =
        ["$schema", "format", "id", "version", "title", "land", "validFrom", "validTo", "note", "sources", "facts", "parameters", "tables", "recurring", "tests"];

    public static RuleSet? Read(ReadOnlySpan<byte> json, out IReadOnlyList<RuleSetProblem> problems)
    {
        var list = new ProblemList(json.Length > RuleSetLimits.Bytes ? [] : json.ToArray());
        var root = SourceParser.Parse(json, list);
        var ruleSet = root is null ? null : Read(root, list);
        problems = list.ToSorted();
        return list.Any ? null : ruleSet;
    }

    private static RuleSet? Read(SourceNode node, ProblemList problems)
    {
        var root = new Fields(node, problems, RootNames);
        if (!root.IsObject)
        {
            return null;
        }

        CheckFormat(root, problems);
        var context = new ReadingContext(problems);
        var from = root.OptionalDate("validFrom");
        var to = root.OptionalDate("validTo");
        HeaderReader.CheckValidity(root, from, to, problems);
        HeaderReader.ReadSources(root, context);
        FactReader.Read(root, context, from <= to || to is null || from is null ? from : null, from <= to || from is null ? to : null);
        HeaderReader.ReadParameters(root, context);
        var inputs = context.Facts.ToArray();
        var id = context.DeclareName(root, "id", "Das Regelwerk");
        var tables = TableReader.Read(root, context);
        var rules = tables.SelectMany(table => table.Otherwise is { } otherwise ? table.Rules.Append(otherwise) : table.Rules).ToArray();
        foreach (var byDependsOn in new[] { true, false })
        {
            DueCycles.Order(rules, byDependsOn, out var cyclic);
            if (cyclic.Count > 0)
            {
                problems.Add(node, $"Diese Pflichten hängen im Kreis voneinander ab: {string.Join(", ", cyclic)}.");
            }
        }

        return new RuleSet(id, root.Text("version"), root.Text("title"), inputs, tables)
        {
            ValidFrom = from,
            ValidTo = to,
            Land = root.OptionalText("land") ?? "",
            Note = root.OptionalText("note") ?? "",
            Sources = context.Sources,
            Parameters = [.. context.Parameters.Values],
            RecurringDuties = HeaderReader.ReadRecurring(root, context),
            Tests = TestReader.Read(root, tables, context),
        };
    }

    private static void CheckFormat(Fields root, ProblemList problems)
    {
        var format = root.OptionalInteger("format", 1, int.MaxValue);
        if (root.Find("format") is null)
        {
            problems.Add(root.Node, $"Hier fehlt „format“, die Fassung des Dateiformats: {FormatWords.FormatVersion}.");
        }
        else if (format is { } version && version != FormatWords.FormatVersion)
        {
            problems.Add(root.Find("format")!, $"Das Dateiformat {version} ist unbekannt; erlaubt: {FormatWords.FormatVersion}.");
        }
    }
}
