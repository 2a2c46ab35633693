using System.Text.Json;
using Krm.Rules.Facts;
using Krm.Rules.Testing;
using NodaTime;
using NodaTime.Text;

namespace Krm.Rules.Serialization;

/// <summary>Reads the test cases kept inside a rule set.</summary>
internal static class TestReader
{
    /// <summary>How a test writes a day with a time.</summary>
    public static readonly LocalDateTimePattern MomentPattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    private static readonly string[] ExpectationNames =
        ["applies", "scopeRule", "priority", "duties", "roles", "absent", "notices", "routeTo", "deleteOn"];

    public static List<RuleSetTest> Read(Fields root, IReadOnlyList<RuleTable> tables, ReadingContext context)
    {
        var tests = new List<RuleSetTest>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in root.List("tests"))
        {
            var fields = new Fields(node, context.Problems, "name", "received", "land", "facts", "expect", "quote");
            var name = fields.Text("name");
            if (name.Length > 0 && !names.Add(name))
            {
                context.Problems.Add(fields.Find("name")!, "Diesen Namen hat schon ein anderer Prüffall.");
            }

            var moment = fields.Find("received") is { } received ? ReadMoment(received) : null;
            tests.Add(new RuleSetTest(name, moment?.Date ?? fields.Date("received") ?? default, ReadFacts(fields, context), ReadExpectation(fields, tables, context))
            {
                ReceivedTime = moment?.TimeOfDay,
                Land = fields.OptionalText("land") ?? "",
                Quote = fields.OptionalText("quote") ?? "",
            });
        }

        return tests;
    }

    private static Dictionary<string, string> ReadFacts(Fields owner, ReadingContext context)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in ObjectOf(owner, "facts", context.Problems))
        {
            if (context.FindFact(node, node.Key) is not { } fact)
            {
                continue;
            }

            if (fact.IsResult || fact.Index == 0)
            {
                context.Problems.Add(node, $"„{fact.Name}“ kann ein Prüffall hier nicht vorgeben.");
            }
            else if (node.Kind == JsonTokenType.String && fact.Type == FactType.Text)
            {
                facts[node.Key] = node.Text;
            }
            else if (FactReader.ReadValue(node, fact, context.Problems) is { } value)
            {
                facts[node.Key] = FactTexts.ToData(fact, value.Code);
            }
        }

        return facts;
    }

    private static RuleSetExpectation ReadExpectation(Fields owner, IReadOnlyList<RuleTable> tables, ReadingContext context)
    {
        if (owner.Find("expect") is not { } node)
        {
            if (owner.IsObject)
            {
                context.Problems.Add(owner.Node, "Hier fehlt „expect“: was herauskommen soll.");
            }

            return new RuleSetExpectation();
        }

        var fields = new Fields(node, context.Problems, ExpectationNames);
        if (fields.IsObject && node.Children.Count == 0)
        {
            context.Problems.Add(node, $"Der Prüffall erwartet nichts; erlaubt: {string.Join(", ", ExpectationNames)}.");
        }

        var rules = tables.Where(table => table.Kind == TableKind.Scope).SelectMany(table => table.Rules.Append(table.Otherwise)).OfType<Rule>();
        var priorities = tables.Where(table => table.Kind == TableKind.Priority).SelectMany(table => table.Result?.Choices ?? []);
        var moments = new Dictionary<string, LocalDateTime>(StringComparer.Ordinal);
        return new RuleSetExpectation
        {
            Applies = fields.OptionalBool("applies"),
            ScopeRule = Known(fields, "scopeRule", [.. rules.Select(rule => rule.Id)], context.Problems),
            Priority = Known(fields, "priority", [.. priorities.Select(choice => choice.Name)], context.Problems),
            Duties = ReadDuties(fields, context, moments),
            DueMoments = moments,
            Roles = ReadRoles(fields, context),
            AbsentDuties = ReadNames(fields, "absent", context.DutyIds, context.Problems),
            Notices = ReadNames(fields, "notices", context.NoticeIds, context.Problems),
            RouteTo = fields.OptionalText("routeTo"),
            DeleteOn = fields.OptionalDate("deleteOn"),
        };
    }

    private static Dictionary<string, LocalDate?> ReadDuties(Fields fields, ReadingContext context, Dictionary<string, LocalDateTime> moments)
    {
        var duties = new Dictionary<string, LocalDate?>(StringComparer.Ordinal);
        foreach (var child in ObjectOf(fields, "duties", context.Problems))
        {
            CheckKnown(child, child.Key, context.DutyIds, context.Problems);
            if (ReadMoment(child) is { } moment)
            {
                moments[child.Key] = moment;
                duties[child.Key] = null;
                continue;
            }

            duties[child.Key] = new Fields(fields.Find("duties")!, context.Problems, [.. fields.Find("duties")!.Children.Select(item => item.Key)])
                .OptionalDate(child.Key);
        }

        return duties;
    }

    /// <summary>A day with a time, JJJJ-MM-TTThh:mm; <c>null</c> for anything else, which is then read as a day.</summary>
    private static LocalDateTime? ReadMoment(SourceNode node) =>
        node.Kind == JsonTokenType.String && MomentPattern.Parse(node.Text) is { Success: true } parsed && parsed.Value.Year is >= 1900 and < 2200 ? parsed.Value : null;

    private static Dictionary<string, string> ReadRoles(Fields fields, ReadingContext context)
    {
        var roles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var child in ObjectOf(fields, "roles", context.Problems))
        {
            CheckKnown(child, child.Key, context.DutyIds, context.Problems);
            roles[child.Key] = fields.TextOf(child, mayBeEmpty: false) ?? "";
        }

        return roles;
    }

    private static IReadOnlyList<string> ReadNames(Fields fields, string field, HashSet<string> known, ProblemList problems)
    {
        foreach (var node in fields.List(field).Where(node => node.Kind == JsonTokenType.String))
        {
            CheckKnown(node, node.Text, known, problems);
        }

        return fields.Texts(field);
    }

    private static string? Known(Fields fields, string field, IReadOnlyCollection<string> known, ProblemList problems)
    {
        var text = fields.OptionalText(field);
        if (text is not null)
        {
            CheckKnown(fields.Find(field)!, text, known, problems);
        }

        return text;
    }

    private static void CheckKnown(SourceNode node, string name, IReadOnlyCollection<string> known, ProblemList problems)
    {
        if (!known.Contains(name))
        {
            problems.Add(
                node,
                $"„{SourceNode.Cut(name)}“ kommt in keiner Regel vor; es gibt {string.Join(", ", known.Take(20))}.",
                NearestName.Find(name, known));
        }
    }

    private static IReadOnlyList<SourceNode> ObjectOf(Fields owner, string field, ProblemList problems)
    {
        var node = owner.Find(field);
        if (node is null || node.Kind == JsonTokenType.StartObject)
        {
            return node?.Children ?? [];
        }

        problems.Add(node, $"Hier steht {node.Describe()}, erwartet wird ein Objekt {{ … }}.");
        return [];
    }
}
