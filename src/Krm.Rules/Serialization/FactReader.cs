using System.Text.Json;
using Krm.Rules.Facts;
using NodaTime;

namespace Krm.Rules.Serialization;

/// <summary>Reads the declared facts.</summary>
internal static class FactReader
{
    public static void Read(Fields root, ReadingContext context, LocalDate? validFrom, LocalDate? validTo)
    {
        context.AddFact(new FactDeclaration(0, FactDeclaration.ReceivedName, "Eingang", FactType.Date)
        {
            DayRange = (
                validFrom is { } from ? DayNumber.From(from) : DayNumber.Earliest,
                validTo is { } to ? DayNumber.From(to) : DayNumber.Latest),
        });
        foreach (var node in root.List("facts"))
        {
            if (context.Facts.Count >= RuleSetLimits.Facts)
            {
                context.Problems.Add(node, $"Es sind mehr als {RuleSetLimits.Facts} Tatsachen angegeben.");
                return;
            }

            ReadFact(node, context);
        }
    }

    /// <summary>Reads a value of a fact from JSON: text, number, true or false; adds a problem if it does not fit.</summary>
    public static FactValue? ReadValue(SourceNode node, FactDeclaration fact, ProblemList problems)
    {
        var fits = (fact.Type, node.Kind) switch
        {
            (FactType.YesNo, JsonTokenType.True or JsonTokenType.False) => true,
            (FactType.Number, JsonTokenType.Number) => true,
            (_, JsonTokenType.String) => node.Text.Trim().Length > 0,
            _ => false,
        };
        var text = node.Kind switch
        {
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => node.Text.Trim(),
        };
        if (fits && fact.Type == FactType.Text)
        {
            return new FactValue(fact.Vocabulary.Add(text));
        }

        if (fits && fact.TryEncode(text, out var value))
        {
            return value;
        }

        problems.Add(
            node,
            $"Hier steht {node.Describe()}; „{fact.Name}“ erlaubt {FactTexts.DescribeAllowed(fact)}.",
            NearestName.Find(text, fact.Choices.Select(choice => choice.Name)));
        return null;
    }

    private static void ReadFact(SourceNode node, ReadingContext context)
    {
        var fields = new Fields(
            node, context.Problems, "name", "label", "type", "values", "default", "optional", "decimals", "min", "max", "unit");
        var name = context.DeclareName(fields, "name", "Die Tatsache oder Tabelle");
        if (FormatWords.Reserved.Contains(name))
        {
            context.Problems.Add(fields.Find("name")!, $"„{name}“ ist als Name vergeben.");
        }

        var type = fields.Choice("type", FormatWords.FactTypes, required: true) ?? FactType.Text;
        var choices = ReadChoices(fields, type, context.Problems);
        var fact = new FactDeclaration(context.Facts.Count, name, fields.OptionalText("label") ?? name, type, choices)
        {
            Decimals = fields.OptionalInteger("decimals", 0, FactDeclaration.MaximumDecimals) ?? 0,
            Minimum = fields.OptionalNumber("min"),
            Maximum = fields.OptionalNumber("max"),
            Unit = fields.OptionalText("unit") ?? "",
            IsOptional = fields.OptionalBool("optional") ?? false,
        };
        CheckNumber(fields, fact, context.Problems);
        if (fields.Find("default") is { } defaultNode)
        {
            // The default can only be understood with the rest of the declaration at hand.
            fact = new FactDeclaration(fact, ReadValue(defaultNode, fact, context.Problems));
        }
        else if (fact.IsOptional)
        {
            fact = new FactDeclaration(fact, FactValue.Missing);
        }

        context.AddFact(fact);
    }

    private static List<FactChoice> ReadChoices(Fields fields, FactType type, ProblemList problems)
    {
        var choices = new List<FactChoice>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in fields.List("values"))
        {
            var choice = ReadChoice(node, fields, problems);
            if (choice is not null && !names.Add(choice.Name))
            {
                problems.Add(node, $"Der Wert „{SourceNode.Cut(choice.Name)}“ kommt zweimal vor; Groß- und Kleinschreibung unterscheiden Werte nicht.");
            }
            else if (choice is not null)
            {
                choices.Add(choice);
            }

            if (choices.Count > RuleSetLimits.Choices)
            {
                problems.Add(node, $"Die Liste hat mehr als {RuleSetLimits.Choices} Werte.");
                break;
            }
        }

        if (fields.IsObject && type == FactType.Choice != (fields.Find("values") is not null))
        {
            problems.Add(fields.Node, type == FactType.Choice
                ? "Hier fehlt „values“, die Liste der erlaubten Werte."
                : "„values“ gibt es nur bei Tatsachen vom Typ choice.");
        }
        else if (type == FactType.Choice && choices.Count == 0 && fields.Find("values") is { Children.Count: 0 } empty)
        {
            problems.Add(empty, "Die Liste der erlaubten Werte ist leer.");
        }

        return choices;
    }

    private static FactChoice? ReadChoice(SourceNode node, Fields owner, ProblemList problems)
    {
        if (node.Kind != JsonTokenType.StartObject)
        {
            return owner.TextOf(node, mayBeEmpty: false) is { } text ? new FactChoice(text.Trim(), text.Trim()) : null;
        }

        var fields = new Fields(node, problems, "name", "label");
        var name = fields.Text("name").Trim();
        return name.Length == 0 ? null : new FactChoice(name, fields.OptionalText("label") ?? name);
    }

    private static void CheckNumber(Fields fields, FactDeclaration fact, ProblemList problems)
    {
        foreach (var name in new[] { "decimals", "min", "max", "unit" })
        {
            if (fact.Type != FactType.Number && fields.Find(name) is { } node)
            {
                problems.Add(node, $"„{name}“ gibt es nur bei Tatsachen vom Typ number.");
            }
        }

        foreach (var (name, limit) in new[] { ("min", fact.Minimum), ("max", fact.Maximum) })
        {
            if (limit is { } value && !fact.TryScale(value, out _))
            {
                problems.Add(fields.Find(name)!, $"Die Grenze passt nicht zu {fact.Decimals} Nachkommastellen.");
            }
        }

        if (fact.Minimum > fact.Maximum)
        {
            problems.Add(fields.Find("max")!, "Die größte erlaubte Zahl liegt unter der kleinsten.");
        }
    }
}
