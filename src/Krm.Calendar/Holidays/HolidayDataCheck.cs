namespace Krm.Calendar.Holidays;

/// <summary>Checks what only several entries together can show: areas, laws, impossible and overlapping validity.</summary>
internal static class HolidayDataCheck
{
    /// <summary>Adds the problems of all files to the list.</summary>
    public static void Run(IReadOnlyList<HolidayFile> files, List<string> problems)
    {
        List<HolidayArea> areas = [.. files.SelectMany(file => file.Areas)];
        foreach (IGrouping<string, HolidayArea> same in areas.GroupBy(area => area.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add($"{same.Last().Path}: the area '{same.Key}' is already declared at {same.First().Path}.");
        }

        HashSet<Bundesland> laws = [.. files.SelectMany(file => file.Laws.Keys)];
        List<HolidayRule> rules = [.. files.SelectMany(file => file.Rules)];
        foreach (HolidayRule rule in rules)
        {
            CheckValidity(rule, problems);
            CheckArea(rule, areas, problems);
            foreach (Bundesland land in rule.Laender.Where(land => rule.LegalBasis is null && !laws.Contains(land)))
            {
                problems.Add($"{rule.Path}.legalBasis: missing, and 'laws' names no law for {land.Code()} either.");
            }
        }

        foreach (IGrouping<string, HolidayRule> holiday in rules.GroupBy(rule => rule.Id, StringComparer.Ordinal))
        {
            CheckTogether([.. holiday], problems);
        }
    }

    private static void CheckValidity(HolidayRule rule, List<string> problems)
    {
        if (rule.From is { } from && rule.To is { } to && from > to)
        {
            problems.Add($"{rule.Path}: valid from {from:uuuu-MM-dd} to {to:uuuu-MM-dd}; the end lies before the beginning.");
        }
        else if (!rule.EverApplies())
        {
            problems.Add($"{rule.Path}: '{rule.Date.Text}' never falls into the validity within {CoveredDays.FirstYear} to {CoveredDays.LastYear}.");
        }
    }

    private static void CheckArea(HolidayRule rule, List<HolidayArea> areas, List<string> problems)
    {
        if (rule.AreaId is null)
        {
            return;
        }

        HolidayArea? area = areas.Find(candidate => candidate.Id == rule.AreaId);
        if (area is null)
        {
            problems.Add($"{rule.Path}.area: no area '{rule.AreaId}' is declared.");
        }
        else if (rule.Laender.Count != 1 || rule.Laender[0] != area.Land)
        {
            problems.Add($"{rule.Path}.laender: the area '{area.Id}' lies in {area.Land.Code()}, so exactly this Land is allowed.");
        }
    }

    private static void CheckTogether(IReadOnlyList<HolidayRule> rules, List<string> problems)
    {
        for (int later = 1; later < rules.Count; later++)
        {
            HolidayRule rule = rules[later];
            if (rule.Name != rules[0].Name)
            {
                problems.Add($"{rule.Path}: '{rule.Id}' is named '{rule.Name}' here and '{rules[0].Name}' at {rules[0].Path}.");
            }

            foreach (HolidayRule earlier in rules.Take(later).Where(rule.OverlapsInTime))
            {
                foreach (Bundesland land in rule.Laender.Intersect(earlier.Laender).Where(_ => MeetInSpace(rule, earlier)))
                {
                    problems.Add($"{rule.Path}: the validity of '{rule.Id}' in {land.Code()} overlaps with {earlier.Path}.");
                }
            }
        }
    }

    // Two areas may well be in force at the same time; an area and its whole Land, or the same area twice, may not.
    private static bool MeetInSpace(HolidayRule rule, HolidayRule other) =>
        rule.AreaId is null || other.AreaId is null || rule.AreaId == other.AreaId;
}
