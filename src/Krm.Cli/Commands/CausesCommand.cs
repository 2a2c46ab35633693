using System.CommandLine;
using Krm.Analytics.Causes;
using Krm.Analytics.Causes.Texts;
using Krm.Analytics.Counting;
using Krm.Calendar.WorkingDays;
using Krm.Cli.Batches;
using Krm.Cli.Findings;
using Krm.Cli.Tables;
using NodaTime;

namespace Krm.Cli.Commands;

/// <summary><c>krm causes</c>: finds recurring causes in cases or counts.</summary>
internal sealed class CausesCommand : CliCommand
{
    private readonly Option<string> _input;
    private readonly Option<string> _output;
    private readonly Option<TableFormat?> _format;
    private readonly Option<string> _date;
    private readonly Option<string?> _count;
    private readonly Option<string?> _exposure;
    private readonly Option<string?> _text;
    private readonly Option<string> _asOf;
    private readonly Option<string?> _land;
    private readonly Option<string?> _scores;
    private readonly Option<bool> _clusters;
    private readonly Option<bool> _failFast;
    private readonly CauseOptions _causes;

    public CausesCommand(Language language)
        : base("causes", language.Choose(
            "wiederkehrende Ursachen finden: was häufiger kommt, als Zufall und Jahreslauf erklären",
            "find recurring causes: what comes more often than chance and season explain"))
    {
        _input = AddOption<string>("--input", language.Choose("Fälle oder Zählungen", "cases or counts"), "FILE", isRequired: true);
        _output = AddOption<string>("--output", language.Choose("Funde als JSON", "findings as JSON"), "FILE", isRequired: true);
        _format = TableOptions.CreateFormat(language);
        Add(_format);
        _causes = new CauseOptions(this, language);
        _date = AddOption<string>("--date", language.Choose("Spalte mit dem Tag des Eingangs (sonst received)", "column with the day of receipt (else received)"), "COL");
        _count = AddOption<string?>("--count", language.Choose("Spalte mit der Anzahl (sonst zählt jede Zeile 1)", "column with the count (else each row counts 1)"), "COL");
        _exposure = AddOption<string?>("--exposure", language.Choose("Spalte mit der Bezugsgröße", "column with the exposure"), "COL");
        _text = AddOption<string?>("--text", language.Choose("Spalte mit dem Text; wird anonymisiert", "column with the text; is anonymised"), "COL");
        _asOf = RuleSetOptions.CreateAsOf(language);
        Add(_asOf);
        _land = AddOption<string?>("--land", language.Choose("Bundesland, dessen Arbeitstage als Bezugsgröße zählen (sonst Montag bis Freitag)", "Land whose working days are the exposure (else Monday to Friday)"), "BE");
        _scores = AddOption<string?>("--scores", language.Choose("erwartete Zahl, Grenze, p-Wert und Alarm je Reihe und Zeitraum", "expected count, limit, p-value and alarm per series and period"), "FILE");
        _clusters = AddOption<bool>("--clusters", language.Choose("Gruppen ähnlicher Texte als weitere Spalte „cluster“ zählen (mit --text, ohne --count)", "count groups of similar texts as one more column “cluster” (with --text, without --count)"), string.Empty);
        _failFast = AddOption<bool>("--fail-fast", language.Choose("bei der ersten fehlerhaften Zeile aufhören", "stop at the first bad row"), string.Empty);
        Examples =
        [
            "causes --input vorgaenge.csv --date eingang --by sachgebiet,ortsteil --text anliegen --output ursachen.json",
            "causes --input zaehlung.csv --date woche --by ortsteil --count anzahl --output -",
        ];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var messages = context.Messages;
        var plan = _causes.ReadPlan(arguments, _causes.ReadBy(arguments), messages);
        var detection = _causes.ReadDetection(arguments, messages) with
        {
            Calendar = ReadCalendar(arguments, messages),
            ValueOfNone = arguments.GetValue(_clusters) ? ClusteredCounts.NoCluster : null,
        };
        var detector = new CauseDetector(detection);
        if (arguments.GetValue(_clusters)
            && (arguments.GetValue(_text) is null || arguments.GetValue(_count) is not null || plan.Dimensions.Contains(ClusteredCounts.Dimension)))
        {
            throw new RefusalException(messages.ClustersNeedTexts);
        }

        var asOf = RuleSetOptions.ReadDay(arguments, _asOf, context);
        var file = TableFile.From(arguments.GetRequiredValue(_input), arguments.GetValue(_format), messages);

        using var reader = file.OpenRead(context.Console, messages);
        var counting = new CaseCounting(reader.Header, plan, ReadColumns(arguments), messages);
        var failed = context.Progress.Run(Name, report => counting.AddAll(reader, arguments.GetValue(_failFast), context, report));
        var cube = counting.Build();
        var texts = counting.Texts;
        if (arguments.GetValue(_clusters))
        {
            (cube, texts, _) = ClusteredCounts.Count(plan, [.. texts.OrderBy(text => text.Received)]);
        }

        try
        {
            var causes = detector.Detect(cube, asOf, texts);
            WriteScores(arguments, cube, asOf, context);
            Write(arguments.GetRequiredValue(_output), causes, context);
            context.Note(messages.CausesFound(causes.Count, cube.Total));
        }
        catch (ExposureGapException exception)
        {
            throw new RefusalException(messages.ExposureGap(file.Path, exception.Cell.ToString(), exception.Period.ToString()));
        }

        return failed == 0 ? ExitCodes.Done : ExitCodes.SomeRowsFailed;
    }

    private CountColumns ReadColumns(ParseResult arguments) => new(
        arguments.GetValue(_date) ?? Cases.CaseOptions.DefaultDateColumn,
        arguments.GetValue(_count),
        arguments.GetValue(_exposure),
        arguments.GetValue(_text));

    private WorkingDayCalendar? ReadCalendar(ParseResult arguments, Messages messages) =>
        arguments.GetValue(_land) is { } land ? WorkingDayCalendar.For(Laender.Parse(land, "--land", messages)) : null;

    private void WriteScores(ParseResult arguments, CountCube cube, LocalDate? asOf, CommandContext context)
    {
        if (arguments.GetValue(_scores) is not { } path)
        {
            return;
        }

        var table = TableFile.From(path, null, context.Messages);
        var dateColumn = ReadColumns(arguments).Date;
        var calendar = ReadCalendar(arguments, context.Messages);
        ResultTable.Write(table, context, stream => ScoresTable.Write(table, stream, cube, dateColumn, CellScorer.Score(cube, asOf, calendar)));
    }

    private static void Write(string output, IReadOnlyList<RecurringCause> causes, CommandContext context)
    {
        if (output == TableFile.StandardStream)
        {
            CausesJson.Write(context.Console.StandardOutput, causes);
            context.Console.StandardOutput.Flush();
            return;
        }

        OutputFile.Write(output, context.Messages, stream => CausesJson.Write(stream, causes));
    }
}
