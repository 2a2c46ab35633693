using System.CommandLine;
using Krm.Analytics.Causes;
using Krm.Analytics.Counting;
using Krm.Calendar.Holidays;
using Krm.Cli.Batches;
using Krm.Cli.Cases;
using Krm.Cli.Demo;
using Krm.Cli.MainJob;
using Krm.Cli.Measures;
using Krm.Cli.Tables;
using Krm.Rules;

namespace Krm.Cli.Commands;

/// <summary><c>krm demo</c>: the whole main job on the bundled backlog.</summary>
internal sealed class DemoCommand : CliCommand
{
    private const string BacklogFile = "backlog.csv";

    private readonly Option<string> _output;

    public DemoCommand(Language language)
        : base("demo", language.Choose(
            "die ganze Arbeit an einem mitgelieferten, erfundenen Bestand von 3.000 Vorgängen",
            "the whole main job on a bundled backlog of 3,000 invented cases"))
    {
        _output = AddOption<string>("--output", language.Choose("Verzeichnis der Ergebnisse", "directory of the results"), "DIR", isRequired: true);
        Examples =
        [
            "demo --output out",
        ];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var directory = arguments.GetRequiredValue(_output);
        var backlog = Path.Combine(directory, BacklogFile);
        CreateDirectory(directory, context);
        OutputFile.Write(backlog, context.Messages, WriteBacklog);
        return new MainJobRunner(
            new MainJobRequest
            {
                Input = new TableFile(backlog, TableFormat.Csv),
                Output = directory,
                RuleSet = ShippedRuleSets.Get("harburg"),
                Land = Bundesland.Hamburg,
                AsOf = DemoBacklog.AsOf,
                Columns = CaseColumns.Usual with
                {
                    DoneColumns = new Dictionary<string, string> { ["eingangsbestaetigung"] = DemoTable.Acknowledged },
                },
                Text = "text",
                Label = "label",
                Kind = "art",
                Unit = "fachamt",
                Measures = [MeasureOf(DemoBacklog.PlantedMeasure)],
                Plan = new CountPlan(PeriodKind.Week, [CaseValues.GermanCategory, "ortsteil"]),
                Detection = CauseDetectorOptions.Default,
            },
            context).Run();
    }

    private static Measure MeasureOf(PlantedMeasure planted) => new(
        planted.Name, planted.Date, new CauseCell([KeyValuePair.Create(CaseValues.GermanCategory, planted.Category)]));

    private static void CreateDirectory(string directory, CommandContext context)
    {
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RefusalException(context.Messages.NotAccessible(directory));
        }
    }

    private static void WriteBacklog(Stream stream)
    {
        using var writer = new CsvTableWriter(stream, DemoTable.Columns, isContinued: false);
        foreach (var (index, one) in DemoBacklog.Generate().Index())
        {
            writer.Write(DemoTable.Row(index + 1, one));
        }
    }
}
