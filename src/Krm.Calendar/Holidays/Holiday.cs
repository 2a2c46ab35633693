using NodaTime;

namespace Krm.Calendar.Holidays;

/// <summary>A public holiday (gesetzlicher Feiertag) on one day in one Land, with the law that makes it one.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Id">Stable id of the holiday, lower case, such as <c>reformationstag</c>.</param>
/// <param name="Name">German name.</param>
/// <param name="Date">The day.</param>
/// <param name="Land">The Land.</param>
/// <param name="Scope">Whether the whole Land or only some municipalities keep it.</param>
/// <param name="LegalBasis">The law, in German.</param>
/// <param name="ValidFrom">First day on which this basis applies; null means before the covered years.</param>
/// <param name="ValidTo">Last day on which this basis applies, inclusive; null means until further notice.</param>
/// <param name="Area">Name of the area where <paramref name="Scope"/> is <see cref="HolidayScope.Municipality"/>, else null.</param>
/// <param name="Note">A remark for the clerk in German, or null.</param>
/// <param name="IsLowConfidence">Whether the basis could not be verified beyond doubt (law of the GDR in 1990).</param>
public sealed record Holiday(
    string Id,
    string Name,
    LocalDate Date,
    Bundesland Land,
    HolidayScope Scope,
    string LegalBasis,
    LocalDate? ValidFrom,
    LocalDate? ValidTo,
    string? Area,
    string? Note,
    bool IsLowConfidence);
