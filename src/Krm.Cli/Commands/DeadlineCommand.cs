using System.CommandLine;
using System.Globalization;
using Krm.Calendar.Deadlines;
using Krm.Calendar.Deadlines.Serialization;
using Krm.Calendar.Holidays;
using Krm.Cli.Batches;
using Krm.Cli.Tables;
using NodaTime;
using NodaTime.Text;

namespace Krm.Cli.Commands;

/// <summary><c>krm deadline</c>: administrative deadlines, row by row, on request with every step.</summary>
internal sealed class DeadlineCommand : CliCommand
{
    private const string Separator = " | ";
    private static readonly string[] Required = ["regime", "event", "land"];
    private static readonly string[] Added = ["deemed_day", "raw_end", "last_day", "end_instant", "confidence", "alternatives", "reminder_day"];

    private readonly TableOptions _table;
    private readonly Option<bool> _explain;

    public DeadlineCommand(Language language)
        : base("deadline", language.Choose(
            "Fristen nach Verwaltungsrecht oder Serviceziel berechnen; Spalten regime, event, kind, period, land, municipality, recipient_land, direction, fixed_date, notice, options",
            "compute deadlines by administrative law or service target; columns regime, event, kind, period, land, municipality, recipient_land, direction, fixed_date, notice, options"))
    {
        _table = new TableOptions(this, language);
        _explain = AddOption<bool>("--explain", language.Choose("jeden Schritt mit seiner Vorschrift nennen (Spalte steps)", "name every step with its section (column steps)"), "");
        Examples =
        [
            "deadline --input schreiben.csv --output fristen.csv --explain",
            "deadline --input - --output - --format jsonl < schreiben.jsonl",
        ];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        bool explains = arguments.GetValue(_explain);
        return new RowBatch(context, _table.Read(arguments, context.Messages)).Run(Name, header => Bind(header, explains, context));
    }

    private static RowPlan Bind(TableHeader header, bool explains, CommandContext context)
    {
        foreach (var name in Required)
        {
            header.Require(name);
        }

        var positions = DeadlineSpecText.Columns.ToDictionary(name => name, header.Find);
        var calculator = new DeadlineCalculator();
        string[] columns = explains ? [.. Added, "steps"] : Added;
        return new RowPlan(columns, row =>
        {
            try
            {
                var spec = DeadlineSpecText.Parse(name => row[positions[name]]);
                return [Cells(calculator.Calculate(spec), explains)];
            }
            catch (DeadlineSpecException refusal)
            {
                throw new RowException(context.Language.Choose(
                    $"{header.File}: Zeile {row.Line}: {refusal.ToGerman()}", $"{header.File}: line {row.Line}: {refusal.Message}"));
            }
            catch (ArgumentOutOfRangeException)
            {
                throw new RowException(context.Messages.OutsideYears(
                    header.Place(row, positions["event"]), HolidayData.FirstYear, HolidayData.LastYear));
            }
        });
    }

    private static Cell[] Cells(Deadline deadline, bool explains)
    {
        // Hours end at a minute of the last day; what comes before has none.
        var isHours = deadline.Spec.Period is { Unit: DeadlineUnit.Hours };
        var end = isHours && deadline.EndTime is { } time
            ? time.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)
            : Date(deadline.LastDay);
        List<Cell> cells =
        [
            Date(deadline.DeemedDay),
            isHours ? end : Date(deadline.RawEnd),
            end,
            deadline.EndInstant is { } instant ? InstantPattern.General.Format(instant) : "",
            Word(deadline.Confidence),
            string.Join(Separator, deadline.Alternatives.Select(Describe)),
            Date(deadline.ReminderDay),
        ];
        if (explains)
        {
            cells.Add(string.Join(Separator, deadline.Steps.Select(step => step.ToGerman())));
        }

        return [.. cells];
    }

    private static string Describe(DeadlineAlternative alternative) =>
        $"{Date(alternative.LastDay)} {Word(alternative.Kind)}: {alternative.Reason}";

    private static string Word(DeadlineConfidence confidence) => confidence switch
    {
        DeadlineConfidence.High => "high",
        DeadlineConfidence.Medium => "medium",
        _ => "low",
    };

    private static string Word(AlternativeKind kind) => kind switch
    {
        AlternativeKind.SafeToMeet => "safe-to-meet",
        AlternativeKind.NotLateBefore => "not-late-before",
        _ => "other-view",
    };

    private static string Date(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";
}
