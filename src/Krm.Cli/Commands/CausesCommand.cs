using System.CommandLine;
using System.Globalization;
using Krm.Analytics.Causes;
using Krm.Analytics.Causes.Forecasts;
using Krm.Analytics.Causes.Scoring;
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
    private const int MostYears = 100;
    private const int MostAhead = 104;

    private readonly CountingOptions _counting;
    private readonly CauseOptions _causes;
    private readonly ScoringOptions _scoring;
    private readonly Option<string?> _text;
    private readonly Option<string> _asOf;
    private readonly Option<string?> _land;
    private readonly Option<string?> _forecast;
    private readonly Option<int?> _ahead;
    private readonly Option<string?> _earlier;
    private readonly Option<bool> _clusters;
    private readonly Option<string?> _clusterIds;

    public CausesCommand(Language language)
        : base("causes", language.Choose(
            "wiederkehrende Ursachen finden: was häufiger kommt, als Zufall und Jahreslauf erklären",
            "find recurring causes: what comes more often than chance and season explain"))
    {
        _counting = new CountingOptions(this, language, language.Choose("Fälle oder Zählungen", "cases or counts"), language.Choose("Funde als JSON", "findings as JSON"));
        _causes = new CauseOptions(this, language);
        _scoring = new ScoringOptions(this, language);
        _text = AddOption<string?>("--text", language.Choose("Spalte mit dem Text; wird anonymisiert", "column with the text; is anonymised"), "COL");
        _asOf = RuleSetOptions.CreateAsOf(language);
        Add(_asOf);
        _land = AddOption<string?>("--land", language.Choose("Bundesland, dessen Arbeitstage als Bezugsgröße zählen (sonst Montag bis Freitag)", "Land whose working days are the exposure (else Monday to Friday)"), "BE");
        _forecast = AddOption<string?>("--forecast", language.Choose("erwartete Zahl der kommenden Zeiträume je Reihe, mit Spanne", "expected count of the coming periods per series, with interval"), "FILE");
        _ahead = AddOption<int?>("--ahead", language.Choose("Zeiträume für --forecast (sonst 13)", "periods of --forecast (else 13)"), "N");
        _earlier = AddOption<string?>("--previous", language.Choose("Funde eines früheren Laufs; was sie fortsetzt, behält seine id", "findings of an earlier run; what continues one keeps its id"), "FILE");
        _clusters = AddOption<bool>("--clusters", language.Choose("Gruppen ähnlicher Texte als weitere Spalte „cluster“ zählen (mit --text, ohne --count)", "count groups of similar texts as one more column “cluster” (with --text, without --count)"), string.Empty);
        _clusterIds = AddOption<string?>("--cluster-ids", language.Choose("Datei, in der die Namen der Textgruppen von Lauf zu Lauf bleiben; wird gelesen und erneuert (mit --clusters)", "file that keeps the ids of text groups from run to run; is read and renewed (with --clusters)"), "FILE");
        Examples =
        [
            "causes --input vorgaenge.csv --date eingang --by sachgebiet,ortsteil --text anliegen --output ursachen.json",
            "causes --input zaehlung.csv --date woche --by ortsteil --count anzahl --output -",
            "causes --input zaehlung.csv --by ortsteil --count count --events anlaesse.csv --forecast vorschau.csv --output ursachen.json",
        ];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var messages = context.Messages;
        var plan = _causes.ReadPlan(arguments, _causes.ReadBy(arguments), messages);
        var columns = _counting.ReadColumns(arguments) with
        {
            Text = arguments.GetValue(_text),
            Expected = _scoring.ReadExpectedColumn(arguments),
        };
        var detection = _causes.ReadDetection(arguments, context) with
        {
            Calendar = arguments.GetValue(_land) is { } land ? WorkingDayCalendar.For(Laender.Parse(land, "--land", messages)) : null,
            ValueOfNone = arguments.GetValue(_clusters) ? ClusteredCounts.NoCluster : null,
            EarlierFindings = arguments.GetValue(_earlier) is { } earlier ? CausesReader.Read(earlier, messages) : [],
        };
        var detector = new CauseDetector(detection);
        if (arguments.GetValue(_clusters)
            && (columns.Text is null || columns.Count is not null || plan.Dimensions.Contains(ClusteredCounts.Dimension)))
        {
            throw new RefusalException(messages.ClustersNeedTexts);
        }

        var clusterIds = arguments.GetValue(_clusters) ? arguments.GetValue(_clusterIds) : null;
        var known = clusterIds is null ? null : ClusterIdsFile.Read(clusterIds, messages);

        var asOf = RuleSetOptions.ReadDay(arguments, _asOf, context);
        var ahead = arguments.GetValue(_ahead) ?? 13;
        if (ahead is < 1 or > MostAhead)
        {
            throw new RefusalException(messages.NotAllowed("--ahead", ahead.ToString(CultureInfo.InvariantCulture), $"1 … {MostAhead}"));
        }

        // Wrong settings are told before the work, not after it.
        _scoring.ReadMethod(arguments, plan.Period, new ExpectedCounts(), messages);
        var (counting, failed) = _counting.Count(arguments, plan, columns, context);
        var file = _counting.ReadInput(arguments, messages).Path;
        CheckTime(counting, plan, file, context);
        var cube = counting.Build();
        var texts = counting.Texts;
        TextClustering? clustering = null;
        if (arguments.GetValue(_clusters))
        {
            (cube, texts, clustering) = ClusteredCounts.Count(plan, [.. texts.OrderBy(text => text.Received)], known: known);
        }

        try
        {
            // A last period of nothing but zeros is looked at as well.
            asOf ??= counting.LastDay is { } last ? CountPeriod.Of(plan.Period, last).End : null;
            var causes = detector.Detect(cube, asOf, texts);
            WriteScores(arguments, cube, asOf, counting, detection, context);
            WriteForecast(arguments, cube, asOf, ahead, columns.Date, detection, context);
            Write(_counting.ReadOutput(arguments), causes, context);
            if (clusterIds is not null && clustering is not null)
            {
                ClusterIdsFile.Write(clusterIds, clustering, messages);
            }

            context.Note(messages.CausesFound(causes.Count, cube.Total));
        }
        catch (ExposureGapException exception)
        {
            throw new RefusalException(messages.ExposureGap(file, exception.Cell.ToString(), exception.Period.ToString()));
        }
        catch (HistoryTooShortException exception)
        {
            throw new RefusalException(messages.HistoryTooShort(file, exception.Found, exception.Needed));
        }
        catch (OverflowException)
        {
            throw new RefusalException(messages.TooManyCases(file));
        }

        return failed == 0 ? ExitCodes.Done : ExitCodes.SomeRowsFailed;
    }

    private static void CheckTime(CaseCounting counting, CountPlan plan, string file, CommandContext context)
    {
        if (counting.FirstDay is { } first && counting.LastDay is { } last && last > first.PlusYears(MostYears))
        {
            throw new RefusalException(context.Messages.TooLongTime(file, IsoDate.Format(first), IsoDate.Format(last), MostYears));
        }

        if (counting.FindMissingPeriods() is { Count: > 0 } missing)
        {
            context.Note(context.Messages.PeriodsWithoutRows(file, missing.Count, missing[0].ToString()));
        }
    }

    private void WriteScores(
        ParseResult arguments, CountCube cube, LocalDate? asOf, CaseCounting counting, CauseDetectorOptions detection, CommandContext context)
    {
        if (_scoring.ReadFile(arguments) is not { } path)
        {
            return;
        }

        var table = TableFile.From(path, null, context.Messages);
        var method = _scoring.ReadMethod(arguments, cube.Plan.Period, counting.Expected, context.Messages);
        var scores = CellScorer.Score(cube, asOf, detection.Calendar, method, counting.FirstDay);
        ResultTable.Write(table, context, stream => ScoresTable.Write(
            table, stream, cube, _counting.ReadColumns(arguments).Date, scores, method.IsChart));
    }

    private void WriteForecast(
        ParseResult arguments, CountCube cube, LocalDate? asOf, int ahead, string dateColumn, CauseDetectorOptions detection, CommandContext context)
    {
        if (arguments.GetValue(_forecast) is not { } path)
        {
            return;
        }

        var table = TableFile.From(path, null, context.Messages);
        var forecasts = CellForecaster.Predict(cube, ahead, asOf, detection.Calendar, detection.Events);
        ResultTable.Write(table, context, stream => ForecastTable.Write(table, stream, cube.Plan, dateColumn, forecasts));
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
