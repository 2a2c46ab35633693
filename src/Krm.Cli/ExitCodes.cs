namespace Krm.Cli;

/// <summary>The exit codes of <c>krm</c>; scripts rely on them.</summary>
internal static class ExitCodes
{
    /// <summary>All done.</summary>
    public const int Done = 0;

    /// <summary>Some rows failed; they are in the output with their <c>error</c> filled.</summary>
    public const int SomeRowsFailed = 1;

    /// <summary>Wrong usage or unreadable input; nothing was written.</summary>
    public const int Refused = 2;

    /// <summary>Interrupted by the user; a batch can be continued with <c>--resume</c>.</summary>
    public const int Interrupted = 130;
}
