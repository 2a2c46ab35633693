using System.Text.Json;
using Krm.Rules.Conditions;
using Krm.Rules.Facts;
using Krm.Rules.Outcomes;
using Krm.Rules.Sources;

namespace Krm.Rules.Serialization;

/// <summary>Reads decision tables and their rules.</summary>
internal static class TableReader
{
    private static readonly HashSet<TableKind> SingleResult = [TableKind.Scope, TableKind.Priority, TableKind.Decision, TableKind.Retention];

    public static List<RuleTable> Read(Fields root, ReadingContext context)
    {
        var tables = new List<RuleTable>();
        var ruleCount = 0;
        foreach (var node in root.List("tables"))
        {
            if (ReadTable(node, context, ref ruleCount) is not { } table)
            {
                return tables;
            }

            CheckKind(node, table, tables, context.Problems);
            tables.Add(table);
        }

        if (root.IsObject && tables.Count == 0)
        {
            context.Problems.Add(root.Node, "Hier fehlt „tables“: mindestens eine Entscheidungstabelle.");
        }

        foreach (var (node, duty, rule) in context.DutyReferences.Where(reference => !context.DutyIds.Contains(reference.Duty)))
        {
            context.Problems.CurrentRule = rule;
            context.Problems.Add(
                node,
                $"Die Pflicht „{SourceNode.Cut(duty)}“ gibt es nicht; es gibt {string.Join(", ", context.DutyIds.Take(20))}.",
                NearestName.Find(duty, context.DutyIds));
        }

        context.Problems.CurrentRule = null;
        return tables;
    }

    private static RuleTable? ReadTable(SourceNode node, ReadingContext context, ref int ruleCount)
    {
        var fields = new Fields(node, context.Problems, "name", "label", "kind", "hitPolicy", "values", "mayBeEmpty", "rules", "otherwise");
        var name = context.DeclareName(fields, "name", "Die Tatsache oder Tabelle");
        if (FormatWords.Reserved.Contains(name))
        {
            context.Problems.Add(fields.Find("name")!, $"„{name}“ ist als Name vergeben.");
        }

        var kind = fields.Choice("kind", FormatWords.TableKinds, required: true) ?? TableKind.Duties;
        var policy = fields.Choice("hitPolicy", FormatWords.HitPolicies, required: true) ?? HitPolicy.Collect;
        if (policy == HitPolicy.Collect && SingleResult.Contains(kind) && fields.Find("hitPolicy") is { } policyNode)
        {
            context.Problems.Add(policyNode, "Diese Tabelle hat nur ein Ergebnis; erlaubt: unique, first, priority.");
        }

        var results = ReadResults(fields, kind, context.Problems);
        var rules = new List<Rule>();
        foreach (var ruleNode in fields.List("rules"))
        {
            if (ruleCount >= RuleSetLimits.Rules)
            {
                context.Problems.Add(ruleNode, $"Das Regelwerk hat mehr als {RuleSetLimits.Rules} Regeln.");
                return null;
            }

            if (context.Problems.IsFull)
            {
                return null;
            }

            rules.Add(ReadRule(ruleNode, name, kind, policy, results, ruleCount++, context));
        }

        if (policy == HitPolicy.Priority)
        {
            CheckRanks(fields, rules, context.Problems);
        }

        Rule? otherwise = null;
        if (fields.Find("otherwise") is { } otherwiseNode)
        {
            otherwise = ReadRule(otherwiseNode, name, kind, HitPolicy.First, results, ruleCount++, context, isOtherwise: true);
        }

        return new RuleTable(name, fields.OptionalText("label") ?? name, kind, policy, rules)
        {
            Otherwise = otherwise,
            Result = DeclareResult(name, fields.OptionalText("label") ?? name, results, otherwise is null, context),
            MayBeEmpty = fields.OptionalBool("mayBeEmpty") ?? false,
        };
    }

