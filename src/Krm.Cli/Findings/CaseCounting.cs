using System.Globalization;
using Krm.Analytics.Anonymization;
using Krm.Analytics.Causes;
using Krm.Analytics.Causes.Scoring;
using Krm.Analytics.Counting;
using Krm.Cli.Commands;
using Krm.Cli.Tables;
using NodaTime;

namespace Krm.Cli.Findings;

/// <summary>Counts the rows of a table, one case a row or as a column says.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class CaseCounting
{
    private const int MostErrorsShown = 5;

    private readonly TableHeader _header;
    private readonly Messages _messages;
    private readonly CountCubeBuilder _builder;
    private readonly TypedColumn _date;
    private readonly int[] _by;
    private readonly string[] _values;
    private readonly int _count;
    private readonly int _exposure;
    private readonly int _expected;
    private readonly int _text;
    private readonly Anonymizer _anonymizer = new();
    private readonly List<CaseText> _texts = [];
    private readonly CountedDays? _days;

    /// <exception cref="RefusalException">A named column is missing.</exception>
    public CaseCounting(TableHeader header, CountPlan plan, CountColumns columns, Messages messages)
    {
        _header = header;
        _messages = messages;
        _builder = new CountCubeBuilder(plan);
        _date = TypedColumn.Required(header, columns.Date, messages);
        _by = [.. plan.Dimensions.Select(header.Require)];
        _values = new string[_by.Length];
        _count = Find(columns.Count);
        _exposure = Find(columns.Exposure);
        _expected = Find(columns.Expected);
        _text = Find(columns.Text);
        _days = _count < 0 ? null : new CountedDays(header.File, messages);
    }

    /// <summary>The anonymised texts of the cases, if a text column was named.</summary>
    public IReadOnlyList<CaseText> Texts => _texts;

    /// <summary>What is expected, if a column for it was named.</summary>
    public ExpectedCounts Expected { get; } = new();

    /// <summary>The earliest day of a row, also of one with the count 0; null without rows.</summary>
    public LocalDate? FirstDay { get; private set; }

    /// <summary>The latest day of a row, also of one with the count 0; null without rows.</summary>
    public LocalDate? LastDay { get; private set; }

    public CountCube Build() => _builder.Build();

    /// <summary>The periods of counts given by a column in which no cell has a row; 0 cases are assumed there.</summary>
    public IReadOnlyList<CountPeriod> FindMissingPeriods() => _days?.FindMissing(_builder.Plan.Period) ?? [];

    /// <exception cref="RowException">A value is not allowed.</exception>
    /// <exception cref="RefusalException">A count of the same day and values was there already.</exception>
    public void Add(TableRow row)
    {
        if (row.Problem is not null)
        {
            throw new RowException(row.Problem);
        }

        var day = _date.Date(row);
        for (var i = 0; i < _values.Length; i++)
        {
            _values[i] = row[_by[i]];
        }

        var count = _count < 0 ? 1 : ReadCount(row);
        var exposure = _exposure < 0 ? (decimal?)null : ReadExposure(row);
        _days?.Add(day, _values, row.Line);
        try
        {
            _builder.Add(day, _values, count, exposure);
        }
        catch (OverflowException)
        {
            throw new RowException(_messages.CountOverflow(_header.File, row.Line));
        }

        FirstDay = FirstDay is { } first && first <= day ? first : day;
        LastDay = LastDay is { } last && last >= day ? last : day;
        if (_expected >= 0 && row[_expected].Length > 0)
        {
            Expected.Add(CountPeriod.Of(_builder.Plan.Period, day), _values, ReadExpected(row));
        }

        if (_text >= 0)
        {
            _texts.Add(new CaseText(day, [.. _values], _anonymizer.Anonymize(row[_text]).Text));
        }
    }

    /// <summary>Counts all rows; there is no output row to carry an error, so the first ones are named on standard error.</summary>
    /// <returns>How many rows were left out.</returns>
    /// <exception cref="FailFastException">A row is bad and the first one ends the work.</exception>
    public long AddAll(TableReader reader, bool failsFast, CommandContext context, Action<long, double?> report)
    {
        var failed = 0L;
        foreach (var row in reader.ReadRows())
        {
            context.Cancellation.ThrowIfCancellationRequested();
            try
            {
                Add(row);
            }
            catch (RowException exception) when (!failsFast)
            {
                if (++failed <= MostErrorsShown)
                {
                    context.Console.Error.WriteLine(exception.Message);
                }
            }
            catch (RowException exception)
            {
                throw new FailFastException(_messages.StoppedAtFirstFailure(exception.Message));
            }

            report(row.Number, reader.Fraction);
        }

        if (failed > 0)
        {
            context.Console.Error.WriteLine(_messages.RowsLeftOut(failed));
        }

        return failed;
    }

    private int Find(string? column) => column is null ? -1 : _header.Require(column);

    private long ReadCount(TableRow row) =>
        int.TryParse(row[_count], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new RowException(_messages.BrokenNumber(_header.Place(row, _count), SafeEcho.Of(row[_count], _messages), "0 … 2147483647"));

    private decimal ReadExposure(TableRow row) =>
        decimal.TryParse(row[_exposure], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && amount <= CountCubeBuilder.LargestExposure && decimal.Round(amount, CountCubeBuilder.ExposureDecimals) == amount
            ? amount
            : throw new RowException(_messages.NotAllowed(
                _header.Place(row, _exposure), SafeEcho.Of(row[_exposure], _messages), $"0 … 10^15, {CountCubeBuilder.ExposureDecimals} decimals"));

    private double ReadExpected(TableRow row) =>
        double.TryParse(row[_expected], NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) && amount > 0 && double.IsFinite(amount)
            ? amount
            : throw new RowException(_messages.NotAllowed(_header.Place(row, _expected), SafeEcho.Of(row[_expected], _messages), "> 0"));
}
