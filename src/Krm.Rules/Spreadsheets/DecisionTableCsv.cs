using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Krm.Rules.Compilation;
using Krm.Rules.Serialization;

namespace Krm.Rules.Spreadsheets;

/// <summary>A decision table as CSV, so that a department edits it in a spreadsheet: one rule a row.</summary>
/// <remarks>
/// Columns: <c>id</c>, <c>rank</c>, <c>validFrom</c>, <c>validTo</c>, <c>endsDeliberately</c>; <c>wenn FAKT</c> for each fact asked about;
/// <c>dann FELD</c> for each field of the outcome; <c>source</c>, <c>section</c>, <c>quote</c>, <c>note</c>. Rows of the same id are
/// alternatives of one rule. Numbers and dates may be written in German. The row "otherwise" of the table stays as it is.
/// </remarks>
public static class DecisionTableCsv
{
    private const string When = "wenn ";
    private const string Then = "dann ";
    private static readonly string[] Plain = ["id", "rank", "validFrom", "validTo", "endsDeliberately"];
    private static readonly string[] Trailing = ["source", "section", "quote", "note"];
    private static readonly Regex RulePath = new(@"^tables\[(\d+)\]\.rules\[(\d+)\]\.?", RegexOptions.CultureInvariant);

    /// <summary>Writes the rules of a table.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="table">Name of the table.</param>
    /// <param name="separator">Comma or semicolon; German spreadsheets expect the semicolon.</param>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    /// <exception cref="RuleSetFormatException">The condition of a rule can never hold, so that no row could say it.</exception>
    public static string Write(RuleSet ruleSet, string table, char separator = ';')
    {
        var index = IndexOf(ruleSet, table);
        var facts = RuleBoxes.AllFacts(ruleSet);
        var source = ruleSet.Tables[index];
        var asked = facts.Where(fact => source.Rules.Any(rule => rule.When.Facts.Contains(fact))).ToArray();
        var fields = OutcomeCells.Fields[source.Kind];
        var documents = JsonNode.Parse(ruleSet.ToJson())!["tables"]![index]!["rules"] as JsonArray ?? [];
        var rows = new List<IReadOnlyList<string>> { new[] { Plain, asked.Select(fact => When + fact.Name), fields.Select(field => Then + field), Trailing }.SelectMany(part => part).ToArray() };
        for (var position = 0; position < source.Rules.Count; position++)
        {
            var document = documents[position]!;
            var boxes = Conditions.BoxBuilder.Build(source.Rules[position].When, facts.Count)!;
            if (boxes.Count == 0)
            {
                throw new RuleSetFormatException(ruleSet.Id, [Problem($"Die Regel {source.Rules[position].Id} kann nie zutreffen und lässt sich darum nicht als Zeile schreiben.", 0, "")]);
            }

            foreach (var box in boxes)
            {
                rows.Add([
                    .. Plain.Select(name => document[name]?.ToString() ?? ""),
                    .. asked.Select(fact => box[fact.Index] is { } side ? ConditionCell.Format(fact, side) : ""),
                    .. fields.Select(field => OutcomeCells.Format(document["then"]!, field)),
                    .. Trailing.Select(name => (name == "note" ? document[name] : document["citation"]![name])?.ToString() ?? "")]);
            }
        }

        return CsvText.Write(rows, separator);
    }

    /// <summary>The rule set with the rules of one table replaced by those of a CSV file.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="table">Name of the table.</param>
    /// <param name="csv">The CSV text; comma or semicolon is recognised from the header line.</param>
    /// <param name="sourceName">Name of the file, for messages.</param>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    /// <exception cref="RuleSetFormatException">The file has problems; each names its line and column.</exception>
    public static RuleSet Read(RuleSet ruleSet, string table, string csv, string sourceName = "Tabelle")
    {
        var index = IndexOf(ruleSet, table);
        Guard.NotNull(csv);
        if (csv.Length > RuleSetLimits.Bytes)
        {
            throw new RuleSetFormatException(sourceName, [Problem("Die Datei ist zu groß für eine Entscheidungstabelle.", 1, "")]);
        }

        List<(int Line, List<string> Cells)> rows;
        try
        {
            rows = CsvText.Read(csv);
        }
        catch (FormatException exception)
        {
            throw new RuleSetFormatException(sourceName, [Problem(exception.Message, 1, "")]);
        }

        var problems = rows.Count == 0 ? [Problem("Die Datei ist leer; erwartet wird eine Kopfzeile mit id, wenn … und dann ….", 1, "")] : CheckHeader(ruleSet, ruleSet.Tables[index], rows[0].Cells).ToList();
        problems.AddRange(rows.Skip(1).Where(row => row.Cells.Count != rows[0].Cells.Count).Select(row =>
            Problem($"Die Zeile hat {row.Cells.Count} Felder, die Kopfzeile {rows[0].Cells.Count}.", row.Line, "")));
        if (problems.Count > 0)
        {
            throw new RuleSetFormatException(sourceName, problems);
        }

        var document = JsonNode.Parse(ruleSet.ToJson())!;
        var lines = new List<int>();
        document["tables"]![index]!["rules"] = ReadRules(ruleSet, rows, lines, problems);
        if (problems.Count > 0)
        {
            throw new RuleSetFormatException(sourceName, problems);
        }

        return RuleSet.TryRead(System.Text.Encoding.UTF8.GetBytes(document.ToJsonString()), out var changed, out var found)
            ? changed
            : throw new RuleSetFormatException(sourceName, [.. found.Select(problem => Relocate(problem, index, lines, rows[0].Cells))]);
    }

