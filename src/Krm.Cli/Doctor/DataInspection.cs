using Krm.Calendar.Deadlines.Lawbook;
using Krm.Calendar.Holidays;
using Krm.Rules;
using Krm.Rules.Testing;

namespace Krm.Cli.Doctor;

/// <summary>Which data the tool decides with, and whether the shipped rule sets keep their own test cases.</summary>
internal static class DataInspection
{
    public static IEnumerable<DoctorLine> Inspect(Language language)
    {
        var holidays = HolidayData.Germany;
        yield return new DoctorLine(
            "holidays",
            language.Choose("Feiertage", "holidays"),
            $"{holidays.Version} ({HolidayData.FirstYear}–{HolidayData.LastYear})",
            holidays.Fingerprint);

        var rules = DeadlineRuleBook.Germany;
        yield return new DoctorLine("deadline_rules", language.Choose("Fristenregeln", "deadline rules"), rules.Version, rules.Fingerprint);

        foreach (var ruleSet in ShippedRuleSets.Ids.Select(ShippedRuleSets.Get))
        {
            yield return Inspect(ruleSet, language);
        }
    }

    private static DoctorLine Inspect(RuleSet ruleSet, Language language)
    {
        var failed = RuleSetTestRunner.Run(ruleSet).Count(result => !result.HasPassed);
        return new DoctorLine(
            $"rule_set.{ruleSet.Id}",
            language.Choose($"Regelwerk {ruleSet.Id}", $"rule set {ruleSet.Id}"),
            ruleSet.Version,
            ruleSet.Fingerprint[..16],
            failed == 0 ? DoctorState.Good : DoctorState.Bad,
            failed == 0
                ? language.Choose($"{ruleSet.Tests.Count} Prüffälle bestanden", $"{ruleSet.Tests.Count} test cases passed")
                : language.Choose($"{failed} von {ruleSet.Tests.Count} Prüffällen fehlgeschlagen", $"{failed} of {ruleSet.Tests.Count} test cases failed"));
    }
}
