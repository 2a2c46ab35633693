using System.CommandLine;
using Krm.Analytics.Counting;
using Krm.Cli.Findings;
using Krm.Cli.Tables;

namespace Krm.Cli.Commands;

/// <summary><c>krm merge</c>: adds up counts of <c>krm count</c>.</summary>
internal sealed class MergeCommand : CliCommand
{
    private readonly Argument<string[]> _inputs;
    private readonly Option<string> _output;
    private readonly Option<TableFormat?> _format;

    public MergeCommand(Language language)
        : base("merge", language.Choose(
            "Zählungen zusammenzählen; die Reihenfolge spielt keine Rolle",
            "add counts up; their order does not matter"))
    {
        _inputs = new Argument<string[]>("counts")
        {
            Description = language.Choose("Dateien von krm count", "files of krm count"),
            Arity = ArgumentArity.OneOrMore,
        };
        Add(_inputs);
        _output = AddOption<string>("--output", language.Choose("die Summe", "the sum"), "FILE", isRequired: true);
        _format = TableOptions.CreateFormat(language);
        Add(_format);
        Examples = ["merge januar.csv februar.csv maerz.csv --output quartal.csv"];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var messages = context.Messages;
        var table = TableFile.From(arguments.GetRequiredValue(_output), arguments.GetValue(_format), messages);
        var cubes = new List<CountCube>();
        IReadOnlyList<string>? names = null;
        foreach (var path in arguments.GetRequiredValue(_inputs))
        {
            using var reader = TableFile.From(path, arguments.GetValue(_format), messages).OpenRead(context.Console, messages);
            names ??= reader.Header.Names;
            if (reader.Header.Names[0] != names[0])
            {
                throw new RefusalException(messages.TwoDateColumns(path, reader.Header.Names[0], names[0]));
            }

            if (CountsTable.Read(reader, messages) is not { } cube)
            {
                continue;
            }

            if (cubes.Count > 0 && (cube.Plan.Fingerprint != cubes[0].Plan.Fingerprint || cube.HasExposure != cubes[0].HasExposure))
            {
                throw new RefusalException(messages.OtherPlan(path, Describe(cubes[0]), Describe(cube)));
            }

            cubes.Add(cube);
        }

        if (cubes.Count == 0)
        {
            // Parts without a case add up to a table without a row.
            ResultTable.Write(table, context, stream => table.CreateWriter(stream, names!, isContinued: false).Dispose());
            context.Note(messages.CasesCounted(0, 0));
            return ExitCodes.Done;
        }

        var sum = CountCube.Merge(cubes);
        ResultTable.Write(table, context, stream => CountsTable.Write(table, stream, sum, names![0]));
        context.Note(messages.CasesCounted(sum.Total, sum.Rows.Count));
        return ExitCodes.Done;
    }

    private static string Describe(CountCube cube) =>
        $"{cube.Plan.Fingerprint}: {string.Join(", ", cube.Plan.Dimensions)}{(cube.HasExposure ? ", exposure" : "")}";
}
