using Krm.Cli.Commands;
using Krm.Cli.Tables;

namespace Krm.Cli.Batches;

/// <summary>Reads rows, handles them on all cores, and writes the results in the order of the input.</summary>
/// <remarks>No row is lost: a row that fails stays in the output with its <c>error</c> filled.</remarks>
internal sealed class RowBatch(CommandContext context, BatchRequest request)
{
    /// <summary>The column that says why a row failed; empty where it did not.</summary>
    public const string ErrorColumn = "error";

    private long _rows;
    private long _failed;

    /// <summary>Runs the batch; <paramref name="bind"/> looks at the header first and may refuse it.</summary>
    /// <returns>The exit code.</returns>
    public int Run(string title, Func<TableHeader, RowPlan> bind)
    {
        using var reader = request.Input.OpenRead(context.Console, context.Messages);
        var plan = bind(reader.Header);
        using var sink = BatchSink.Open(context, request, new RowLayout(reader.Header, plan));
        (_rows, _failed) = (sink.Start.Rows, sink.Start.Failed);
        try
        {
            context.Progress.Run(title, report => CopyAll(reader, plan, sink, report));
        }
        catch (OperationCanceledException)
        {
            sink.Keep();
            throw;
        }

        sink.Commit();
        context.Note(context.Messages.RowsDone(_rows, _failed));
        return _failed == 0 ? ExitCodes.Done : ExitCodes.SomeRowsFailed;
    }

    private bool CopyAll(TableReader reader, RowPlan plan, BatchSink sink, Action<long, double?> report)
    {
        var finished = _rows;
        OrderedParallel.Run(
            reader.ReadRows().SkipWhile(row => row.Number <= finished),
            row => Handle(row, plan),
            (row, result) => WriteResult(row, result, sink),
            () =>
            {
                sink.Note(new Checkpoint(_rows, _failed, 0));
                report(_rows, reader.Fraction);
            },
            context.Cancellation);
        return true;
    }

    private static RowResult Handle(TableRow row, RowPlan plan)
    {
        if (row.Problem is not null)
        {
            return new RowResult([], row.Problem);
        }

        try
        {
            return new RowResult(plan.Process(row), null);
        }
        catch (RowException exception)
        {
            return new RowResult([], exception.Message);
        }
    }

    private void WriteResult(TableRow row, RowResult result, BatchSink sink)
    {
        _rows++;
        if (result.Error is null)
        {
            sink.Write(row, result.Rows);
            return;
        }

        if (request.FailsFast)
        {
            throw new FailFastException(context.Messages.StoppedAtFirstFailure(result.Error));
        }

        _failed++;
        sink.WriteFailure(row, result.Error);
    }

    private readonly record struct RowResult(IReadOnlyList<Cell[]> Rows, string? Error);
}