    private static JsonArray ReadRules(RuleSet ruleSet, List<(int Line, List<string> Cells)> rows, List<int> lines, List<RuleSetProblem> problems)
    {
        var rules = new JsonArray();
        JsonObject? previous = null;
        foreach (var (line, cells) in rows.Skip(1))
        {
            var rule = ReadRule(ruleSet, rows[0].Cells, cells);
            if (previous is not null && previous["id"] is { } id && id.ToString() == rule["id"]?.ToString())
            {
                if (Rest(previous) != Rest(rule))
                {
                    problems.Add(Problem(
                        $"Die Zeile trägt die Kennung „{SourceNode.Cut(id.ToString())}“ der Zeile davor, aber eine andere Folge, Geltung oder Fundstelle. "
                        + "Eine weitere Möglichkeit derselben Regel unterscheidet sich nur in den Spalten „wenn …“; eine neue Regel braucht eine eigene Kennung.",
                        line,
                        ""));
                }

                var alternatives = previous["when"] as JsonObject ?? [];
                if (!alternatives.ContainsKey("any"))
                {
                    previous["when"] = alternatives = new JsonObject { ["any"] = new JsonArray(alternatives.DeepClone()) };
                }

                ((IList<JsonNode?>)alternatives["any"]!).Add((rule["when"] as JsonObject ?? []).DeepClone());
                continue;
            }

            rules.Add((JsonNode)rule);
            lines.Add(line);
            previous = rule;
        }

        return rules;
    }

    /// <summary>A rule without its condition.</summary>
    private static string Rest(JsonObject rule)
    {
        var rest = (JsonObject)rule.DeepClone();
        rest.Remove("when");
        return rest.ToJsonString();
    }

    private static JsonObject ReadRule(RuleSet ruleSet, List<string> header, List<string> cells)
    {
        var (rule, when, then, citation) = (new JsonObject(), new JsonObject(), new JsonObject(), new JsonObject());
        for (var column = 0; column < header.Count; column++)
        {
            var (name, cell) = (header[column].Trim(), cells[column].Trim());
            if (cell.Length == 0)
            {
                continue;
            }

            if (name.StartsWith(When, StringComparison.Ordinal))
            {
                when[name.Substring(When.Length)] = ConditionCell.Parse(ruleSet.FindFact(name.Substring(When.Length))!, cell);
            }
            else if (name.StartsWith(Then, StringComparison.Ordinal))
            {
                OutcomeCells.Parse(then, name.Substring(Then.Length), cell);
            }
            else if (name is "source" or "section" or "quote")
            {
                citation[name] = cell;
            }
            else
            {
                rule[name] = name switch
                {
                    "rank" when int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) => rank,
                    "validFrom" or "validTo" => ConditionCell.IsoDate(cell),
                    "endsDeliberately" => OutcomeCells.Flag(cell),
                    _ => cell,
                };
            }
        }

        if (when.Count > 0)
        {
            rule["when"] = when;
        }

        rule["then"] = then;
        rule["citation"] = citation;
        return rule;
    }

    private static IEnumerable<RuleSetProblem> CheckHeader(RuleSet ruleSet, RuleTable table, List<string> header)
    {
        var facts = RuleBoxes.AllFacts(ruleSet).Select(fact => When + fact.Name);
        string[] known = [.. Plain, .. Trailing, .. facts, .. OutcomeCells.Fields[table.Kind].Select(field => Then + field)];
        foreach (var name in header.Select(name => name.Trim()).Where(name => !known.Contains(name)))
        {
            yield return Problem($"Die Spalte „{SourceNode.Cut(name)}“ gibt es nicht; erlaubt: {string.Join(", ", known.Take(40))}.", 1, NearestName.Find(name, known) ?? "");
        }

        foreach (var name in header.GroupBy(name => name.Trim()).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return Problem($"Die Spalte „{SourceNode.Cut(name)}“ kommt mehrmals vor.", 1, "");
        }
    }

    private static RuleSetProblem Relocate(RuleSetProblem problem, int table, List<int> lines, List<string> header)
    {
        var match = RulePath.Match(problem.Path);
        if (!match.Success || match.Groups[1].Value != table.ToString(CultureInfo.InvariantCulture))
        {
            return problem with { Line = 0, Column = 0 };
        }

        var rest = problem.Path.Substring(match.Length);
        var column = rest.StartsWith("when.", StringComparison.Ordinal) ? rest.Replace("when.", When) : rest.StartsWith("then.", StringComparison.Ordinal) ? rest.Replace("then.", Then) : rest;
        var position = header.FindIndex(name => column.StartsWith(name.Trim(), StringComparison.Ordinal) && name.Trim().Length > 0);
        return problem with { Line = lines[int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)], Column = Math.Max(position, 0) + 1, Path = column };
    }

    private static RuleSetProblem Problem(string message, int line, string suggestion) =>
        new(message, "", line, 1, null, suggestion.Length == 0 ? null : suggestion);

    private static int IndexOf(RuleSet ruleSet, string table)
    {
        var tables = Guard.NotNull(ruleSet).Tables;
        for (var index = 0; index < tables.Count; index++)
        {
            if (tables[index].Name == table)
            {
                return index;
            }
        }

        throw new ArgumentException($"The rule set '{ruleSet.Id}' has no table '{table}'; it has {string.Join(", ", tables.Select(known => known.Name))}.", nameof(table));
    }
}
