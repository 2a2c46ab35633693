using Krm.Calendar.Deadlines;
using Krm.Calendar.Deadlines.Lawbook;
using Krm.Calendar.Deadlines.Policies;
using Krm.Calendar.Holidays;
using NodaTime;

namespace Krm.Calendar.Tests.Deadlines;

public sealed class RuleBookTests
{
    private const string Source = "rules.json";

    [Fact]
    public void Germany_ShippedFile_HasVersionFictionsAndFingerprint()
    {
        DeadlineRuleBook book = DeadlineRuleBook.Germany;

        Assert.Equal("2026-08", book.Version);
        Assert.Equal(16, book.Fingerprint.Length);
        Assert.Equal(book.Fingerprint, DeadlineRuleBook.Read(RuleBookText.Shipped.Replace("\n", "\n\n", StringComparison.Ordinal), Source).Fingerprint);
        Assert.NotEqual(book.Fingerprint, DeadlineRuleBook.Read(RuleBookText.Shipped.Replace("\"2026-08\"", "\"2026-09\"", StringComparison.Ordinal), Source).Fingerprint);
        Assert.Equal(96, book.Fictions.Count);
    }

    [Fact]
    public void Fictions_ShippedFile_ThreeDaysTo2024AndFourFrom2025()
    {
        NotificationFiction[] posted = [.. DeadlineRuleBook.Germany.Fictions.Where(fiction => fiction is { Law: "VwVfG", Way: DeadlineEventKind.Posted } && fiction.Act == ActLaw.Federation)];

        Assert.Equal(2, posted.Length);
        Assert.Equal((DeadlinePeriod.Parse("P3D"), null, new LocalDate(2024, 12, 31)), (posted[0].Period, posted[0].From, posted[0].To));
        Assert.Equal((DeadlinePeriod.Parse("P4D"), new LocalDate(2025, 1, 1), null), (posted[1].Period, posted[1].From, posted[1].To));
        Assert.True(posted[0].IsValidOn(new LocalDate(2024, 12, 31)));
        Assert.False(posted[0].IsValidOn(new LocalDate(2025, 1, 1)));
        Assert.True(posted[1].IsValidOn(new LocalDate(2025, 1, 1)));
        Assert.False(posted[1].IsValidOn(new LocalDate(2024, 12, 31)));
        Assert.Equal((FictionTransition.Open, FictionCertainty.Certain, null), (posted[0].Transition, posted[0].Certainty, posted[0].Note));
    }

    [Fact]
    public void Fictions_LandsOwnRules_CarryCertaintyAlternativeAndNote()
    {
        NotificationFiction hessen = DeadlineRuleBook.Germany.Fictions.Single(fiction => fiction.Way == DeadlineEventKind.Posted && fiction.Act == ActLaw.Of(Bundesland.Hessen));
        NotificationFiction portal = DeadlineRuleBook.Germany.Fictions.Single(fiction => fiction.RetrievalWithinDays is not null);

        Assert.Equal((FictionCertainty.Unverified, DeadlinePeriod.Parse("P4D")), (hessen.Certainty, hessen.Alternative));
        Assert.StartsWith("Der gelesene Text", hessen.Note, StringComparison.Ordinal);
        Assert.Equal((10, DeadlinePeriod.Parse("P1D"), FictionTransition.None), (portal.RetrievalWithinDays, portal.Period, portal.Transition));
    }

