namespace Krm.Cli.Batches;

/// <summary>How far a batch has come: rows read and bytes written that belong together.</summary>
/// <param name="Rows">Input rows whose results are complete in the output.</param>
/// <param name="Failed">How many of them failed.</param>
/// <param name="Bytes">Length of the output that holds them.</param>
internal readonly record struct Checkpoint(long Rows, long Failed, long Bytes);
