using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using System.Text;
using Krm.Cli.Commands;
using Krm.Cli.Tables;

namespace Krm.Cli;

/// <summary>Runs one call of <c>krm</c> and turns every outcome into an exit code and a message.</summary>
internal static class KrmApplication
{
    /// <summary>Parses and runs; never throws and never shows a stack trace.</summary>
    public static int Run(IReadOnlyList<string> arguments, CommandConsole console, CancellationToken cancellation)
    {
        var language = Language.From(arguments, console.Variable);
        var messages = new Messages(language);
        var ink = console.ErrorInk;
        try
        {
            return Invoke(arguments, console, language, cancellation);
        }
        catch (OperationCanceledException)
        {
            console.Error.WriteLine(ink.Doubtful(messages.Interrupted));
            return ExitCodes.Interrupted;
        }
        catch (FailFastException exception)
        {
            console.Error.WriteLine(ink.Bad(exception.Message));
            return ExitCodes.SomeRowsFailed;
        }
        catch (RefusalException exception)
        {
            console.Error.WriteLine(ink.Bad(exception.Message));
            return ExitCodes.Refused;
        }
        catch (AggregateException exception) when (exception.InnerException is { } inner)
        {
            console.Error.WriteLine(ink.Bad(Describe(inner, messages)));
            return ExitCodes.Refused;
        }
#pragma warning disable CA1031 // The last handler: whatever happened, people get a sentence instead of a stack trace.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            console.Error.WriteLine(ink.Bad(Describe(exception, messages)));
            return ExitCodes.Refused;
        }
    }

    private static int Invoke(
        IReadOnlyList<string> arguments, CommandConsole console, Language language, CancellationToken cancellation)
    {
#pragma warning disable RS0030 // The parser words its own messages and help by this culture; nothing else asks for it.
        CultureInfo.CurrentUICulture = language.Culture;
#pragma warning restore RS0030
        var root = KrmCommands.CreateRoot(language, console.OutputInk);
        var parsed = root.Parse(arguments);
        var context = new CommandContext(console, language, parsed.GetValue<bool>(CommonOptions.QuietName), cancellation);
        foreach (var command in root.Subcommands.OfType<CliCommand>())
        {
            command.Attach(context);
        }

        using var output = new StreamWriter(console.StandardOutput, new UTF8Encoding(false), leaveOpen: true);
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return parsed.Action is ParseErrorAction
            ? Refuse(parsed, root, context)
            : parsed.Invoke(configuration);
    }

    /// <summary>Says what is wrong with the call, and which command may have been meant.</summary>
    private static int Refuse(ParseResult parsed, RootCommand root, CommandContext context)
    {
        var error = context.Console.Error;
        var ink = context.Console.ErrorInk;
        if (parsed.CommandResult.Command == root && parsed.UnmatchedTokens is [var unknown, ..])
        {
            var nearest = root.Subcommands.Select(command => command.Name).MinBy(name => NearestNames.Distance(name, unknown));
            error.WriteLine(ink.Bad(context.Messages.UnknownCommand(unknown, nearest!)));
        }
        else
        {
            foreach (var message in parsed.Errors.Select(problem => problem.Message).Distinct())
            {
                error.WriteLine(ink.Bad(message));
            }
        }

        error.WriteLine(context.Messages.SeeHelp(NameOf(parsed)));
        return ExitCodes.Refused;
    }

    /// <summary>The libraries word their own exceptions without free text; of others only the kind is told.</summary>
    private static string Describe(Exception exception, Messages messages) =>
        exception.GetType().Namespace?.StartsWith("Krm.", StringComparison.Ordinal) == true
            ? exception.Message
            : messages.Unexpected(exception.GetType().Name);

    private static string NameOf(ParseResult parsed)
    {
        var names = new List<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
        {
            names.Insert(0, result.Command is RootCommand ? "krm" : result.Command.Name);
        }

        return string.Join(' ', names);
    }
}
