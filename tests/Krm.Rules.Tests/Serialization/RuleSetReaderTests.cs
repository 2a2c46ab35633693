using System.Text;
using System.Text.Json.Nodes;
using Krm.Rules.Serialization;
using static Krm.Rules.Tests.RuleSetTexts;

namespace Krm.Rules.Tests.Serialization;

public class RuleSetReaderTests
{
    [Fact]
    public void Read_CommentsTrailingCommasAndByteOrderMark_AreAllowed()
    {
        var json = "\uFEFF// Kopf\n" + WithTable(Table("collect", Rule("r1", "{ /* immer */ }")) + ",");

        Assert.Equal("r1", RuleSet.Read(json).Rules[0].Id);
    }

    [Fact]
    public void Read_SeveralMistakes_ReportsAllWithPlaceRuleAndSuggestion()
    {
        var json = WithTable(Table(
            "collect",
            Rule("r1", """{ "kanal": "Breif" }"""),
            Rule("r2", """{ "kanall": "Brief" }"""),
            Rule("r2", """{ "betrag": { "from": 200 } }"""),
            """{ "id": "r4", "then": { "duty": "x", "title": "X" }, "citation": { "source": "qq" } }"""));

        Assert.False(RuleSet.TryRead(Encoding.UTF8.GetBytes(json), out _, out var problems));

        Assert.Equal(
            [
                ("tables[0].rules[0].when.kanal", "r1", "Brief"),
                ("tables[0].rules[1].when.kanall", "r2", "kanal"),
                ("tables[0].rules[2].id", "r2", null),
                ("tables[0].rules[2].when.betrag.from", "r2", null),
                ("tables[0].rules[3].then", "r4", null),
                ("tables[0].rules[3].citation.source", "r4", "q"),
            ],
            problems.Select(problem => (problem.Path, problem.RuleId!, problem.Suggestion)));
        Assert.All(problems, problem => Assert.Equal(12, problem.Line));
        Assert.All(problems, problem => Assert.True(problem.Column > 1));
    }

    [Theory]
    [InlineData("", "kein gültiges JSON")]
    [InlineData("[]", "erwartet wird ein Objekt")]
    [InlineData("{ \"format\": 1,", "kein gültiges JSON")]
    [InlineData("{ \"format\": 2 }", "Dateiformat 2 ist unbekannt")]
    [InlineData("{ \"format\": 1, \"format\": 1 }", "kommt hier zweimal vor")]
    [InlineData("{ \"formt\": 1 }", "Gemeint war vielleicht „format“")]
    [InlineData("{ \"id\": 5 }", "erwartet wird ein Text")]
    [InlineData("{ \"validFrom\": \"2026-02-30\" }", "ein Datum JJJJ-MM-TT")]
    [InlineData("{ \"validFrom\": \"2026-02-02\", \"validTo\": \"2026-02-01\" }", "bevor sie am 02.02.2026 beginnt")]
    [InlineData("{ \"facts\": {} }", "erwartet wird eine Liste")]
    [InlineData("{ \"facts\": [{ \"name\": \"all\", \"type\": \"text\" }] }", "als Name vergeben")]
    [InlineData("{ \"facts\": [{ \"name\": \"a b\", \"type\": \"text\" }] }", "ist kein Name")]
    [InlineData("{ \"facts\": [{ \"name\": \"a\", \"type\": \"txt\" }] }", "Gemeint war vielleicht „text“")]
    [InlineData("{ \"facts\": [{ \"name\": \"a\", \"type\": \"choice\" }] }", "Hier fehlt „values“")]
    [InlineData("{ \"facts\": [{ \"name\": \"a\", \"type\": \"choice\", \"values\": [] }] }", "ist leer")]
    [InlineData("{ \"facts\": [{ \"name\": \"a\", \"type\": \"choice\", \"values\": [\"x\", \"X\"] }] }", "kommt zweimal vor")]
    [InlineData("{ \"facts\": [{ \"name\": \"a\", \"type\": \"text\", \"values\": [\"x\"] }] }", "nur bei Tatsachen vom Typ choice")]
    [InlineData("{ \"facts\": [{ \"name\": \"a\", \"type\": \"yesNo\", \"min\": 1 }] }", "nur bei Tatsachen vom Typ number")]
    [InlineData("{ \"facts\": [{ \"name\": \"a\", \"type\": \"number\", \"min\": 2, \"max\": 1 }] }", "unter der kleinsten")]
    [InlineData("{ \"facts\": [{ \"name\": \"a\", \"type\": \"number\", \"min\": 0.5 }] }", "passt nicht zu 0 Nachkommastellen")]
    [InlineData("{ \"facts\": [{ \"name\": \"a\", \"type\": \"yesNo\", \"default\": \"vielleicht\" }] }", "ja oder nein")]
    [InlineData("{ \"parameters\": [{ \"name\": \"p\", \"status\": \"cited\", \"value\": \"4W\" }] }", "eine Frist wie P10D")]
    [InlineData("{ \"parameters\": [{ \"name\": \"p\", \"status\": \"cited\", \"value\": \"PT48M\" }] }", "PT48H (Stunden)")]
    [InlineData("{ \"parameters\": [{ \"name\": \"p\", \"status\": \"cited\" }] }", "genau eines von „value“ und „values“")]
    [InlineData("{ \"parameters\": [{ \"name\": \"p\", \"status\": \"cited\", \"values\": [{ \"value\": \"P1D\" }, { \"value\": \"P2D\" }] }] }", "überschneidet sich")]
    public void Read_BrokenDocument_SaysWhat(string json, string expected)
    {
        var exception = Assert.Throws<RuleSetFormatException>(() => RuleSet.Read(json, "probe.json"));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("probe.json: ", exception.Message, StringComparison.Ordinal);
        Assert.All(exception.Problems, problem => Assert.True(problem.Line >= 1 && problem.Column >= 1));
    }

