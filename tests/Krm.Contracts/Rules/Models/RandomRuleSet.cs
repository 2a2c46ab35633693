using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace Krm.Contracts.Rules.Models;

/// <summary>Makes rule sets and cases from a seed: every type of fact, every kind of condition, table and due date, all hit policies.</summary>
public sealed class RandomRuleSet
{
    private static readonly string[] Words = ["a", "b", "c", "d"];
    private static readonly string[] Policies = ["unique", "first", "priority", "collect"];
    private static readonly string[] Periods = ["P10D", "P2W", "P1M", "3AT", "2WT", "at-once"];
    private static readonly LocalDate Start = new(2026, 1, 1);

    private readonly Random _random;
    private readonly List<(string Name, string Type, bool Optional)> _facts = [("received", "date", false)];
    private readonly bool _isSmall;
    private int _ruleCount;

    /// <summary>Makes a rule set; a small one has few enough cases to try them all with <see cref="AllCases"/>.</summary>
    public RandomRuleSet(int seed, int largestFacts = 4, int largestRules = 5, bool isSmall = false)
    {
        _random = new Random(seed);
        _isSmall = isSmall;
        var facts = new JsonArray([.. Enumerable.Range(0, _random.Next(1, largestFacts + 1)).Select(MakeFact)]);
        var tables = new JsonArray();
        string[] kinds = ["decision", "scope", "priority", "decision", "duties", "duties", "notices", "routing", "notices", "retention"];
        foreach (var kind in kinds.Where((kind, index) => kind == "duties" || _random.Next(2) == 0))
        {
            tables.Add(MakeTable("t" + tables.Count.ToString(CultureInfo.InvariantCulture), kind, largestRules));
        }

        AddDueDates(seed, tables);
        Document = new JsonObject
        {
            ["format"] = 1,
            ["id"] = "zufall",
            ["version"] = "1",
            ["title"] = "Zufall",
            ["validFrom"] = "2026-01-01",
            ["validTo"] = isSmall ? "2026-01-05" : "2026-01-31",
            ["sources"] = new JsonArray(new JsonObject { ["id"] = "q", ["title"] = "Quelle" }),
            ["facts"] = facts,
            ["parameters"] = new JsonArray(new JsonObject
            {
                ["name"] = "antwort",
                ["status"] = "assumed",
                ["values"] = new JsonArray(
                    new JsonObject { ["value"] = "P3W", ["validTo"] = "2026-01-03" },
                    new JsonObject { ["value"] = "5AT", ["validFrom"] = "2026-01-05" }),
            }),
            ["tables"] = tables,
        };
    }

    public JsonObject Document { get; }

    public string Json => Document.ToJsonString();

    /// <summary>Every case of a small rule set.</summary>
    public IEnumerable<Dictionary<string, string?>> AllCases()
    {
        IEnumerable<Dictionary<string, string?>> cases = [[]];
        foreach (var fact in _facts.Where(fact => !fact.Name.StartsWith('t')))
        {
            IEnumerable<string?> values = fact.Type switch
            {
                "yesNo" => ["true", "false"],
                "number" => ["0", "1", "2", "3"],
                "date" => ["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05"],
                "text" => [.. Words, "andere"],
                _ => Words,
            };
            values = fact.Optional ? values.Append(null) : values;
            cases = cases.SelectMany(_ => values, (known, value) => new Dictionary<string, string?>(known) { [fact.Name] = value });
        }

        return cases;
    }

    /// <summary>A case with a value for every fact; "missing" for some optional ones.</summary>
    public Dictionary<string, string?> MakeCase() =>
        _facts.Where(fact => !fact.Name.StartsWith('t')).ToDictionary(fact => fact.Name, fact => fact.Optional && _random.Next(4) == 0 ? null : MakeText(fact.Type));

