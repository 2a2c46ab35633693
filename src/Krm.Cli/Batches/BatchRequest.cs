using Krm.Cli.Tables;

namespace Krm.Cli.Batches;

/// <summary>What the user asked of a batch.</summary>
/// <param name="Input">The table to read.</param>
/// <param name="Output">The table to write.</param>
/// <param name="IsResumed">Whether an interrupted batch is to be continued.</param>
/// <param name="FailsFast">Whether the first bad row ends the batch.</param>
/// <param name="Call">Identifies the call, so that only the same call continues an unfinished output.</param>
internal sealed record BatchRequest(TableFile Input, TableFile Output, bool IsResumed, bool FailsFast, string Call);
