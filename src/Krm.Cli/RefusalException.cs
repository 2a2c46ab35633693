namespace Krm.Cli;

/// <summary>Ends a command with exit code 2 and a message for the person at the keyboard.</summary>
/// <remarks>The message names the place, what was found and what is allowed, and never repeats free text.</remarks>
internal sealed class RefusalException(string message) : Exception(message);
