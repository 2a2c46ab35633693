namespace Krm.Cli;

/// <summary>One row cannot be handled; the row stays in the output and the message becomes its <c>error</c>.</summary>
/// <remarks>The message never repeats free text.</remarks>
internal sealed class RowException(string message) : Exception(message);
