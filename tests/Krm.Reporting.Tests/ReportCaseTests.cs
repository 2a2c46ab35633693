using Krm.Analytics.Classification;
using Krm.Calendar.Holidays;
using Krm.Rules;
using NodaTime;

namespace Krm.Reporting.Tests;

public class ReportCaseTests
{
    private static readonly RuleSet Harburg = ShippedRuleSets.Get("harburg");

    [Fact]
    public void Of_PlanOfHarburg_TakesDayOfAnswerAndPriority()
    {
        var reportCase = ReportCase.Of(Plan(new() { ["adressat"] = "Bezirksamtsleitung" }));

        Assert.Equal(new LocalDate(2026, 3, 2), reportCase.Received);
        Assert.Equal(new LocalDate(2026, 3, 16), reportCase.Due);
        Assert.Equal("priorisiert", reportCase.Priority);
        Assert.True(reportCase.IsApplicable);
    }

    [Fact]
    public void Of_ExcludedCase_HasNoDeadline()
    {
        var reportCase = ReportCase.Of(Plan(new() { ["art"] = "Widerspruch" }));

        Assert.False(reportCase.IsApplicable);
        Assert.Null(reportCase.Due);
        Assert.Equal("nicht im Geltungsbereich", reportCase.Priority);
    }

    [Fact]
    public void Of_NamedDuty_TakesItsDay()
    {
        Assert.Equal(new LocalDate(2026, 3, 16), ReportCase.Of(Plan([]), finalDuty: "stellungnahme").Due);
        Assert.Null(ReportCase.Of(Plan([]), finalDuty: "gibt es nicht").Due);
    }

    [Theory]
    [InlineData(false, "Müll")]
    [InlineData(true, null)]
    public void Of_Prediction_GivesCategoryOnlyIfSure(bool isAbstained, string? category)
    {
        var reportCase = ReportCase.Of(Plan([]), new Prediction("Müll", .7, isAbstained, null, 0));

        Assert.Equal(category, reportCase.Category);
        Assert.Equal(isAbstained, reportCase.IsAbstained);
        Assert.Equal(.7, reportCase.Confidence);
    }

    private static CasePlan Plan(Dictionary<string, string?> facts) => new RuleEvaluator(Harburg, Bundesland.Hamburg)
        .Evaluate(CaseFacts.Create(Harburg, "1", new LocalDate(2026, 3, 2), facts));
}