    private JsonObject MakeFact(int index)
    {
        var type = _isSmall
            ? new[] { "yesNo", "choice", "number", "text" }[_random.Next(4)]
            : new[] { "yesNo", "choice", "number", "date", "text" }[_random.Next(5)];
        var fact = (Name: "f" + index.ToString(CultureInfo.InvariantCulture), Type: type, Optional: _random.Next(3) == 0);
        _facts.Add(fact);
        var json = new JsonObject { ["name"] = fact.Name, ["type"] = type, ["optional"] = fact.Optional };
        if (type == "choice")
        {
            json["values"] = new JsonArray([.. Words.Select(word => JsonValue.Create(word))]);
        }
        else if (type == "number")
        {
            json["min"] = 0;
            json["max"] = _isSmall ? 3 : 5;
            json["decimals"] = _isSmall ? 0 : 1;
        }

        return json;
    }

    private JsonObject MakeTable(string name, string kind, int largestRules)
    {
        var isSingle = kind is "decision" or "priority" or "scope" or "retention";
        var policy = Policies[_random.Next(isSingle ? 3 : 4)];
        var count = _random.Next(0, largestRules + 1);
        var ranks = Enumerable.Range(1, count).OrderBy(_ => _random.Next()).ToArray();
        var rules = new JsonArray();
        for (var index = 0; index < count; index++)
        {
            var rule = MakeRule(kind);
            if (policy == "priority")
            {
                rule["rank"] = ranks[index];
            }

            if (_random.Next(4) == 0)
            {
                rule["validFrom"] = LocalDatePattern.Iso.Format(Start.PlusDays(_random.Next(0, _isSmall ? 3 : 15)));
            }

            if (_random.Next(4) == 0)
            {
                rule["validTo"] = LocalDatePattern.Iso.Format(Start.PlusDays(_isSmall ? _random.Next(2, 5) : _random.Next(15, 31)));
            }

            if (_random.Next(6) > 0)
            {
                rule["when"] = MakeCondition(2);
            }

            rules.Add(rule);
        }

        var table = new JsonObject { ["name"] = name, ["kind"] = kind, ["hitPolicy"] = policy, ["rules"] = rules };
        if (_random.Next(2) == 0)
        {
            table["otherwise"] = MakeRule(kind);
        }

        if (kind is "decision" or "priority")
        {
            table["values"] = new JsonArray([.. Words.Select(word => JsonValue.Create(word))]);
            _facts.Add((name, "choice", !table.ContainsKey("otherwise")));
        }

        return table;
    }

    private JsonObject MakeRule(string kind)
    {
        var then = kind switch
        {
            "scope" => new JsonObject { ["applies"] = _random.Next(3) > 0 },
            "decision" or "priority" => new JsonObject { ["value"] = Words[_random.Next(4)] },
            "duties" => new JsonObject { ["duty"] = "d" + _random.Next(6).ToString(CultureInfo.InvariantCulture), ["title"] = "Pflicht", ["role"] = "Rolle" },
            "notices" => new JsonObject { ["notice"] = "n" + _random.Next(6).ToString(CultureInfo.InvariantCulture), ["to"] = "Rolle", ["text"] = "Hinweis" },
            "routing" => new JsonObject { ["to"] = "Stelle" },
            _ => new JsonObject { ["due"] = new JsonObject { ["period"] = "P1Y" } },
        };
        return new JsonObject
        {
            ["id"] = "r" + (_ruleCount++).ToString(CultureInfo.InvariantCulture),
            ["then"] = then,
            ["citation"] = new JsonObject { ["source"] = "q" },
        };
    }

