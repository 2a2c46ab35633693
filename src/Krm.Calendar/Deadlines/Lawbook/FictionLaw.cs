namespace Krm.Calendar.Deadlines.Lawbook;

/// <summary>A law with notification fictions and its stance on a fiction day that is a Saturday, Sunday or holiday.</summary>
internal sealed class FictionLaw(string id, bool shiftsFiction, bool isSettled, string? authority)
{
    public string Id { get; } = id;

    /// <summary>Whether the day of the fiction moves; the default of the policy.</summary>
    public bool ShiftsFiction { get; } = shiftsFiction;

    /// <summary>Whether a supreme court has decided it.</summary>
    public bool IsSettled { get; } = isSettled;

    /// <summary>The decision or opinion; a German remark where none was found.</summary>
    public string Authority { get; } = authority ?? "keine Rechtsprechung gefunden";

    /// <summary>Whether any decision was found.</summary>
    public bool HasAuthority => authority is not null;
}
