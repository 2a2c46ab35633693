using System.Globalization;
using Krm.Analytics.Anonymization;
using Krm.Analytics.Causes;
using Krm.Analytics.Counting;
using Krm.Cli.Commands;
using Krm.Cli.Tables;

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
    private readonly TypedColumn? _count;
    private readonly TypedColumn? _exposure;
    private readonly int _text;
    private readonly Anonymizer _anonymizer = new();
    private readonly List<CaseText> _texts = [];

    /// <exception cref="RefusalException">A named column is missing.</exception>
    public CaseCounting(TableHeader header, CountPlan plan, CountColumns columns, Messages messages)
    {
        _header = header;
        _messages = messages;
        _builder = new CountCubeBuilder(plan);
        _date = TypedColumn.Required(header, columns.Date, messages);
        _by = [.. plan.Dimensions.Select(header.Require)];
        _count = columns.Count is { } count ? TypedColumn.Required(header, count, messages) : null;
        _exposure = columns.Exposure is { } exposure ? TypedColumn.Required(header, exposure, messages) : null;
        _text = columns.Text is { } text ? header.Require(text) : -1;
    }

    /// <summary>The anonymised texts of the cases, if a text column was named.</summary>
    public IReadOnlyList<CaseText> Texts => _texts;

    public CountCube Build() => _builder.Build();

    /// <exception cref="RowException">A value is not allowed.</exception>
    public void Add(TableRow row)
    {
        if (row.Problem is not null)
        {
            throw new RowException(row.Problem);
        }

        var day = _date.Date(row);
        var values = Array.ConvertAll(_by, column => row[column]);
        try
        {
            _builder.Add(day, values, _count?.Integer(row) ?? 1, ReadExposure(row));
        }
        catch (Exception exception) when (exception is ArgumentException or OverflowException)
        {
            throw new RowException(_messages.WrongCount(_header.File, row.Line));
        }

        if (_text >= 0)
        {
            _texts.Add(new CaseText(day, values, _anonymizer.Anonymize(row[_text]).Text));
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

    private decimal? ReadExposure(TableRow row)
    {
        if (_exposure is null)
        {
            return null;
        }

        return decimal.TryParse(_exposure.Text(row), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : throw new RowException(_messages.WrongCount(_header.File, row.Line));
    }
}
