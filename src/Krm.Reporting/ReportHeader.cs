using NodaTime;

namespace Krm.Reporting;

/// <summary>What stands above the report.</summary>
/// <param name="Title">The title, for example "Beschwerden und Kundenanliegen".</param>
/// <param name="Organization">Who reports; empty where nobody is named.</param>
/// <param name="Recipient">For whom the report is made, for example "Trägerversammlung"; empty where nobody is named.</param>
/// <param name="From">First day of the period, inclusive; by day of receipt.</param>
/// <param name="To">Last day of the period, inclusive.</param>
/// <param name="AsOf">The day whose state the report shows: what is open or late is so on this day.</param>
public sealed record ReportHeader(
    string Title, string Organization, string Recipient, LocalDate From, LocalDate To, LocalDate AsOf);
