namespace Krm.Analytics.Anonymization;

/// <summary>One replaced stretch: where it stood, where its placeholder stands.</summary>
/// <param name="Kind">Kind of the personal data.</param>
/// <param name="Start">Index of its first character in the original text, UTF-16 units.</param>
/// <param name="Length">Length in the original text.</param>
/// <param name="PlaceholderStart">Index of the placeholder in the anonymised text.</param>
/// <param name="PlaceholderLength">Length of the placeholder.</param>
/// <param name="Number">Number of the value within the case, from 1; the same value has the same number.</param>
public readonly record struct Replacement(PersonalDataKind Kind, int Start, int Length, int PlaceholderStart, int PlaceholderLength, int Number);
