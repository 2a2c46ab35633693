using System.Text;
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

    private static string Message(string json) => Assert.Throws<RuleSetFormatException>(() => RuleSet.Read(json)).Message;
}
