using Krm.Analytics.Anonymization;
using Krm.Analytics.Causes;
using Krm.Analytics.Classification;
using Krm.Analytics.Counting;
using Krm.Calendar.Deadlines;
using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using Krm.Reporting;
using Krm.Rules;
using Krm.Rules.Tracing;
using NodaTime;

namespace Krm.Cli.Tests.Documentation;

/// <summary>The examples of the packages' own README files: what stands there must stand here, compile and be true.</summary>
public sealed class PackageExamples
{
    [Fact]
    public void Calendar()
    {
        var office = WorkingDayCalendar.For(Bundesland.Hamburg);
        var due = office.AddWorkingDays(new LocalDate(2024, 3, 29), 2);            // 3 April 2024: Easter lies in between
        var why = office.Explain(new LocalDate(2024, 4, 1)).ToGerman();            // "Montag, 01.04.2024, ist kein Arbeitstag: Ostermontag (…"

        var remedy = new DeadlineSpec(DeadlineRegime.SgbX, new LocalDate(2026, 3, 2), Bundesland.Hamburg, DeadlinePeriod.Parse("P1M"))
        {
            Kind = DeadlineEventKind.Posted,
        };
        var deadline = new DeadlineCalculator().Calculate(remedy);                 // LastDay 7 April 2026, with every step

        Assert.Equal(new LocalDate(2024, 4, 3), due);
        Assert.StartsWith("Montag, 01.04.2024, ist kein Arbeitstag: Ostermontag (", why, StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2026, 4, 7), deadline.LastDay);
    }

    [Fact]
    public void Rules()
    {
        var rules = new RuleEvaluator(ShippedRuleSets.Get("harburg"), Bundesland.Hamburg);
        var facts = new Dictionary<string, string?> { ["adressat"] = "Bezirksamtsleitung" };
        var plan = rules.Evaluate(CaseFacts.Create(rules.RuleSet, "KRM-1", new LocalDate(2026, 3, 2), facts));
        var answerBy = plan.FindDuty("antwort")!.DueDate;                          // 16 March 2026: two weeks
        var why = plan.ExplainDuty("antwort").ToGerman();                          // the rule, its citation, the facts that made it count

        Assert.Equal(new LocalDate(2026, 3, 16), answerBy);
        Assert.Contains("DA-QM", why, StringComparison.Ordinal);
    }

    [Fact]
    public void Analytics()
    {
        var cases = DocumentationTexts.PastCases;
        var received = new LocalDate(2026, 3, 2);

        var letter = new Anonymizer().Anonymize("Sehr geehrter Herr Meier, die Laterne ist dunkel.");
        var classifier = new TextClassifierTrainer().Train(cases);                 // LabeledText(text, category)
        var prediction = classifier.Classify(letter.Text);                         // category, calibrated confidence, or abstained

        var counts = new CountCubeBuilder(new CountPlan(PeriodKind.Week, ["unit", "category"]));
        counts.Add(received, ["Tiefbau", prediction.Category]);
        var causes = new CauseDetector().Detect(counts.Build());                   // best first, each with a sentence

        Assert.DoesNotContain("Meier", letter.Text, StringComparison.Ordinal);
        Assert.Equal("Straßenbeleuchtung", prediction.Category);
        Assert.Empty(causes);
    }

    [Fact]
    public void Reporting()
    {
        var rules = new RuleEvaluator(ShippedRuleSets.Get("harburg"), Bundesland.Hamburg);
        var plan = rules.Evaluate(CaseFacts.Create(rules.RuleSet, "KRM-1", new LocalDate(2026, 3, 2), new Dictionary<string, string?>()));
        var prediction = new Prediction("Straßenbeleuchtung", 0.9, false, null, 0);
        using var stream = new MemoryStream();

        var report = new ReportBuilder(new ReportOptions { AsOf = new LocalDate(2026, 6, 30), Organization = "Bezirksamt" });
        report.Add(ReportCase.Of(plan, prediction) with { Kind = "Beschwerde", Unit = "Bauamt" });
        HtmlReport.Write(report.Build(), stream);

        Assert.Contains("Bezirksamt", System.Text.Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }
}
