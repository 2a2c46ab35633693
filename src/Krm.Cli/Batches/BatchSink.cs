using Krm.Cli.Commands;
using Krm.Cli.Tables;

namespace Krm.Cli.Batches;

/// <summary>Where the rows of a batch go: standard output, or a file that appears only when complete.</summary>
internal sealed class BatchSink : IDisposable
{
    private readonly CommandContext _context;
    private readonly RowLayout _layout;
    private readonly TableWriter _writer;
    private readonly OutputFile? _file;
    private readonly CheckpointLog? _log;

    private BatchSink(
        CommandContext context, RowLayout layout, TableWriter writer, OutputFile? file, CheckpointLog? log, Checkpoint start)
    {
        _context = context;
        _layout = layout;
        _writer = writer;
        _file = file;
        _log = log;
        Start = start;
    }

    /// <summary>What an interrupted batch had already done; all zero for a new one.</summary>
    public Checkpoint Start { get; }

    public static BatchSink Open(CommandContext context, BatchRequest request, RowLayout layout)
    {
        if (layout.Replaced.Count > 0)
        {
            context.Note(context.Messages.ReplacedColumns(layout.Replaced));
        }

        var output = request.Output;
        if (output.IsStandardStream)
        {
            return request.IsResumed
                ? throw new RefusalException(context.Messages.ResumeNeedsFile)
                : new BatchSink(context, layout, output.CreateWriter(context.Console.StandardOutput, layout.Columns, false), null, null, default);
        }

        var start = request.IsResumed ? FindStart(context, request) : default;
        var isContinued = start.Bytes > 0;
        var file = OutputFile.Open(output.Path, context.Messages, start.Bytes);
        var log = CheckpointLog.Open(output.Path, request.Call, isContinued);
        var writer = output.CreateWriter(file.Stream, layout.Columns, isContinued);
        return new BatchSink(context, layout, writer, file, log, start);
    }

    public void Write(TableRow row, IReadOnlyList<Cell[]> added)
    {
        foreach (var cells in added)
        {
            _writer.Write(_layout.Arrange(row, cells));
        }
    }

    public void WriteFailure(TableRow row, string error) => _writer.Write(_layout.ArrangeFailure(row, error));

    /// <summary>Notes that everything written so far belongs to complete input rows.</summary>
    public void Note(Checkpoint reached)
    {
        _writer.Flush();
        if (_file is not null)
        {
            _file.Stream.Flush();
            _log?.Add(reached with { Bytes = _file.Stream.Position });
        }
    }

    public void Commit()
    {
        _writer.Dispose();
        if (_writer.FlattenedCells > 0)
        {
            _context.Note(_context.Messages.FlattenedCells(_writer.FlattenedCells));
        }

        _context.Console.StandardOutput.Flush();
        _file?.Commit();
        _log?.Delete();
    }

    /// <summary>Keeps what is complete, for <c>--resume</c>.</summary>
    public void Keep()
    {
        _writer.Dispose();
        _file?.Keep();
        _log?.Dispose();
        if (_file is not null)
        {
            _context.Console.Error.WriteLine(_context.Messages.CanResume);
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        if (_file is { IsUnsettled: true })
        {
            _log?.Delete();
        }

        _file?.Dispose();
        _log?.Dispose();
    }

    private static Checkpoint FindStart(CommandContext context, BatchRequest request)
    {
        var found = CheckpointLog.ReadLast(request.Output.Path, request.Call, context.Messages);
        context.Note(found is { } start ? context.Messages.Resuming(start.Rows) : context.Messages.NothingToResume);
        return found ?? default;
    }
}
