using System.Globalization;
using Krm.Analytics.Counting;
using Krm.Analytics.Effects;
using Krm.Cli.Tables;
using NodaTime;

namespace Krm.Cli.Series;

/// <summary>Adds up a table of counts to one series around a measure.</summary>
/// <remarks>All problems of the file are told at once, up to the limit of <see cref="ProblemList"/>. Only counts are kept in memory.</remarks>
internal sealed class SeriesReader(SeriesColumns columns, PeriodKind kind, Messages messages)
{
    // Tables written by `krm count` leave out periods without a case and carry this column.
    private const string PlanColumn = "plan";

    private readonly SortedDictionary<CountPeriod, Sums> _sums = [];
    private readonly ProblemList _problems = new(messages);

    /// <summary>Reads the table.</summary>
    /// <param name="table">The open table.</param>
    /// <param name="measure">The day of the measure; the period it lies in is the first one after it.</param>
    /// <param name="gapsAreZero">Whether a period without a row counts as zero; always so for tables of <c>krm count</c>.</param>
    /// <exception cref="RefusalException">A column is missing, a value is not a count, a period is missing, or the measure lies outside.</exception>
    public MeasuredSeries Read(TableReader table, LocalDate measure, bool gapsAreZero)
    {
        var date = TypedColumn.Required(table.Header, columns.Date, messages);
        var count = table.Header.Require(columns.Count);
        var exposure = columns.Exposure is null ? -1 : table.Header.Require(columns.Exposure);
        var control = columns.Control is null ? -1 : table.Header.Require(columns.Control);
        foreach (var row in table.ReadRows())
        {
            if (row.Problem is not null)
            {
                _problems.Add(row.Problem);
                continue;
            }

            try
            {
                var period = CountPeriod.Of(kind, date.Date(row));
                var sums = _sums.TryGetValue(period, out var known) ? known : _sums[period] = new Sums();
                sums.Count += Whole(table.Header, row, count);
                sums.Exposure += exposure < 0 ? 0 : Positive(table.Header, row, exposure);
                sums.Control += control < 0 ? 0 : Whole(table.Header, row, control);
            }
            catch (RowException exception)
            {
                _problems.Add(exception.Message);
            }
        }

        _problems.RefuseAny();
        return Build(table, measure, gapsAreZero || table.Header.Find(PlanColumn) >= 0);
    }

    private MeasuredSeries Build(TableReader table, LocalDate measure, bool gapsAreZero)
    {
        if (_sums.Count == 0)
        {
            throw new RefusalException(messages.NoCounts(table.File));
        }

        var first = _sums.Keys.First();
        var length = _sums.Keys.Last().Number - first.Number + 1;
        if (_sums.Count < length && !gapsAreZero)
        {
            var missing = Enumerable.Range(0, length).Select(first.Plus).First(period => !_sums.ContainsKey(period));
            throw new RefusalException(messages.MissingPeriod(table.File, missing.ToString(), length - _sums.Count));
        }

        var index = CountPeriod.Of(kind, measure).Number - first.Number;
        if (index < 1 || index >= length)
        {
            throw new RefusalException(messages.MeasureOutside(
                IsoDate.Format(measure), first.ToString(), first.Plus(length - 1).ToString()));
        }

        var all = Enumerable.Range(0, length)
            .Select(offset => _sums.GetValueOrDefault(first.Plus(offset)) ?? new Sums()).ToArray();
        return new MeasuredSeries(
            all.Select(one => one.Count),
            index,
            kind == PeriodKind.Week ? 52 : 12,
            columns.Exposure is null ? null : all.Select(one => one.Exposure),
            columns.Control is null ? null : all.Select(one => one.Control));
    }

    private long Whole(TableHeader header, TableRow row, int column) =>
        long.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= int.MaxValue
            ? value
            : throw new RowException(messages.BrokenNumber(
                header.Place(row, column), SafeEcho.Of(row[column], messages), "0 … 2147483647"));

    private double Positive(TableHeader header, TableRow row, int column) =>
        double.TryParse(row[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0
            ? value
            : throw new RowException(messages.NotAllowed(
                header.Place(row, column), SafeEcho.Of(row[column], messages), "> 0"));

    private sealed class Sums
    {
        public long Count { get; set; }

        public double Exposure { get; set; }

        public long Control { get; set; }
    }
}
