using NodaTime;

namespace Krm.Cli.Demo;

/// <summary>One invented case of the bundled backlog.</summary>
/// <param name="Received">Day of receipt.</param>
/// <param name="Closed">Day of the final reply; null while the case is open.</param>
/// <param name="Kind">Beschwerde, Anregung or Lob.</param>
/// <param name="Channel">How it came in.</param>
/// <param name="Category">Its true category.</param>
/// <param name="Unit">The department in charge.</param>
/// <param name="Place">The district it is about.</param>
/// <param name="ToLeadership">Whether it is addressed to the leadership office.</param>
/// <param name="Exclusion">Why the procedure does not apply; null where it does.</param>
/// <param name="IsLabelled">Whether a clerk has already given the category.</param>
/// <param name="Text">What the citizen wrote.</param>
internal sealed record DemoCase(
    LocalDate Received,
    LocalDate? Closed,
    string Kind,
    string Channel,
    string Category,
    string Unit,
    string Place,
    bool ToLeadership,
    string? Exclusion,
    bool IsLabelled,
    string Text);