    [Fact]
    public void Read_HostsOwnRule_ChangesTheResult()
    {
        string own = RuleBookText.Shipped.Replace(
            """{ "law": "VwVfG", "way": "posted", "period": "P3D", "act": "TH", "section": "§ 41 Abs. 2 ThürVwVfG", "from": "2025-01-01", "certainty": "unknown", "note": "Ob das Land den vierten Tag übernommen hat, ist nicht bekannt.", "alternative": "P4D" }""",
            """{ "law": "VwVfG", "way": "posted", "period": "P4D", "act": "TH", "section": "§ 41 Abs. 2 ThürVwVfG", "from": "2025-01-01" }""",
            StringComparison.Ordinal);
        DeadlineCalculator calculator = new(rules: DeadlineRuleBook.Read(own, Source));
        DeadlineSpec spec = new(DeadlineRegime.VwVfG, new LocalDate(2026, 3, 12), Bundesland.Thueringen, DeadlinePeriod.Parse("P1M"))
        {
            Kind = DeadlineEventKind.Posted,
            Policies = new DeadlinePolicies { ActLaw = ActLaw.Of(Bundesland.Thueringen) },
        };
        Deadline deadline = calculator.Calculate(spec);

        Assert.NotEqual(RuleBookText.Shipped, own);
        Assert.Equal(new LocalDate(2026, 4, 16), deadline.LastDay);
        Assert.Empty(deadline.Alternatives);
    }

