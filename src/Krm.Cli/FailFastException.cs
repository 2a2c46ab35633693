namespace Krm.Cli;

/// <summary>A row failed and <c>--fail-fast</c> was given; ends the command with exit code 1.</summary>
internal sealed class FailFastException(string message) : Exception(message);
