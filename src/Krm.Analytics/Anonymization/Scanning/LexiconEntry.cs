namespace Krm.Analytics.Anonymization.Scanning;

/// <summary>What the word lists say about one word.</summary>
/// <param name="Traits">The lists it stands in.</param>
/// <param name="Label">The kind of value it announces, or none.</param>
/// <param name="LabelNeedsNumberWord">True if it announces only together with "Nummer", "Nr" or "ID": "Kunden-Nr.".</param>
internal readonly record struct LexiconEntry(WordTraits Traits, LabelKind Label, bool LabelNeedsNumberWord);
