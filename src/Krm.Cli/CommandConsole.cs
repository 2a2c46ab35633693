using NodaTime;

namespace Krm.Cli;

/// <summary>Everything a command touches of the world around it, so that tests can stand in for it.</summary>
/// <param name="StandardInput">Bytes of standard input.</param>
/// <param name="StandardOutput">Bytes of standard output; only results go here.</param>
/// <param name="Error">Messages and progress.</param>
/// <param name="IsErrorTerminal">Whether a person watches <paramref name="Error"/>.</param>
/// <param name="Today">The date in Berlin, for commands that ask what is due now.</param>
internal sealed record CommandConsole(
    Stream StandardInput, Stream StandardOutput, TextWriter Error, bool IsErrorTerminal, LocalDate Today)
{
    /// <summary>Whether a person watches standard output.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Gives an environment variable; null if it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Colours for messages.</summary>
    public Ink ErrorInk => Ink.For(IsErrorTerminal, Variable);

    /// <summary>Colours for help and summaries.</summary>
    public Ink OutputInk => Ink.For(IsOutputTerminal, Variable);

    /// <summary>The console of the running process.</summary>
    public static CommandConsole OfProcess()
    {
#pragma warning disable RS0030 // The tool is the one place that may ask for the time; the libraries take it as a parameter.
        var now = SystemClock.Instance.GetCurrentInstant();
#pragma warning restore RS0030
        return new CommandConsole(
            Console.OpenStandardInput(),
            Console.OpenStandardOutput(),
            Console.Error,
            !Console.IsErrorRedirected,
            now.InZone(GermanTime.Zone).Date)
        {
            IsOutputTerminal = !Console.IsOutputRedirected,
            Variable = Environment.GetEnvironmentVariable,
        };
    }
}