    [Theory]
    [InlineData("\"version\": \"2026-08\"", "\"versoin\": \"2026-08\"", "rules.json, $.version: missing; needed is a text.", "rules.json, $.versoin: unknown field; allowed are fictionLaws, fictions, regimes, version.")]
    [InlineData("\"id\": \"VwVfG\", \"title\"", "\"id\": \"VwVfX\", \"title\"", "rules.json, $.regimes[2].id: found 'VwVfX'; allowed are service, BGB,", "rules.json, $.regimes: 'VwVfG' stands here 0 times; needed is once.")]
    [InlineData("\"id\": \"FGO\", \"title\"", "\"id\": \"SGG\", \"title\"", "rules.json, $.regimes: 'SGG' stands here 2 times; needed is once.", "rules.json, $.regimes: 'FGO' stands here 0 times; needed is once.")]
    [InlineData("\"title\": \"Abgabenordnung\"", "\"titel\": \"Abgabenordnung\"", "rules.json, $.regimes[4].title: missing; needed is a text.", "rules.json, $.regimes[4].titel: unknown field")]
    [InlineData("\"hours\": \"from-next-full-hour\"", "\"hours\": \"some\"", "rules.json, $.regimes[11].hours: found 'some'; allowed are all, without-free-days,", null)]
    [InlineData("\"fictionLaw\": \"OZG\"", "\"fictionLaw\": \"OZX\"", "rules.json, $.regimes[10].fictionLaw: 'OZX' is not one of the fictionLaws.", null)]
    [InlineData("\"shift\": \"§ 193 BGB\"", "\"shfit\": \"§ 193 BGB\"", "rules.json, $.regimes[1].sections.shfit: unknown field", null)]
    [InlineData("{ \"id\": \"OZG\", \"shiftsFiction\"", "{ \"id\": \"ZPO\", \"shiftsFiction\"", "rules.json, $.fictionLaws[5].id: 'ZPO' stands here twice.", "is not one of the fictionLaws.")]
    [InlineData("{ \"law\": \"ZPO\", \"way\": \"abroad\"", "{ \"law\": \"ZPX\", \"way\": \"abroad\"", "$.fictions[33].law: 'ZPX' is not one of the fictionLaws.", null)]
    [InlineData("\"way\": \"abroad\", \"period\": \"P1M\"", "\"way\": \"abroda\", \"period\": \"P1M\"", ".way: found 'abroda'; allowed are event, day-start,", null)]
    [InlineData("\"way\": \"abroad\", \"period\": \"P1M\"", "\"way\": \"abroad\", \"period\": \"P1Y\"", ".period: found 'P1Y'; allowed are days, weeks or months such as P4D, and 'same-day' for a period.", null)]
    [InlineData("\"way\": \"abroad\", \"period\": \"P1M\"", "\"way\": \"abroad\", \"period\": \"1M\"", ".period: found '1M'; allowed are days,", null)]
    [InlineData("\"act\": \"BW\", \"section\": \"§ 41 Abs. 2 LVwVfG\", \"from\": \"2025-02-07\"", "\"act\": \"BX\", \"section\": \"§ 41 Abs. 2 LVwVfG\", \"from\": \"2025-02-07\"", ".act: 'BX' is neither BUND nor the code of a Land.", null)]
    [InlineData("\"from\": \"2025-02-07\"", "\"from\": \"7.2.2025\"", ".from: not a date; needed is yyyy-MM-dd.", null)]
    [InlineData("\"from\": \"2025-02-07\"", "\"from\": \"2025-02-06\"", "$.fictions: two rules of VwVfG (BW, posted) are valid at the same time.", null)]
    [InlineData("\"from\": \"2025-01-01\", \"to\": \"2025-12-31\"", "\"from\": \"2026-01-01\", \"to\": \"2025-12-31\"", ".from: later than 'to'.", null)]
    [InlineData("\"certainty\": \"unknown\"", "\"certainty\": \"maybe\"", ".certainty: found 'maybe'; allowed are certain, unverified, unknown.", null)]
    [InlineData("\"certainty\": \"unknown\"", "\"certainty\": \"certain\"", ".alternative: needed where the certainty is not 'certain', and only there.", null)]
    [InlineData(", \"alternative\": \"P4D\"", "", ".alternative: needed where the certainty is not 'certain', and only there.", null)]
    [InlineData("\"transition\": \"settled\"", "\"transition\": \"perhaps\"", ".transition: found 'perhaps'; allowed are none, settled, open.", null)]
    [InlineData("\"retrievalWithin\": \"P10D\"", "\"retrievalWithin\": \"ten\"", ".retrievalWithin: found 'ten'; allowed are days,", null)]
    [InlineData("\"retrievalWithin\"", "\"retrieval\"", ".retrieval: unknown field", null)]
    [InlineData("\"authority\": \"VG Ansbach", "\"autority\": \"VG Ansbach", "rules.json, $.fictionLaws[3].autority: unknown field", null)]
    public void Read_DamagedFile_NamesPathAndWhatIsAllowed(string sound, string damaged, string problem, string? furtherProblem)
    {
        Assert.Contains(sound, RuleBookText.Shipped, StringComparison.Ordinal);
        DeadlineRulesException refusal = Assert.Throws<DeadlineRulesException>(() => DeadlineRuleBook.Read(RuleBookText.Shipped.Replace(sound, damaged, StringComparison.Ordinal), Source));

        Assert.Contains(refusal.Problems, text => text.Contains(problem, StringComparison.Ordinal));
        Assert.Contains(refusal.Problems, text => text.Contains(furtherProblem ?? problem, StringComparison.Ordinal));
        Assert.StartsWith($"The deadline rules have {refusal.Problems.Count} problem(s):\n- ", refusal.Message, StringComparison.Ordinal);
        Assert.All(refusal.Problems, text => Assert.Contains(text, refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_RegimeWithoutSections_IsReported()
    {
        int start = RuleBookText.Shipped.IndexOf("\"sections\"", StringComparison.Ordinal);
        DeadlineRulesException refusal = Assert.Throws<DeadlineRulesException>(() => DeadlineRuleBook.Read(RuleBookText.Shipped.Remove(start, 10).Insert(start, "\"section\""), Source));

        Assert.Contains("rules.json, $.regimes[0].sections: missing; needed is an object.", refusal.Problems);
    }

    [Fact]
    public void Read_NotJson_NamesLineAndColumn()
    {
        DeadlineRulesException refusal = Assert.Throws<DeadlineRulesException>(() => DeadlineRuleBook.Read("{\n  \"version\" 1", Source));

        Assert.Equal(["rules.json, line 2, column 13: not JSON."], refusal.Problems);
        Assert.Equal(12, Assert.Throws<DeadlineRulesException>(() => DeadlineRuleBook.Read("{}", Source)).Problems.Count(text => text.Contains("stands here 0 times", StringComparison.Ordinal)));
        Assert.Throws<ArgumentNullException>(() => DeadlineRuleBook.Read(null!, Source));
        Assert.Throws<ArgumentNullException>(() => DeadlineRuleBook.Read("{}", null!));
    }
}