    /// <summary>Gives duties and retention their periods, from a sequence of its own, so that the rest of a seed stays as it is.</summary>
    private void AddDueDates(int seed, JsonArray tables)
    {
        var random = new Random(~seed);
        var outcomes = tables.SelectMany(table => table!["rules"]!.AsArray().Append(table["otherwise"])).OfType<JsonObject>()
            .Select(rule => rule["then"]!.AsObject()).ToArray();
        var duties = outcomes.Select(then => then["duty"]?.GetValue<string>()).OfType<string>().Distinct().ToArray();
        foreach (var then in outcomes.Where(then => then.ContainsKey("due") || (then.ContainsKey("duty") && random.Next(4) > 0)))
        {
            var due = then.ContainsKey("duty") && random.Next(4) == 0
                ? new JsonObject { ["parameter"] = "antwort" }
                : new JsonObject { ["period"] = Periods[random.Next(Periods.Length)] };
            due["start"] = MakeStart(random, [.. duties.Where(duty => string.CompareOrdinal(duty, then["duty"]?.GetValue<string>() ?? "e") < 0)]);
            if (due["start"] is null)
            {
                due.Remove("start");
            }

            if (due["period"]?.GetValue<string>() is { } period && period != "at-once" && random.Next(5) == 0)
            {
                due["direction"] = "backward";
            }

            then["due"] = due;
        }
    }

    /// <summary>A date fact, a duty that comes before, or the day of receipt.</summary>
    private JsonObject? MakeStart(Random random, string[] earlierDuties)
    {
        var dates = _facts.Where(fact => fact.Type == "date" && fact.Name != "received").ToArray();
        return random.Next(3) switch
        {
            0 when dates.Length > 0 => new JsonObject { ["fact"] = dates[random.Next(dates.Length)].Name },
            1 when earlierDuties.Length > 0 => new JsonObject { ["duty"] = earlierDuties[random.Next(earlierDuties.Length)] },
            _ => null,
        };
    }

    private JsonObject MakeCondition(int depth)
    {
        var condition = new JsonObject();
        for (var part = _random.Next(1, 3); part > 0; part--)
        {
            switch (depth > 0 ? _random.Next(6) : 5)
            {
                case 0:
                    condition["all"] = new JsonArray(MakeCondition(depth - 1), MakeCondition(depth - 1));
                    break;
                case 1:
                    condition["any"] = new JsonArray(MakeCondition(depth - 1), MakeCondition(depth - 1));
                    break;
                case 2:
                    condition["not"] = MakeCondition(depth - 1);
                    break;
                default:
                    var fact = _facts[_random.Next(_facts.Count)];
                    condition[fact.Name] = MakeTest(fact.Type, fact.Optional);
                    break;
            }
        }

        return condition;
    }

    private JsonNode MakeTest(string type, bool optional)
    {
        switch (_random.Next(5))
        {
            case 0:
                return new JsonArray(MakeValue(type), MakeValue(type));
            case 1:
                return new JsonObject { ["not"] = MakeValue(type) };
            case 2 when optional:
                return new JsonObject { ["present"] = _random.Next(2) == 0 };
            case 3 when type is "number" or "date":
                return new JsonObject { [_random.Next(2) == 0 ? "from" : "above"] = MakeValue(type) };
            case 4 when type is "number" or "date":
                return new JsonArray(MakeValue(type), new JsonObject { [_random.Next(2) == 0 ? "to" : "below"] = MakeValue(type) });
            default:
                return MakeValue(type);
        }
    }

    // Never the outermost values, so that no test is empty and refused.
    private JsonValue MakeValue(string type) => type switch
    {
        "yesNo" => JsonValue.Create(_random.Next(2) == 0),
        "number" => JsonValue.Create(MakeNumber()),
        _ => JsonValue.Create(MakeText(type)),
    };

    private string MakeText(string type) => type switch
    {
        "yesNo" => _random.Next(2) == 0 ? "true" : "false",
        "number" => MakeNumber().ToString(CultureInfo.InvariantCulture),
        "date" => LocalDatePattern.Iso.Format(Start.PlusDays(_random.Next(1, _isSmall ? 4 : 30))),
        _ => Words[_random.Next(4)],
    };

    private decimal MakeNumber() => _isSmall ? _random.Next(1, 3) : _random.Next(1, 50) / 10m;
}
