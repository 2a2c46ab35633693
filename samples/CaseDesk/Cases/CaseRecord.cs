using NodaTime;

namespace CaseDesk.Cases;

/// <summary>A case as it is stored.</summary>
/// <param name="Id">Identifier, given by the form, so that a form sent twice makes one case.</param>
/// <param name="Number">Running number, as clerks say it.</param>
/// <param name="Received">Day of receipt.</param>
/// <param name="Facts">Values of the facts of the rule set, by name.</param>
/// <param name="Place">The place it is about; empty where none was named.</param>
/// <param name="Category">What it is about; empty while nobody has decided.</param>
/// <param name="IsSuggested">Whether the category is the classifier's suggestion, taken as it was.</param>
/// <param name="Text">What the citizen wrote.</param>
/// <param name="Closed">Day of closing; null while it is open.</param>
public sealed record CaseRecord(
    string Id,
    long Number,
    LocalDate Received,
    IReadOnlyDictionary<string, string?> Facts,
    string Place,
    string Category,
    bool IsSuggested,
    string Text,
    LocalDate? Closed)
{
    /// <summary>The number as it stands on a file.</summary>
    public string FileNumber => FormattableString.Invariant($"KRM-{Number:000000}");
}