    private static Rule ReadRule(
        SourceNode node, string table, TableKind kind, HitPolicy policy, IReadOnlyList<string> results, int index, ReadingContext context, bool isOtherwise = false)
    {
        context.Problems.CurrentRule = node.Find("id") is { Kind: JsonTokenType.String } named ? named.Text : null;
        string[] names = isOtherwise
            ? ["id", "then", "citation", "note"]
            : ["id", "rank", "validFrom", "validTo", "endsDeliberately", "when", "then", "citation", "note"];
        var fields = new Fields(node, context.Problems, names);
        var id = context.DeclareName(fields, "id", "Die Regel");
        var condition = ReadCondition(fields, context);
        var from = isOtherwise ? null : fields.OptionalDate("validFrom");
        var to = isOtherwise ? null : fields.OptionalDate("validTo");
        HeaderReader.CheckValidity(fields, from, to, context.Problems);
        var then = fields.Find("then");
        if (then is null && fields.IsObject)
        {
            context.Problems.Add(node, "Hier fehlt „then“, die Folge der Regel.");
        }

        var rule = new Rule(
            id,
            table,
            condition,
            then is null ? new ScopeOutcome(true, "") : OutcomeReader.Read(then, kind, results, context),
            HeaderReader.ReadCitation(fields, context, required: true) ?? new Citation("", "", ""))
        {
            ValidFrom = from,
            ValidTo = to,
            Rank = policy == HitPolicy.Priority ? fields.OptionalInteger("rank", 1, RuleSetLimits.Rules) ?? 0 : 0,
            EndsDeliberately = !isOtherwise && (fields.OptionalBool("endsDeliberately") ?? false),
            Note = fields.OptionalText("note") ?? "",
            IsOtherwise = isOtherwise,
            Index = index,
        };
        if (policy != HitPolicy.Priority && fields.Find("rank") is { } rank)
        {
            context.Problems.Add(rank, "„rank“ gibt es nur in Tabellen mit hitPolicy priority.");
        }

        context.Problems.CurrentRule = null;
        return rule;
    }

    private static Condition ReadCondition(Fields fields, ReadingContext context)
    {
        var condition = ConditionReader.Read(fields.Find("when"), context);
        if (BoxBuilder.Build(condition, context.Facts.Count) is null)
        {
            context.Problems.Add(
                fields.Find("when")!, $"Die Bedingung ist zu verwickelt: ausgeschrieben hätte sie mehr als {BoxBuilder.Limit} Fälle. Teilen Sie die Regel auf.");
        }

        return condition;
    }

    private static IReadOnlyList<string> ReadResults(Fields fields, TableKind kind, ProblemList problems)
    {
        var results = fields.Texts("values");
        var hasResult = kind is TableKind.Priority or TableKind.Decision;
        if (fields.IsObject && hasResult != (fields.Find("values") is not null))
        {
            problems.Add(fields.Node, hasResult
                ? "Hier fehlt „values“, die Liste der möglichen Ergebnisse."
                : "„values“ gibt es nur in Tabellen vom Typ priority und decision.");
        }

        if (results.Distinct(StringComparer.OrdinalIgnoreCase).Count() != results.Count)
        {
            problems.Add(fields.Find("values")!, "Ein Ergebnis kommt zweimal vor; Groß- und Kleinschreibung unterscheiden Ergebnisse nicht.");
        }

        return results;
    }

    private static FactDeclaration? DeclareResult(string name, string label, IReadOnlyList<string> results, bool mayBeMissing, ReadingContext context)
    {
        if (results.Count == 0)
        {
            return null;
        }

        var choices = results.Select(result => new FactChoice(result, result)).ToArray();
        var fact = new FactDeclaration(context.Facts.Count, name, label, FactType.Choice, choices) { IsOptional = mayBeMissing, IsResult = true };
        context.AddFact(fact);
        return fact;
    }

    private static void CheckKind(SourceNode node, RuleTable table, List<RuleTable> earlier, ProblemList problems)
    {
        if (table.Kind is TableKind.Scope or TableKind.Priority or TableKind.Retention && earlier.Exists(other => other.Kind == table.Kind))
        {
            problems.Add(node, $"Es gibt schon eine Tabelle vom Typ {FormatWords.Of(FormatWords.TableKinds, table.Kind)}; erlaubt ist eine.");
        }

        if (table.Kind == TableKind.Scope && earlier.Exists(other => other.Kind != TableKind.Decision))
        {
            problems.Add(node, "Die Tabelle vom Typ scope muss vor den anderen stehen, denn sie entscheidet, ob diese gelten.");
        }
    }

    private static void CheckRanks(Fields fields, List<Rule> rules, ProblemList problems)
    {
        var nodes = fields.List("rules");
        var seen = new Dictionary<int, string>();
        for (var index = 0; index < rules.Count; index++)
        {
            problems.CurrentRule = rules[index].Id;
            if (rules[index].Rank == 0)
            {
                problems.Add(nodes[index], "Hier fehlt „rank“, der Rang ab 1; der niedrigste zutreffende gilt.");
            }
            else if (seen.TryGetValue(rules[index].Rank, out var other))
            {
                problems.Add(nodes[index].Find("rank")!, $"Den Rang {rules[index].Rank} hat schon die Regel {other}.");
            }
            else
            {
                seen.Add(rules[index].Rank, rules[index].Id);
            }
        }

        problems.CurrentRule = null;
    }
}
