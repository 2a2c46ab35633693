namespace Krm.Analytics.Anonymization;

/// <summary>What an <see cref="Anonymizer"/> replaces and by what.</summary>
/// <remarks>Immutable and thread-safe. Checked once, when the anonymiser is made.</remarks>
public sealed record AnonymizationOptions
{
    /// <summary>All kinds, German placeholders, the shipped name list, no limit of length.</summary>
    public static AnonymizationOptions Default { get; } = new();

    /// <summary>Kinds to replace. Default: all.</summary>
    /// <remarks>A kind left out stays readable; what it covers is not taken for another kind either.</remarks>
    public IReadOnlyCollection<PersonalDataKind> Kinds { get; init; } = PersonalDataKinds.All;

    /// <summary>Words for the placeholders, where they differ from <see cref="PersonalDataKinds"/>. Default: none.</summary>
    /// <remarks>A word has 1 to 40 characters out of A–Z, 0–9 and "_" and begins with a letter, so that a second run recognises it.</remarks>
    public IReadOnlyDictionary<PersonalDataKind, string> Labels { get; init; } = new Dictionary<PersonalDataKind, string>();

    /// <summary>First and last names to look for. Default: <see cref="NameList.Germany"/>.</summary>
    public NameList Names { get; init; } = NameList.Germany;

    /// <summary>Values that stay readable, such as the authority's own address and telephone. Default: none.</summary>
    /// <remarks>A value stays if all its letters and digits are the same; case, blanks and punctuation do not matter.</remarks>
    public IReadOnlyCollection<string> KeptValues { get; init; } = [];

    /// <summary>Longest text to return, in UTF-16 units, at least 64; null for no limit. Default: null.</summary>
    /// <remarks>A longer text is cut behind the last whole placeholder or character that fits. Placeholders can be longer than what they replace, so a column of limited width needs this.</remarks>
    public int? MaximumLength { get; init; }
}