    [Theory]
    [InlineData("""{ "kanal": [] }""", "Die Liste ist leer")]
    [InlineData("""{ "kanal": {} }""", "Die Bedingung ist leer")]
    [InlineData("""{ "kanal": { "from": "Brief" } }""", "nur bei Zahlen und Daten")]
    [InlineData("""{ "betrag": 1.234 }""", "höchstens 2 Nachkommastellen")]
    [InlineData("""{ "betrag": { "from": 5, "to": 4 } }""", "trifft nie zu")]
    [InlineData("""{ "frist": "morgen" }""", "ein Datum JJJJ-MM-TT")]
    [InlineData("""{ "any": {} }""", "eine Liste von Bedingungen")]
    [InlineData("""{ "not": [] }""", "erwartet wird eine Bedingung")]
    [InlineData("""[]""", "erwartet wird eine Bedingung")]
    public void Read_BrokenCondition_SaysWhat(string when, string expected) =>
        Assert.Contains(expected, Message(WithTable(Table("collect", Rule("r1", when)))), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "duty": "a", "title": "A", "role": "R", "due": {} }""", "genau eines von „period“ und „parameter“")]
    [InlineData("""{ "duty": "a", "title": "A", "role": "R", "due": { "parameter": "x" } }""", "Der Parameter „x“ ist nicht angegeben")]
    [InlineData("""{ "duty": "a", "title": "A", "role": "R", "due": { "period": "P1D", "regime": "VwVfg" } }""", "Gemeint war vielleicht „VwVfG“")]
    [InlineData("""{ "duty": "a", "title": "A", "role": "R", "due": { "period": "P1D", "start": { "fact": "kanal" } } }""", "ist kein Datum")]
    [InlineData("""{ "duty": "a", "title": "A", "role": "R", "due": { "period": "P1D", "start": { "duty": "b" } } }""", "Die Pflicht „b“ gibt es nicht")]
    [InlineData("""{ "duty": "a", "title": "A", "role": "R", "due": { "period": "P1D", "start": { "duty": "a" } } }""", "hängen im Kreis voneinander ab: a")]
    [InlineData("""{ "duty": "a", "title": "A", "role": "R", "dependsOn": ["a"] }""", "hängen im Kreis voneinander ab: a")]
    [InlineData("""{ "duty": "a", "title": "A", "role": "R", "escalation": [{ "notify": "L" }] }""", "Hier fehlt „workingDays“")]
    [InlineData("""{ "duty": "a", "title": "A", "role": "R", "due": { "period": "PT48H", "shift": true } }""", "endet auf die Minute")]
    [InlineData("""{ "duty": "a", "title": "A", "role": "R", "due": { "period": "at-once", "regime": "BGB" } }""", "nur als Serviceziel")]
    [InlineData("""{ "duty": "a", "title": "A", "role": "R", "due": { "period": "at-once", "direction": "backward" } }""", "nicht rückwärts")]
    public void Read_BrokenDuty_SaysWhat(string then, string expected) =>
        Assert.Contains(expected, Message(WithTable(Table("collect", Rule("r1", "{}", then)))), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "name": "t", "kind": "scope", "hitPolicy": "collect", "rules": [] }""", "nur ein Ergebnis")]
    [InlineData("""{ "name": "t", "kind": "priority", "hitPolicy": "first", "rules": [] }""", "Hier fehlt „values“")]
    [InlineData("""{ "name": "t", "kind": "duties", "hitPolicy": "first", "values": ["a"], "rules": [] }""", "nur in Tabellen vom Typ priority und decision")]
    [InlineData("""{ "name": "kanal", "kind": "duties", "hitPolicy": "first", "rules": [] }""", "schon einmal angegeben")]
    [InlineData("""{ "name": "t", "kind": "duties", "hitPolicy": "first", "rules": [] }, { "name": "s", "kind": "scope", "hitPolicy": "first", "rules": [] }""", "muss vor den anderen stehen")]
    [InlineData("""{ "name": "t", "kind": "scope", "hitPolicy": "first", "rules": [] }, { "name": "s", "kind": "scope", "hitPolicy": "first", "rules": [] }""", "schon eine Tabelle vom Typ scope")]
    public void Read_BrokenTable_SaysWhat(string table, string expected) =>
        Assert.Contains(expected, Message(WithTable(table)), StringComparison.Ordinal);

    [Fact]
    public void Read_RanksMissingOrDouble_NamesTheRules()
    {
        var message = Message(WithTable(Table("priority", Rule("r1", "{}", more: "\"rank\": 1,"), Rule("r2", "{}", more: "\"rank\": 1,"), Rule("r3", "{}"))));

        Assert.Contains("Regel r2: Den Rang 1 hat schon die Regel r1.", message, StringComparison.Ordinal);
        Assert.Contains("Regel r3: Hier fehlt „rank“", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RankUnderAnotherPolicy_IsRefused() =>
        Assert.Contains("nur in Tabellen mit hitPolicy priority", Message(WithTable(Table("first", Rule("r1", "{}", more: "\"rank\": 1,")))), StringComparison.Ordinal);

    [Fact]
    public void Read_ParameterThatBecomesAtOnce_IsRefusedForACountBackAsWell() => Assert.Contains(
        "nicht rückwärts",
        Message(WithTable(
            Table("collect", Rule("r1", "{}", """{ "duty": "a", "title": "A", "role": "R", "due": { "parameter": "p", "direction": "backward" } }""")),
            """ "parameters": [{ "name": "p", "status": "cited", "values": [{ "value": "P1D", "validTo": "2026-06-30" }, { "value": "at-once", "validFrom": "2026-07-01" }] }], """)),
        StringComparison.Ordinal);

    [Fact]
    public void Read_CycleThroughTheRowOtherwise_IsFound()
    {
        const string First = """{ "duty": "a", "title": "A", "role": "R", "due": { "period": "P1D", "start": { "duty": "b" } } }""";
        const string Second = """{ "duty": "b", "title": "B", "role": "R", "due": { "period": "P1D", "start": { "duty": "a" } } }""";
        var table = $$"""{ "name": "t", "kind": "duties", "hitPolicy": "first", "rules": [{{Rule("r1", """{ "dringend": true }""", First)}}], "otherwise": { "id": "r2", "then": {{Second}}, "citation": { "source": "q" } } }""";

        Assert.Contains("hängen im Kreis voneinander ab: a, b", Message(WithTable(table)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RetentionInHours_IsRefused() => Assert.Contains(
        "zählt in Tagen oder länger",
        Message(WithTable("""{ "name": "t", "kind": "retention", "hitPolicy": "first", "rules": [{ "id": "r", "then": { "due": { "period": "PT48H" } }, "citation": { "source": "q" } }] }""")),
        StringComparison.Ordinal);

    [Fact]
    public void Read_TestOfUnknownDuty_IsRefused() => Assert.Contains(
        "kommt in keiner Regel vor",
        Message(WithTable(Table("collect", Rule("r1", "{}")), """ "tests": [{ "name": "n", "received": "2026-03-02", "expect": { "duties": { "antwrt": null } } }], """)),
        StringComparison.Ordinal);

    [Fact]
    public void Read_DeepNesting_EndsInAClearProblem()
    {
        var json = WithTable(Table("collect", Rule("r1", string.Concat(Enumerable.Repeat("""{ "not": """, 10_000)) + "{}" + new string('}', 10_000))));

        Assert.Contains("verschachtelt", Message(json), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", "{")]
    [InlineData("{\"a\":", "{\"a\":")]
    public void Read_NestingThatNeverCloses_SaysThatItIsTooDeep(string opening, string start) =>
        Assert.Contains("tiefer als 32 Ebenen", Message(start + (start == "{" ? "\"facts\":" : "") + string.Concat(Enumerable.Repeat(opening, 100_000))), StringComparison.Ordinal);

    [Fact]
    public void Read_BrokenJsonBehindUmlauts_NamesTheCharacterNotTheByte()
    {
        var exception = Assert.Throws<RuleSetFormatException>(() => RuleSet.Read("\uFEFF{\n \"title\": \"äöü\" 1 }"));

        Assert.Equal((2, 17), (exception.Problems[0].Line, exception.Problems[0].Column));
    }

    [Fact]
    public void Read_AMillionRules_EndsInAClearProblemWithinBoundedMemory()
    {
        var rule = """{"id":"r","then":{},"citation":{}},""";
        var builder = new StringBuilder("""{"format":1,"tables":[{"name":"t","kind":"duties","hitPolicy":"collect","rules":[""");
        for (var count = 0; count < 1_000_000; count++)
        {
            builder.Append(rule);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var message = Message(builder.Append("]}]}").ToString());

        Assert.Contains("größer als 16 MiB", message, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 200_000_000);
    }

    [Fact]
    public void Read_TooManyRules_EndsInAClearProblem()
    {
        var rules = string.Join(",", Enumerable.Range(0, RuleSetLimits.Rules + 1).Select(index => Rule("r" + index, "{}")));

        Assert.Contains("mehr als 20000 Regeln", Message(WithTable($$"""{ "name": "t", "kind": "duties", "hitPolicy": "first", "rules": [{{rules}}] }""")), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HugeText_EndsInAClearProblem() =>
        Assert.Contains("Zeichen", Message($$"""{ "format": 1, "title": "{{new string('x', 1_000_000)}}" }"""), StringComparison.Ordinal);

    [Fact]
    public void Read_TooEntangledCondition_IsRefused()
    {
        var any = """{ "any": [{ "kanal": "Brief" }, { "dringend": true }, { "betrag": { "from": 50 } }, { "frist": { "present": true } }] }""";

        Assert.Contains("zu verwickelt", Message(WithTable(Table("collect", Rule("r1", $$"""{ "all": [{{string.Join(",", Enumerable.Repeat(any, 7))}}] }""")))), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_InvalidUtf8_SaysSo()
    {
        byte[] json = [.. "{ \"title\": \""u8, 0xFC, .. "\" }"u8];

        Assert.False(RuleSet.TryRead(json, out _, out var problems));
        Assert.Contains("UTF-8", problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyPrefixOfAShippedRuleSet_ThrowsNothingButTheDocumentedException()
    {
        var json = ShippedRuleSets.GetSource("kqs");
        for (var length = 0; length < json.Length; length += 97)
        {
            Assert.Throws<RuleSetFormatException>(() => RuleSet.Read(json[..length]));
        }
    }

    [Fact]
    public void Read_RandomlyDamagedDocuments_ThrowNothingButTheDocumentedException()
    {
        var random = new Random(7);
        var json = ShippedRuleSets.GetSource("ral").ToCharArray();
        for (var round = 0; round < 1_000; round++)
        {
            var damaged = (char[])json.Clone();
            for (var count = random.Next(1, 6); count > 0; count--)
            {
                damaged[random.Next(damaged.Length)] = "{}[]\",:0ax\\"[random.Next(11)];
            }

            RuleSet.TryRead(Encoding.UTF8.GetBytes(damaged), out var ruleSet, out var problems);
            Assert.Equal(ruleSet is null, problems.Count > 0);
        }
    }

    [Fact]
    public void Read_MembersTakenOutRenamedOrOfAnotherType_ThrowNothingButTheDocumentedException()
    {
        var random = new Random(11);
        foreach (var ruleSet in ShippedRuleSets.Ids.Select(ShippedRuleSets.Get))
        {
            for (var round = 0; round < 400; round++)
            {
                var document = JsonNode.Parse(ruleSet.ToJson())!;
                for (var count = random.Next(1, 4); count > 0; count--)
                {
                    Damage(document, random);
                }

                RuleSet.TryRead(Encoding.UTF8.GetBytes(document.ToJsonString()), out var read, out var problems);
                Assert.Equal(read is null, problems.Count > 0);
            }
        }
    }

    private static void Damage(JsonNode node, Random random)
    {
        while (true)
        {
            var count = node is JsonObject members ? members.Count : ((JsonArray)node).Count;
            if (count == 0)
            {
                return;
            }

            var position = random.Next(count);
            var child = node is JsonObject parent ? parent.ElementAt(position).Value : node[position];
            if (child is JsonObject or JsonArray && random.Next(6) > 0)
            {
                node = child;
                continue;
            }

            JsonNode? replacement = random.Next(6) switch
            {
                0 => null,
                1 => new JsonObject(),
                2 => new JsonArray(),
                3 => JsonValue.Create(-1),
                4 => JsonValue.Create(true),
                _ => JsonValue.Create("x y"),
            };
            if (node is JsonArray list)
            {
                list[position] = replacement;
                return;
            }

            var named = (JsonObject)node;
            var key = named.ElementAt(position).Key;
            named.Remove(key);
            if (random.Next(3) > 0)
            {
                named[random.Next(4) == 0 ? key + "x" : key] = replacement;
            }

            return;
        }
    }

    private static string Message(string json) => Assert.Throws<RuleSetFormatException>(() => RuleSet.Read(json)).Message;
}
