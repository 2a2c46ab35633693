using Krm.Rules.Validation;
using static Krm.Rules.Tests.RuleSetTexts;

namespace Krm.Rules.Tests.Validation;

public class RuleSetAnalyzerTests
{
    [Fact]
    public void Analyze_Gap_ShowsAConcreteCase()
    {
        var finding = Only(FindingKind.Gap, Table("collect", Rule("r1", """{ "betrag": { "below": 50 } }"""), Rule("r2", """{ "betrag": { "above": 50 } }""")));

        Assert.Contains("betrag = 50,00", finding.Message, StringComparison.Ordinal);
        Assert.Equal("50", finding.Example["betrag"]);
        Assert.Equal("Brief", finding.Example["kanal"]);
    }

    [Fact]
    public void Analyze_RuleThatEnds_IsAHoleFromTheNextDay()
    {
        var finding = Only(FindingKind.ValidityHole, Table(
            "unique",
            Rule("r1", """{ "kanal": "Brief" }""", more: "\"validTo\": \"2026-06-30\","),
            Rule("r2", """{ "kanal": ["Fax", "Mail"] }""")));

        Assert.Contains("Ab 01.07.2026 deckt keine Regel diesen Fall ab: kanal = Brief.", finding.Message, StringComparison.Ordinal);
        Assert.Equal("2026-07-01", finding.Example["received"]);
    }

