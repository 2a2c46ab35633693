namespace Krm.Calendar.Deadlines.Policies;

/// <summary>Whose holidays decide whether an end moves.</summary>
public enum HolidayPlace
{
    /// <summary>The seat of the authority or court, where the act is due.</summary>
    Authority,

    /// <summary>The place of the recipient.</summary>
    Recipient,

    /// <summary>Both: a day free at either place is free.</summary>
    Both,
}
