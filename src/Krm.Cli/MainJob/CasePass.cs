using Krm.Analytics.Anonymization;
using Krm.Analytics.Causes;
using Krm.Analytics.Classification;
using Krm.Analytics.Counting;
using Krm.Cli.Batches;
using Krm.Cli.Cases;
using Krm.Cli.Commands;
using Krm.Cli.Tables;
using Krm.Rules;
using NodaTime;

namespace Krm.Cli.MainJob;

/// <summary>The one pass over all cases: plans, categories and counts.</summary>
internal sealed class CasePass : IDisposable
{
    private readonly CommandContext _context;
    private readonly MainJobRequest _request;
    private readonly LocalDate _asOf;
    private readonly TableReader _reader;
    private readonly CaseBinding _binding;
    private readonly CaseAnalysis _analysis;
    private readonly ClassifiedRows _rows;
    private readonly CaseValues _values;
    private readonly CountCubeBuilder _counts;
    private readonly List<CaseText> _texts = [];

    /// <exception cref="RefusalException">A named column is missing, or a fact has neither column nor default.</exception>
    public CasePass(
        MainJobRequest request, RuleEvaluator evaluator, Anonymizer anonymizer, ITextClassifier? classifier, LocalDate asOf, CommandContext context)
    {
        (_context, _request, _asOf) = (context, request, asOf);
        _reader = request.Input.OpenRead(context.Console, context.Messages);
        var header = _reader.Header;
        _binding = new CaseBinding(request.RuleSet, header, request.Columns, context.Messages);
        var text = request.Text is { } name ? header.Require(name) : -1;
        _analysis = new CaseAnalysis(_binding, evaluator, anonymizer, classifier, text);
        _rows = new ClassifiedRows(header, text, new PromiseCells([.. request.Columns.DoneColumns.Keys], asOf));
        _values = new CaseValues(header, request.Plan, request.Label);
        _counts = new CountCubeBuilder(request.Plan);
    }

    public CaseTotals Totals { get; } = new();

    public IReadOnlyList<DefaultedFact> Defaulted => _binding.Defaulted;

    public IReadOnlyList<CaseText> Texts => _texts;

    public CountCube BuildCounts() => _counts.Build();

    /// <summary>Writes a row a duty to one stream and a row a case to the other.</summary>
    public void Run(Stream planStream, Stream classifiedStream)
    {
        using var plan = new CsvTableWriter(planStream, [.. PlanRows.Columns, RowBatch.ErrorColumn], isContinued: false);
        using var classified = new CsvTableWriter(classifiedStream, _rows.Columns, isContinued: false);
        _context.Progress.Run(_context.Language.Choose("Planen und einordnen", "Planning and classifying"), report =>
        {
            OrderedParallel.Run(
                _reader.ReadRows(),
                _analysis.Analyze,
                (row, result) =>
                {
                    WritePlan(plan, row, result);
                    classified.Write(_rows.Of(row, result));
                    Totals.Add(result);
                    Count(row, result);
                },
                () => report(Totals.Cases, _reader.Fraction),
                _context.Cancellation);
            return Totals.Cases;
        });
    }

    public void Dispose() => _reader.Dispose();

    private void WritePlan(CsvTableWriter writer, TableRow row, CaseResult result)
    {
        if (result.Plan is null)
        {
            writer.Write([.. PlanRows.OfFailure(_binding.IdOf(row), PlanRows.Columns.Count), result.Error!]);
            return;
        }

        foreach (var cells in PlanRows.Of(result.Plan, result.Closed, _asOf))
        {
            writer.Write([.. cells, Cell.Empty]);
        }
    }

    private void Count(TableRow row, CaseResult result)
    {
        if (result.Plan is not { } plan)
        {
            return;
        }

        var received = plan.Facts.Received;
        var values = _values.Of(row, result.Prediction is { IsAbstained: false } sure ? sure.Category : null);
        _counts.Add(received, values);
        if (_request.Text is not null)
        {
            _texts.Add(new CaseText(received, values, result.Text));
        }
    }
}
