using Krm.Cli.Batches;

namespace Krm.Cli.Commands;

/// <summary>What every command gets beside its arguments.</summary>
/// <param name="Console">The world around the command.</param>
/// <param name="Language">The language of messages.</param>
/// <param name="IsQuiet">Whether notes and progress are left out.</param>
/// <param name="Cancellation">Asks the command to stop (Ctrl-C).</param>
internal sealed record CommandContext(
    CommandConsole Console, Language Language, bool IsQuiet, CancellationToken Cancellation)
{
    public Messages Messages { get; } = new(Language);

    public ProgressDisplay Progress { get; } = new(Console, Language, IsQuiet);

    /// <summary>Says something on standard error unless <c>--quiet</c> was given.</summary>
    public void Note(string message)
    {
        if (!IsQuiet)
        {
            Console.Error.WriteLine(message);
        }
    }

    /// <summary>Writes a summary or another small text result to standard output.</summary>
    public void WriteResult(string text)
    {
        Console.StandardOutput.Write(System.Text.Encoding.UTF8.GetBytes(text));
        Console.StandardOutput.Flush();
    }
}
