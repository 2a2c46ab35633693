using Krm.Calendar.Deadlines.Policies;

namespace Krm.Calendar.Deadlines.Lawbook;

/// <summary>How one regime computes a period, with the section of each topic. Immutable.</summary>
internal sealed class RegimeRules
{
    // Arbeitstage have no statute; Werktage are the same for all.
    private const string OwnDefinition = "Arbeitstag: Montag bis Freitag ohne Feiertage und Schließtage der Behörde, gesetzlich nicht bestimmt";

    private readonly string?[] _sections;

    public RegimeRules(DeadlineRegime regime, string title, IReadOnlyDictionary<RuleTopic, string> sections)
    {
        Regime = regime;
        Title = title;
        _sections = [.. DeadlineCodes.Topics.Values.Select(topic => sections.TryGetValue(topic, out string? section) ? section : null)];
    }

    public DeadlineRegime Regime { get; }

    public string Title { get; }

    /// <summary>Whether an end on a Saturday, Sunday or holiday moves.</summary>
    public bool ShiftsEnd { get; init; }

    /// <summary>Whether that also goes for periods that start with the beginning of a day.</summary>
    public bool ShiftsAfterDayStart { get; init; }

    public HourCounting Hours { get; init; }

    /// <summary>The law whose notification fictions the regime uses, or null.</summary>
    public FictionLaw? FictionLaw { get; init; }

    public bool HasNamedDayWithNotice => Has(RuleTopic.NamedDayWithNotice);

    public bool KeepsTwoWorkingDays => Has(RuleTopic.TwoWorkingDays);

    public bool AllowsPauses => Has(RuleTopic.Pause);

    /// <summary>The section of a topic; where the regime names none, the nearest general statement.</summary>
    public string Section(RuleTopic topic) => _sections[(int)topic] ?? topic switch
    {
        RuleTopic.WorkingDays => OwnDefinition,
        RuleTopic.BenefitPeriod or RuleTopic.Duration or RuleTopic.Appointment => $"{Title} (keine Verschiebung bestimmt)",
        _ => Title,
    };

    private bool Has(RuleTopic topic) => _sections[(int)topic] is not null;
}
