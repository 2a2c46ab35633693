using NodaTime;

namespace Krm.Reporting;

/// <summary>The reports that house rules ask for: who gets which period when.</summary>
/// <remarks>
/// A report of a period needs the cases received in it; feed those of the period before too, and it says what has changed.
/// Pure and thread-safe.
/// </remarks>
public static class ReportPresets
{
    private static readonly string[] Bodies = ["Trägerversammlung", "Beirat"];

    /// <summary>The yearly report for the two bodies of a Jobcenter: Trägerversammlung and Beirat.</summary>
    /// <remarks>
    /// Konzept des Jobcenters Landkreis Rottweil zum Kundenreaktionsmanagement, Nr. 3: "Die Trägerversammlung sowie der
    /// Beirat des Jobcenters Landkreis Rottweil werden jährlich informiert."
    /// </remarks>
    /// <param name="organization">Who reports.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="asOf">The day whose state is shown; <see langword="null"/> for the last day of the year.</param>
    /// <returns>Options for each body.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="organization"/> is <see langword="null"/>.</exception>
    public static IReadOnlyList<ReportOptions> Yearly(string organization, int year, LocalDate? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(organization);
        return
        [
            .. Bodies.Select(body => Between(
                organization, new LocalDate(year, 1, 1), new LocalDate(year, 12, 31), asOf) with
            {
                Title = $"Kundenreaktionen im Jahr {year}",
                Recipient = body,
            }),
        ];
    }

    /// <summary>The half-yearly self-monitoring (Eigenüberwachung) of service promises under the RAL quality mark.</summary>
    /// <remarks>
    /// Bayerischer Innovationsring, Handlungsempfehlung VII, 7.4: RAL-Beauftragte haben "halbjährlich eine
    /// Eigenüberwachungsauswertung zu erstellen". Feed <see cref="ReportCase.Promises"/> for the table of promises.
    /// </remarks>
    /// <param name="organization">Who reports.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="half">1 for January to June, 2 for July to December.</param>
    /// <param name="asOf">The day whose state is shown; <see langword="null"/> for the last day of the half-year.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="organization"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="half"/> is neither 1 nor 2.</exception>
    public static ReportOptions HalfYearlyMonitoring(string organization, int year, int half, LocalDate? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(organization);
        ArgumentOutOfRangeException.ThrowIfLessThan(half, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(half, 2);
        var from = new LocalDate(year, half == 1 ? 1 : 7, 1);
        return Between(organization, from, from.PlusMonths(6).PlusDays(-1), asOf) with
        {
            Title = $"Eigenüberwachung der Serviceversprechen, {half}. Halbjahr {year}",
            Recipient = "RAL-Strategiegruppe",
        };
    }

    /// <summary>A report on demand for one department.</summary>
    /// <remarks>
    /// DA Qualitätsmanagement des Bezirksamts Harburg, Nr. 2: "die statistische Auswertung von Beschwerden und
    /// Kundenanliegen nach Bedarf zusammen mit den zuständigen Fachämtern".
    /// </remarks>
    /// <param name="organization">Who reports.</param>
    /// <param name="unit">The department, as in <see cref="ReportCase.Unit"/>.</param>
    /// <param name="from">First day, inclusive.</param>
    /// <param name="to">Last day, inclusive.</param>
    /// <param name="asOf">The day whose state is shown; <see langword="null"/> for <paramref name="to"/>.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ReportOptions Department(string organization, string unit, LocalDate from, LocalDate to, LocalDate? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(organization);
        ArgumentNullException.ThrowIfNull(unit);
        return Between(organization, from, to, asOf) with
        {
            Title = $"Beschwerden und Kundenanliegen: {unit}",
            Recipient = unit,
            Unit = unit,
        };
    }

    private static ReportOptions Between(string organization, LocalDate from, LocalDate to, LocalDate? asOf) => new()
    {
        Organization = organization,
        From = from,
        To = to,
        AsOf = asOf ?? to,
    };
}
