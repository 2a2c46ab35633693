using System.CommandLine;
using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using Krm.Cli.Batches;
using Krm.Cli.Tables;

namespace Krm.Cli.Commands;

/// <summary><c>krm workdays</c>: adds and counts working days, row by row.</summary>
internal sealed class WorkdaysCommand : CliCommand
{
    private const string WorkingDayWeek = "MoFr";
    private const string WerktagWeek = "MoSa";
    private readonly TableOptions _table;

    public WorkdaysCommand(Language language)
        : base("workdays", language.Choose(
            "Arbeitstage zählen und weiterrechnen; Spalten land, week (MoFr oder MoSa), date, n, end",
            "count and add working days; columns land, week (MoFr or MoSa), date, n, end"))
    {
        _table = new TableOptions(this, language);
        Examples =
        [
            "workdays --input tage.csv --output ergebnis.csv",
            "workdays --input - --output - --format csv < tage.csv",
        ];
    }

    protected override int Execute(ParseResult arguments, CommandContext context) =>
        new RowBatch(context, _table.Read(arguments, context.Messages)).Run(Name, header => Bind(header, context.Messages));

    private static RowPlan Bind(TableHeader header, Messages messages)
    {
        var land = TypedColumn.Required(header, "land", messages);
        var week = TypedColumn.Optional(header, "week", messages);
        var date = TypedColumn.Required(header, "date", messages);
        var number = TypedColumn.Optional(header, "n", messages);
        var end = TypedColumn.Optional(header, "end", messages);
        var calendars = Bundeslaender.All.ToDictionary(each => each, each => new Lazy<Calendars>(() => Calendars.For(each)));
        return new RowPlan(["add_result", "count", "is_working_day"], row =>
        {
            var calendar = Choose(calendars[land.Land(row)].Value, week, row);
            try
            {
                var start = date.Date(row);
                return
                [[
                    number.IsEmpty(row) ? Cell.Empty : IsoDate.Format(calendar.AddWorkingDays(start, number.Integer(row))),
                    end.IsEmpty(row) ? Cell.Empty : Cell.Number(calendar.CountWorkingDays(start, end.Date(row))),
                    Cell.Flag(calendar.IsWorkingDay(start)),
                ]];
            }
            catch (ArgumentOutOfRangeException)
            {
                throw new RowException(messages.OutsideYears(
                    header.Place(row, date.Position), HolidayData.FirstYear, HolidayData.LastYear));
            }
        });
    }

    private static DayCalendar Choose(Calendars calendars, TypedColumn week, TableRow row) => week.Text(row) switch
    {
        WorkingDayWeek or "" => calendars.WorkingDays,
        WerktagWeek => calendars.Werktage,
        _ => throw week.NotAllowed(row, $"{WorkingDayWeek}, {WerktagWeek}"),
    };

    private sealed record Calendars(DayCalendar WorkingDays, DayCalendar Werktage)
    {
        public static Calendars For(Bundesland land) => new(WorkingDayCalendar.For(land), WerktagCalendar.For(land));
    }
}
