using System.Text;
using Krm.Cli.Commands;
using NodaTime;

namespace Krm.Cli.Tests;

/// <summary>Runs <c>krm</c> in this process with a console held in memory.</summary>
internal sealed record KrmRun(int ExitCode, string Output, string Error)
{
    public static LocalDate Today { get; } = new(2026, 3, 2);

    public static KrmRun Of(params string[] arguments) => WithInput(string.Empty, arguments);

    public static KrmRun WithInput(string input, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var exitCode = KrmApplication.Run(arguments, CreateConsole(input, output, error), CancellationToken.None);
        return new KrmRun(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>Runs with environment variables and, if wanted, a person at the terminal.</summary>
    public static KrmRun In(IReadOnlyDictionary<string, string> variables, bool isTerminal, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var console = CreateConsole("", output, error) with
        {
            IsErrorTerminal = isTerminal,
            IsOutputTerminal = isTerminal,
            Variable = name => variables.GetValueOrDefault(name),
        };
        var exitCode = KrmApplication.Run(arguments, console, CancellationToken.None);
        return new KrmRun(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    public static CommandContext CreateContext(
        TextWriter error, string input = "", Stream? output = null, CancellationToken cancellation = default) =>
        new(CreateConsole(input, output ?? Stream.Null, error), Language.German, false, cancellation);

    private static CommandConsole CreateConsole(string input, Stream output, TextWriter error) =>
        new(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, error, false, Today);
}
