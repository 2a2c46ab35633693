namespace CaseDesk.Cases;

/// <summary>What is logged of cases: identifiers and versions, never a word of a citizen.</summary>
internal static partial class CaseLog
{
    [LoggerMessage(1, LogLevel.Information, "Case {CaseId} added, decided with {Fingerprint}.")]
    public static partial void Added(ILogger logger, string caseId, string fingerprint);

    [LoggerMessage(2, LogLevel.Information, "Duty {Duty} of case {CaseId} done, decided with {Fingerprint}.")]
    public static partial void Completed(ILogger logger, string caseId, string duty, string fingerprint);

    [LoggerMessage(3, LogLevel.Information, "Case {CaseId} closed.")]
    public static partial void Closed(ILogger logger, string caseId);

    [LoggerMessage(4, LogLevel.Information, "{Count} open cases replanned with {Fingerprint}.")]
    public static partial void Replanned(ILogger logger, long count, string fingerprint);

    [LoggerMessage(5, LogLevel.Information, "{Count} cases imported.")]
    public static partial void Imported(ILogger logger, int count);

    [LoggerMessage(6, LogLevel.Error, "Replanning failed; it is tried again.")]
    public static partial void ReplanningFailed(ILogger logger, Exception exception);
}
