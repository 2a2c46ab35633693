using NodaTime;

namespace Krm.Cli.Demo;

/// <summary>One invented case of the bundled backlog.</summary>
/// <param name="Received">Day of receipt.</param>
/// <param name="Acknowledged">Day of the acknowledgement of receipt; null where there was none.</param>
/// <param name="Closed">Day of the final reply; null while the case is open.</param>
/// <param name="Kind">Beschwerde, Anregung, Lob, or a kind the procedure excludes.</param>
/// <param name="Channel">How it came in.</param>
/// <param name="Addressee">Whom the citizen wrote to.</param>
/// <param name="Category">Its true category.</param>
/// <param name="Unit">The department in charge.</param>
/// <param name="Place">The district it is about.</param>
/// <param name="Procedure">The procedure it belongs to.</param>
/// <param name="Label">The category a clerk gave, now and then a wrong one; null while nobody has.</param>
/// <param name="Text">What the citizen wrote.</param>
internal sealed record DemoCase(
    LocalDate Received,
    LocalDate? Acknowledged,
    LocalDate? Closed,
    string Kind,
    string Channel,
    string Addressee,
    string Category,
    string Unit,
    string Place,
    string Procedure,
    string? Label,
    string Text);
