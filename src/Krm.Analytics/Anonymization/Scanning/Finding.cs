namespace Krm.Analytics.Anonymization.Scanning;

/// <summary>A stretch of text that is personal data.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Index of the first character to replace.</param>
/// <param name="End">Index behind the last character to replace.</param>
/// <param name="Key">What makes two findings the same value; 0 if the characters alone decide.</param>
/// <param name="FamilyKey">For persons: hash of the last name; otherwise 0.</param>
/// <param name="StaysReadable">True for a web address without personal part: nothing in it is looked at again.</param>
internal readonly record struct Finding(PersonalDataKind Kind, int Start, int End, ulong Key = 0, ulong FamilyKey = 0, bool StaysReadable = false)
{
    public bool IsPresent => End > Start;
}