    [Fact]
    public void Analyze_HoleBetweenTwoRules_NamesBothEnds()
    {
        var finding = Only(FindingKind.ValidityHole, Table(
            "unique",
            Rule("r1", "{}", more: "\"validTo\": \"2026-06-30\","),
            Rule("r2", "{}", more: "\"validFrom\": \"2026-07-15\",")));

        Assert.StartsWith("Tabelle „t“: Vom 01.07.2026 bis 14.07.2026", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Analyze_DutyThatEndsAmongOthers_IsAHoleUnlessDeliberate()
    {
        var other = Rule("r2", "{}", """{ "duty": "ablage", "title": "Ablage", "role": "QM" }""");

        Assert.Contains("„antwort“", Only(FindingKind.ValidityHole, Table("collect", Rule("r1", "{}", more: "\"validTo\": \"2026-06-30\","), other)).Message, StringComparison.Ordinal);
        Assert.Empty(Defects(Table("collect", Rule("r1", "{}", more: "\"validTo\": \"2026-06-30\", \"endsDeliberately\": true,"), other)));
    }

    [Fact]
    public void Analyze_ParameterWithoutValueForSomeDays_IsAHole()
    {
        const string Parameter = """ "parameters": [{ "name": "dauer", "status": "cited", "values": [{ "value": "P4W", "validTo": "2026-06-30" }] }], """;
        var json = WithTable(Table("collect", Rule("r1", "{}", """{ "duty": "antwort", "title": "Antwort", "role": "QM", "due": { "parameter": "dauer" } }""")), Parameter);

        var finding = Assert.Single(RuleSetAnalyzer.Analyze(RuleSet.Read(json)).Findings, finding => finding.IsDefect);

        Assert.Equal((FindingKind.ValidityHole, "dauer", "2026-07-01"), (finding.Kind, finding.Place, finding.Example["received"]));
    }

    [Fact]
    public void Analyze_Overlap_NamesBothRulesAndACommonCase()
    {
        var finding = Only(FindingKind.Conflict, Table(
            "unique",
            Rule("r1", """{ "betrag": { "to": 20 } }"""),
            Rule("r2", """{ "betrag": { "from": 20 } }""")));

        Assert.Equal(["r1", "r2"], finding.Rules);
        Assert.Equal("20", finding.Example["betrag"]);
    }

    [Fact]
    public void Analyze_SameDutyTwice_IsAConflictAndAnotherDutyIsNot()
    {
        Assert.Contains("beide für „antwort“", Only(FindingKind.Conflict, Table("collect", Rule("r1", "{}"), Rule("r2", """{ "dringend": true }"""))).Message, StringComparison.Ordinal);
        Assert.Empty(Defects(Table("collect", Rule("r1", "{}"), Rule("r2", """{ "dringend": true }""", """{ "duty": "anruf", "title": "Anruf", "role": "QM" }"""))));
    }

    [Fact]
    public void Analyze_RuleHiddenByEarlierOnes_CanNeverFire()
    {
        var finding = Only(FindingKind.Unreachable, Table("first", Rule("r1", """{ "dringend": true }"""), Rule("r2", """{ "dringend": false }"""), Rule("r3", """{ "kanal": "Fax" }""")));

        Assert.Equal(["r3"], finding.Rules);
        Assert.Contains("frühere Regeln", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Analyze_ConditionOnAnImpossibleResult_CanNeverFire()
    {
        const string Decision = """{ "name": "stufe", "kind": "decision", "hitPolicy": "first", "values": ["hoch", "mittel", "tief"], "rules": [{ "id": "d1", "when": { "dringend": true }, "then": { "value": "hoch" }, "citation": { "source": "q" } }], "otherwise": { "id": "d2", "then": { "value": "tief" }, "citation": { "source": "q" } } },""";

        var finding = Only(FindingKind.Unreachable, Decision + Table("collect", Rule("r1", """{ "stufe": ["hoch", "tief"] }"""), Rule("r2", """{ "stufe": "mittel" }""", """{ "duty": "x", "title": "X", "role": "QM" }""")));

        Assert.Equal(["r2"], finding.Rules);
    }

    [Fact]
    public void Analyze_FactsNobodyAsksAbout_AreRemarks()
    {
        var analysis = RuleSetAnalyzer.Analyze(RuleSet.Read(WithTable(Table("collect", Rule("r1", "{}")))));

        Assert.True(analysis.IsSound);
        Assert.Equal(["kanal", "dringend", "betrag", "frist", "text"], analysis.Findings.Select(finding => finding.Place));
    }

    [Fact]
    public void Analyze_Null_IsRefused() => Assert.Throws<ArgumentNullException>(() => RuleSetAnalyzer.Analyze(null!));

    [Fact]
    public void Analyze_MoreThanTwentyFindings_SaysThatThereAreMore()
    {
        string Tables(int count) => Table("unique", [.. Enumerable.Range(0, count).Select(index => Rule("r" + index, "{}"))]);

        // Each pair of rules collides: 15 pairs of six, 21 of seven.
        Assert.Equal(15, Defects(Tables(6)).Count());
        var cut = Defects(Tables(7)).ToList();
        Assert.Equal(21, cut.Count);
        Assert.Equal("In der Tabelle „t“ gibt es mehr solche Fälle; gezeigt sind 20.", cut[20].Message);
        Assert.Empty(cut[20].Example);
        Assert.Empty(cut[20].Rules);
    }

    [Fact]
    public void Analyze_UnreachableForDifferentReasons_SaysWhich()
    {
        var hidden = Only(FindingKind.Unreachable, Table("priority", Rule("r1", "{}", more: "\"rank\": 1,"), Rule("r2", """{ "dringend": true }""", more: "\"rank\": 2,")));
        var never = Only(FindingKind.Unreachable, Table("first", Rule("r1", """{ "all": [{ "dringend": true }, { "dringend": false }] }"""), Rule("r2", "{}")));
        var otherwise = Only(FindingKind.Unreachable, """{ "name": "t", "kind": "duties", "hitPolicy": "first", "rules": [""" + Rule("r1", "{}") + """], "otherwise": { "id": "r0", "then": { "duty": "a", "title": "A", "role": "R" }, "citation": { "source": "q" } } }""");

        Assert.Equal("Tabelle „t“: Die Regel r2 kann nie zutreffen; frühere Regeln decken alle ihre Fälle schon ab.", hidden.Message);
        Assert.Equal("Tabelle „t“: Die Regel r1 kann nie zutreffen; kein Vorgang, der die Tabelle erreicht, erfüllt ihre Bedingung.", never.Message);
        Assert.Equal("Tabelle „t“: Die Regel r0 kann nie zutreffen; die anderen Regeln decken schon alle Fälle ab.", otherwise.Message);
    }

    [Fact]
    public void Analyze_UnusedDeclarations_AreNamed()
    {
        const string Parameter = """ "parameters": [{ "name": "dauer", "label": "Dauer", "status": "cited", "value": "P4W" }], """;
        var then = """{ "duty": "antwort", "title": "Antwort", "role": "QM", "due": { "period": "P1D", "start": { "fact": "frist" } } }""";
        var findings = RuleSetAnalyzer.Analyze(RuleSet.Read(WithTable(Table("collect", Rule("r1", """{ "kanal": "Brief" }""", then), Rule("r2", """{ "kanal": { "not": "Brief" } }""", then)), Parameter))).Findings;

        Assert.Equal(["dringend", "betrag", "text", "dauer"], findings.Select(finding => finding.Place));
        Assert.Equal("Nach der Tatsache „dringend“ (dringend) fragt keine Regel.", findings[0].Message);
        Assert.Equal("Den Parameter „Dauer“ (dauer) benutzt keine Regel.", findings[3].Message);
        Assert.All(findings, finding => Assert.False(finding.IsDefect));
    }

    [Fact]
    public void Analyze_GapOfAText_ShowsAnotherTextThanTheRulesName()
    {
        var finding = Only(FindingKind.Gap, Table("unique", Rule("r1", """{ "text": ["anderer Text", "Hecke"] }"""), Rule("r2", """{ "text": { "present": false } }""")));

        Assert.Equal("anderer Text…", finding.Example["text"]);
        Assert.Equal("2026-01-01", finding.Example["received"]);
        Assert.EndsWith("Keine Regel deckt diesen Fall ab: text = nicht „anderer Text“, „Hecke“ oder ohne Angabe.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Analyze_TableWithoutRules_LeavesEveryCaseOpen()
    {
        var finding = Only(FindingKind.Gap, """{ "name": "t", "label": "Pflichten", "kind": "duties", "hitPolicy": "collect", "rules": [] }""");

        Assert.Equal("Tabelle „Pflichten“: Keine Regel deckt diesen Fall ab: jeder Vorgang.", finding.Message);
        Assert.Empty(Defects("""{ "name": "t", "kind": "duties", "hitPolicy": "collect", "mayBeEmpty": true, "rules": [] }"""));
        Assert.Empty(Defects("""{ "name": "t", "kind": "notices", "hitPolicy": "collect", "rules": [] }"""));
    }

    [Fact]
    public void Analyze_HoleUntilARuleBegins_SaysUntilWhen() => Assert.Equal(
        "Tabelle „t“: Bis 14.07.2026 deckt keine Regel diesen Fall ab: jeder Vorgang.",
        Only(FindingKind.ValidityHole, Table("first", Rule("r1", "{}", more: "\"validFrom\": \"2026-07-15\","))).Message);

    [Fact]
    public void Analyze_DutyThatMovesToAnotherRule_IsNoHole()
    {
        var other = Rule("r3", "{}", """{ "duty": "ablage", "title": "Ablage", "role": "QM" }""");

        Assert.Empty(Defects(Table("collect", Rule("r1", "{}", more: "\"validTo\": \"2026-06-30\","), Rule("r2", "{}", more: "\"validFrom\": \"2026-07-01\","), other)));
        Assert.Contains(
            "Vom 01.07.2026 bis 14.07.2026 gibt keine Regel mehr „antwort“ für diesen Fall: jeder Vorgang. Ist das gewollt, sagt es „endsDeliberately“ an der letzten Regel.",
            Only(FindingKind.ValidityHole, Table("collect", Rule("r1", "{}", more: "\"validTo\": \"2026-06-30\","), Rule("r2", "{}", more: "\"validFrom\": \"2026-07-15\","), other)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Analyze_ParameterOfAHiddenRule_IsNoHole()
    {
        const string Parameter = """ "parameters": [{ "name": "dauer", "status": "cited", "values": [{ "value": "P4W", "validTo": "2026-06-30" }] }], """;
        var then = """{ "duty": "antwort", "title": "Antwort", "role": "QM", "due": { "parameter": "dauer" } }""";
        var hidden = Table("first", Rule("r1", "{}", more: "\"validFrom\": \"2026-07-01\","), Rule("r2", "{}", then));

        Assert.DoesNotContain(RuleSetAnalyzer.Analyze(RuleSet.Read(WithTable(hidden, Parameter))).Findings, finding => finding.IsDefect);
    }

    [Fact]
    public void Analyze_SameDutyInTwoTables_IsAConflictWhereBothCanFire()
    {
        string Two(string second) => Table("collect", Rule("r1", """{ "kanal": "Brief" }"""), Rule("r3", "{}", """{ "duty": "ablage", "title": "Ablage", "role": "QM" }"""))
            + "," + Table("collect", Rule("r2", second), Rule("r4", "{}", """{ "duty": "anruf", "title": "Anruf", "role": "QM" }""")).Replace("\"t\"", "\"u\"", StringComparison.Ordinal);

        var finding = Only(FindingKind.Conflict, Two("""{ "dringend": true }"""));

        Assert.Equal(("u", "r1", "r2"), (finding.Place, finding.Rules[0], finding.Rules[1]));
        Assert.Equal(
            "Tabelle „u“: Die Regel r2 gibt „antwort“ auch dort, wo es schon die Regel r1 der Tabelle „t“ gibt; ein Vorgang hat es höchstens einmal: kanal = Brief, dringend = ja.",
            finding.Message);
        Assert.Equal(("Brief", "true"), (finding.Example["kanal"], finding.Example["dringend"]));
        Assert.Empty(Defects(Two("""{ "kanal": "Fax" }""")));
    }

    [Fact]
    public void Analyze_TooManyCases_SaysSoInsteadOfGuessing()
    {
        var facts = string.Join(",", Enumerable.Range(0, 24).Select(index => $$"""{ "name": "f{{index}}", "type": "number", "default": 0, "min": 0, "max": 1000 }"""));
        var rules = string.Join(",", Enumerable.Range(0, 40).Select(index => Rule("r" + index, $$"""{ {{string.Join(",", Enumerable.Range(0, 24).Where(fact => (fact * 7 + index * 3) % 4 == 0).Select(fact => $$""" "f{{fact}}": { "from": {{index * 3 + fact}}, "to": {{(index * 3) + fact + 600}} } """))}} }""")));
        var json = $$"""{ "format": 1, "id": "x", "version": "1", "title": "X", "sources": [{ "id": "q", "title": "Q" }], "facts": [{{facts}}], "tables": [{ "name": "t", "kind": "duties", "hitPolicy": "first", "rules": [{{rules}}] }] }""";

        Assert.Contains(RuleSetAnalyzer.Analyze(RuleSet.Read(json)).Findings, finding => finding.Kind == FindingKind.TooComplex);
    }

    [Fact]
    public void IsSound_DefectAmongRemarks_IsFalse()
    {
        Assert.False(RuleSetAnalyzer.Analyze(RuleSet.Read(WithTable(Table("first", Rule("r1", """{ "dringend": true }"""))))).IsSound);
        Assert.True(new RuleSetAnalysis([]).IsSound);
    }

    [Fact]
    public void Analyze_ConflictOnSomeDaysOnly_NamesTheDays() => Assert.EndsWith(
        "Eingang = bis 30.06.2026.",
        Only(FindingKind.Conflict, Table("unique", Rule("r1", "{}"), Rule("r2", "{}", more: "\"validTo\": \"2026-06-30\","))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Analyze_DutyThatEndsWhereOnlyOneRuleCounts_IsNoHoleIfAnotherTakesOver() => Assert.Empty(Defects(Table(
        "first",
        Rule("r1", "{}", more: "\"validTo\": \"2026-06-30\","),
        Rule("r2", "{}", """{ "duty": "ablage", "title": "Ablage", "role": "QM" }"""))));

    [Fact]
    public void Analyze_ParameterHoleBesideADecision_IsFound()
    {
        const string Parameter = """ "parameters": [{ "name": "dauer", "status": "cited", "values": [{ "value": "P4W", "validFrom": "2026-07-01" }] }], """;
        const string Decision = """{ "name": "stufe", "kind": "decision", "hitPolicy": "first", "values": ["hoch", "tief"], "rules": [{ "id": "d1", "when": { "dringend": true }, "then": { "value": "hoch" }, "citation": { "source": "q" } }], "otherwise": { "id": "d2", "then": { "value": "tief" }, "citation": { "source": "q" } } },""";
        var json = WithTable(Decision + Table("collect", Rule("r1", """{ "stufe": "hoch" }""", """{ "duty": "antwort", "title": "Antwort", "role": "QM", "due": { "parameter": "dauer" } }"""), Rule("r2", """{ "stufe": "tief" }""", """{ "duty": "x", "title": "X", "role": "QM" }""")), Parameter);

        var finding = Assert.Single(RuleSetAnalyzer.Analyze(RuleSet.Read(json)).Findings, finding => finding.IsDefect);

        Assert.Equal("Bis 30.06.2026 hat der Parameter „dauer“ keinen Wert; die Regel r1 gäbe eine Pflicht ohne Frist.", finding.Message);
        Assert.Equal(["r1"], finding.Rules);
        Assert.Equal("true", finding.Example["dringend"]);
    }

    private static RuleSetFinding Only(FindingKind kind, string tables)
    {
        var finding = Assert.Single(Defects(tables));
        Assert.Equal(kind, finding.Kind);
        return finding;
    }

    private static IEnumerable<RuleSetFinding> Defects(string tables) =>
        RuleSetAnalyzer.Analyze(RuleSet.Read(WithTable(tables))).Findings.Where(finding => finding.IsDefect);
}
