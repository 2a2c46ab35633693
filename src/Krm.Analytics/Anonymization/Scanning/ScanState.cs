namespace Krm.Analytics.Anonymization.Scanning;

/// <summary>What was found before the place looked at.</summary>
/// <param name="ResumeAt">End of the last finding: nothing before it may be taken again.</param>
/// <param name="PersonEnd">End of the last person found, 0 if there is none.</param>
/// <param name="KnownFamilies">Hashes of the last names met so far.</param>
internal readonly record struct ScanState(int ResumeAt, int PersonEnd, HashSet<ulong> KnownFamilies);
