using System.Text.RegularExpressions;
using Krm.Analytics.Anonymization;
using Krm.Analytics.Causes;
using Krm.Analytics.Classification;
using Krm.Analytics.Counting;
using Krm.Analytics.Effects;
using Krm.Calendar.Holidays;
using Krm.Cli.Tests.House;
using Krm.Reporting;
using Krm.Rules;
using Krm.Rules.Facts;
using Krm.Rules.Tracing;
using NodaTime;

namespace Krm.Cli.Tests.Documentation;

/// <summary>The examples of the pages in docs that no other test holds.</summary>
public sealed partial class PageExamples
{
    [Fact]
    public void Anonymization()
    {
        const string title = "Anruf bei 0228/123456";
        const string body = "Bitte rufen Sie 0228/123456 an.";
        using var reader = new StringReader(body);
        using var writer = new StringWriter();

        var anonymizer = new Anonymizer();                       // immutable, share it
        var letter = anonymizer.Anonymize("Sehr geehrter Herr Meier, rufen Sie mich an: 0228/123456.");
        // letter.Text         Sehr geehrter Herr [PERSON_1], rufen Sie mich an: [TELEFON_1].
        // letter.Counts       Personen: 1, Telefonnummern: 1
        // letter.Replacements what was replaced where, without the content

        var session = anonymizer.BeginCase();                    // several texts of one case
        session.Anonymize(title); session.Anonymize(body);       // the same value, the same placeholder
        anonymizer.Anonymize(reader, writer);                    // any size in bounded memory

        Assert.Equal("Sehr geehrter Herr [PERSON_1], rufen Sie mich an: [TELEFON_1].", letter.Text);
        Assert.Equal("Bitte rufen Sie [TELEFON_1] an.", writer.ToString());
    }

    [Fact]
    public void Classification()
    {
        const string text = "Die Laterne vor unserem Haus ist dunkel";
        LabeledText[] oldCases = [.. Enumerable.Range(0, 20).Select(number => new LabeledText($"Vorgang {number} im alten Bestand", number % 2 == 0 ? "Alt" : "Weg"))];
        var cases = DocumentationTexts.PastCases.Concat(oldCases);
        using var file = new MemoryStream();

        var classifier = new TextClassifierTrainer().Train(cases);            // LabeledText(text, category)
        var prediction = classifier.Classify("Seit Wochen liegt hier Sperrmüll");
        var careful = classifier.WithErrorRate(0.1);                          // abstains rather than being wrong more often
        var why = classifier.Explain(text).Mark(text);                        // "Seit Wochen liegt hier [+Sperrmüll+]"
        var renamed = classifier.WithWithdrawn(new Dictionary<string, string?> { ["Alt"] = "Neu", ["Weg"] = null });
        classifier.Write(file);                                               // TextClassifier.Read(file)

        Assert.Contains(prediction.Category, classifier.Categories);
        Assert.True(careful.Threshold > 0);
        Assert.Contains("Neu", renamed.Categories);
        Assert.Contains("[+", why, StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralCategories()
    {
        MultiLabeledText[] cases =
        [
            .. Enumerable.Range(0, 30).Select(number => new MultiLabeledText($"Nachts laden sie Sperrmüll ab, Woche {number}", ["Abfall", "Lärm"])),
            .. Enumerable.Range(0, 30).Select(number => new MultiLabeledText($"Die Laterne in Gasse {number} ist dunkel", ["Licht"])),
        ];

        var several = new MultiLabelTextClassifierTrainer().Train(cases);     // MultiLabeledText(text, ["Abfall", "Lärm"])
        var prediction = several.Classify("Nachts laden sie Sperrmüll ab");   // prediction.Selected: all that apply, each with its probability

        Assert.Equal(["Abfall", "Lärm"], prediction.Selected.Select(score => score.Category).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OwnRuleSet()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules.md")).ReplaceLineEndings("\n");
        File.WriteAllText("ordnungsamt.regelwerk.json", string.Concat(JsonBlock().Matches(page).Select(match => match.Groups[1].Value)));
        var ticket = new Ticket("17", new LocalDate(2026, 3, 2), true);

        RuleSet ruleSet = RuleSet.Read(File.OpenRead("ordnungsamt.regelwerk.json"), "ordnungsamt.regelwerk.json");
        RuleEvaluator evaluator = new(ruleSet, Bundesland.Berlin);
        FactBinding<Ticket> binding = ruleSet.Bind<Ticket>(t => t.Number, t => t.Received).Fact("gefahr", t => t.IsDangerous);
        CasePlan plan = evaluator.Evaluate(binding.Read(ticket));
        string why = plan.ExplainDuty("abhilfe").ToGerman();

        Assert.Contains("DA-7", why, StringComparison.Ordinal);
    }

    [Fact]
    public void Reporting()
    {
        var rules = new RuleEvaluator(ShippedRuleSets.Get("harburg"), Bundesland.Hamburg);
        var plan = rules.Evaluate(CaseFacts.Create(rules.RuleSet, "KRM-1", new LocalDate(2026, 3, 2), new Dictionary<string, string?>()));
        var prediction = new Prediction("Müll", 0.9, false, null, 0);
        var closed = new LocalDate(2026, 3, 9);
        var measureDate = new LocalDate(2026, 1, 5);
        var cube = Cube(week => week is >= 100 and < 104 ? 40 : 5);
        var cause = new CauseDetector().Detect(cube)[0];
        var verification = EffectVerifier.Verify(new MeasuredSeries(Enumerable.Range(0, 104).Select(week => week < 80 ? 40L : 10L), 80, 52));
        using var stream = new MemoryStream();

        var builder = new ReportBuilder(new ReportOptions { AsOf = new LocalDate(2026, 6, 30), Organization = "Bezirksamt" });
        builder.Add(ReportCase.Of(plan, prediction) with { Kind = "Beschwerde", Unit = "Bauamt", Closed = closed });
        builder.Add(CauseFigure.Of(cause, cube));
        builder.Add(EffectFigure.Of("Zusätzliche Leerungen", measureDate, verification));
        ReportData data = builder.Build();
        HtmlReport.Write(data, stream);

        Assert.Contains("Bezirksamt", System.Text.Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    [GeneratedRegex("```jsonc\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();

    private static CountCube Cube(Func<int, int> count)
    {
        var builder = new CountCubeBuilder(new CountPlan(PeriodKind.Week, ["unit", "category"]));
        for (var week = 0; week < 104; week++)
        {
            for (var index = 0; index < count(week); index++)
            {
                builder.Add(new LocalDate(2024, 1, 1).PlusWeeks(week), ["Mitte", "Müll"]);
            }

            builder.Add(new LocalDate(2024, 1, 1).PlusWeeks(week), ["Mitte", "anderes"]);
        }

        return builder.Build();
    }

    private sealed record Ticket(string Number, LocalDate Received, bool IsDangerous);
}
