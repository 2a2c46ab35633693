using System.CommandLine;
using Krm.Cli.Batches;
using Krm.Cli.Cases;
using Krm.Cli.Tables;
using Krm.Rules;
using NodaTime;

namespace Krm.Cli.Commands;

/// <summary><c>krm plan</c>: what has to happen to each case, by whom, until when, and why.</summary>
internal sealed class PlanCommand : CliCommand
{
    private readonly TableOptions _table;
    private readonly CaseOptions _cases;
    private readonly RuleSetOptions _rules;
    private readonly Option<bool> _explain;

    public PlanCommand(Language language)
        : base("plan", language.Choose(
            "was bei jedem Vorgang zu tun ist, von wem, bis wann und warum",
            "what has to happen to each case, by whom, until when, and why"))
    {
        _rules = new RuleSetOptions(this, language);
        _table = new TableOptions(this, language);
        _cases = new CaseOptions(this, language);
        _explain = AddOption<bool>(
            "--explain",
            language.Choose("auch sagen, warum das Verfahren gilt (Spalte scope_reason)", "also say why the procedure applies (column scope_reason)"),
            string.Empty);
        Examples =
        [
            "plan --input vorgaenge.csv --output plan.csv --ruleset harburg",
            "plan --input vorgaenge.csv --output plan.csv --ruleset eigenes.regelwerk.json --land BE --map adressat=an --explain",
            "plan --input vorgaenge.csv --output plan.csv --ruleset harburg --done eingangsbestaetigung=bestaetigt_am",
        ];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var ruleSet = _rules.ReadRuleSet(arguments, context);
        var evaluator = new RuleEvaluator(ruleSet, _rules.ReadLand(arguments, ruleSet, context));
        var asOf = _rules.ReadAsOf(arguments, context) ?? context.Console.Today;
        var columns = _cases.Read(arguments, context);
        return new RowBatch(context, _table.Read(arguments, context.Messages)).Run(
            Name, header => Bind(header, columns, evaluator, asOf, arguments.GetValue(_explain), context));
    }

    private static RowPlan Bind(
        TableHeader header, CaseColumns columns, RuleEvaluator evaluator, LocalDate asOf, bool explains, CommandContext context)
    {
        var binding = new CaseBinding(evaluator.RuleSet, header, columns, context.Messages);
        if (binding.Defaulted.Count > 0)
        {
            context.Note(context.Messages.DefaultedFacts(binding.Defaulted));
        }

        IReadOnlyList<string> added = explains ? [.. PlanRows.Columns, PlanRows.ScopeReasonColumn] : PlanRows.Columns;
        return new RowPlan(
            added,
            row =>
            {
                var plan = binding.PlanOf(row, evaluator);
                var rows = PlanRows.Of(plan, binding.ClosedOf(row), asOf);
                return explains ? [.. rows.Select(cells => (Cell[])[.. cells, plan.ScopeReason])] : rows;
            },
            PassesThrough: false,
            FailedCells: row => PlanRows.OfFailure(binding.IdOf(row), added.Count));
    }
}
