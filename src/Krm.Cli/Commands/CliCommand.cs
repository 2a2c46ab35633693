using System.CommandLine;

namespace Krm.Cli.Commands;

/// <summary>A command of <c>krm</c>.</summary>
/// <remarks>
/// A new command is one class in this folder and one line in <see cref="KrmCommands"/>. The constructor gets the
/// language, names the command, its help and its options (through <see cref="CommonOptions"/> where shared);
/// <see cref="Execute"/> calls the libraries and returns an exit code. It never catches what it cannot mend:
/// <see cref="RefusalException"/> ends with code 2 and its message, <see cref="OperationCanceledException"/> with 130.
/// </remarks>
internal abstract class CliCommand : Command
{
    private CommandContext? _context;

    protected CliCommand(string name, string description)
        : base(name, description)
    {
        SetAction(arguments => Execute(arguments, _context ?? throw new InvalidOperationException("Attach comes first.")));
    }

    /// <summary>Calls to try, shown at the end of the command's help; without <c>krm</c> in front.</summary>
    public IReadOnlyList<string> Examples { get; protected init; } = [];

    /// <summary>Hands over the context before the command line is invoked.</summary>
    public void Attach(CommandContext context)
    {
        _context = context;
        foreach (var subcommand in Subcommands.OfType<CliCommand>())
        {
            subcommand.Attach(context);
        }
    }

    /// <summary>Does the work and returns the exit code.</summary>
    protected abstract int Execute(ParseResult arguments, CommandContext context);

    /// <summary>Creates an option, adds it to this command and returns it.</summary>
    protected Option<T> AddOption<T>(string name, string description, string helpName, bool isRequired = false)
    {
        var option = new Option<T>(name) { Description = description, HelpName = helpName, Required = isRequired };
        Add(option);
        return option;
    }
}
