namespace Krm.Calendar.Deadlines.Policies;

/// <summary>The answers to questions that statutes leave open; null or the default follows case law.</summary>
/// <remarks>Immutable. What a policy changed stands in the steps of the result.</remarks>
public sealed record DeadlinePolicies
{
    /// <summary>All defaults.</summary>
    public static DeadlinePolicies Default { get; } = new();

    /// <summary>
    /// Whether the day of a notification fiction moves off a Saturday, Sunday or holiday. Default null: AO yes
    /// (BFH IX R 68/98); SGB X no (BSG B 14 AS 12/09 R); VwVfG no (OVG Lüneburg 7 PA 184/06); VwZG no (VG Ansbach AN 18 K 20.02169).
    /// </summary>
    public bool? FictionShift { get; init; }

    /// <summary>What happens to an end on a free day. Default null: as the regime says; service targets stay, with a warning.</summary>
    public EndShift? EndShift { get; init; }

    /// <summary>Whose holidays move the end. Default null: those of the authority, where the act is due.</summary>
    /// <remarks>The day of a fiction always follows the recipient's place where one is given.</remarks>
    public HolidayPlace? HolidayPlace { get; init; }

    /// <summary>What to assume of municipal holidays the data cannot decide. Default: compute both.</summary>
    public MunicipalHolidays MunicipalHolidays { get; init; }

    /// <summary>Which hours count in a period of hours. Default null: as the regime says; service targets count all.</summary>
    public HourCounting? HourCounting { get; init; }

    /// <summary>The hours of service on each working day, for <see cref="HourCounting.ServiceHours"/>. Default null.</summary>
    public ServiceHours? ServiceHours { get; init; }

    /// <summary>From where an extension by a period counts. Default: the shifted end (BGH IX ZB 198/04).</summary>
    public ExtensionOrigin ExtensionOrigin { get; init; }

    /// <summary>On which day public notice takes effect. Default: the last day of its period.</summary>
    public PublicNoticeDay PublicNoticeDay { get; init; }

    /// <summary>How a period is counted back. Default: whole days lie between.</summary>
    public BackwardModel BackwardModel { get; init; }

    /// <summary>Whose law of procedure decides the fiction. Default null: the Federation's; a Land's different rule is named beside it.</summary>
    public ActLaw? ActLaw { get; init; }

    /// <summary>Whether months and years are taken as 30 and 365 days because the time need not be contiguous (§ 191 BGB). Default false.</summary>
    public bool IsNonContiguous { get; init; }
}
