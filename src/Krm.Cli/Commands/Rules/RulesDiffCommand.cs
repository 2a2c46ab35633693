using System.CommandLine;
using Krm.Cli.Batches;
using Krm.Cli.Cases;
using Krm.Cli.Tables;
using Krm.Rules;
using Krm.Rules.Changes;
using NodaTime;

namespace Krm.Cli.Commands.Rules;

/// <summary><c>krm rules diff</c>: which cases change between two versions of the rules or two calendars, old and new date.</summary>
internal sealed class RulesDiffCommand : CliCommand
{
    private static readonly string[] Columns = ["case_id", "change", "duty", "old_date", "new_date", "old", "new"];

    private readonly Argument<string> _old;
    private readonly Argument<string> _new;
    private readonly Option<string> _input;
    private readonly Option<string> _output;
    private readonly Option<TableFormat?> _format;
    private readonly Option<string> _land;
    private readonly Option<string> _newLand;
    private readonly CaseOptions _cases;

    public RulesDiffCommand(Language language)
        : base("diff", language.Choose("welche Vorgänge sich zwischen zwei Fassungen ändern", "which cases change between two versions"))
    {
        _old = RulesCommand.RuleSetArgument("A", language);
        _new = RulesCommand.RuleSetArgument("B", language);
        Add(_old);
        Add(_new);
        _input = AddOption<string>("--input", language.Choose("Vorgänge: .csv, .tsv, .jsonl oder -", "cases: .csv, .tsv, .jsonl or -"), "CASES", isRequired: true);
        _output = AddOption<string>("--output", language.Choose("Ausgabe (sonst -)", "output (else -)"), "FILE");
        _format = TableOptions.CreateFormat(language);
        Add(_format);
        _land = AddOption<string>("--land", language.Choose("Land, dessen Feiertage gelten (sonst das des Regelwerks)", "Land whose holidays count (else that of the rule set)"), "LAND");
        _newLand = AddOption<string>("--new-land", language.Choose("Land für die neue Fassung (sonst wie --land)", "Land for the new version (else as --land)"), "LAND");
        _cases = new CaseOptions(this, language);
        Examples = ["rules diff alt.regelwerk.json neu.regelwerk.json --input vorgaenge.csv --output aenderungen.csv"];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var format = arguments.GetValue(_format);
        var request = new BatchRequest(
            TableFile.From(arguments.GetRequiredValue(_input), format, context.Messages),
            TableFile.From(arguments.GetValue(_output) ?? TableFile.StandardStream, format ?? TableFormat.Csv, context.Messages),
            false,
            false,
            "krm rules diff");
        var before = Evaluator(arguments.GetRequiredValue(_old), arguments.GetValue(_land), context);
        var after = Evaluator(arguments.GetRequiredValue(_new), arguments.GetValue(_newLand) ?? arguments.GetValue(_land), context);
        var columns = _cases.Read(arguments, context);
        var changed = new HashSet<string>(StringComparer.Ordinal);
        var exitCode = new RowBatch(context, request).Run(Name, header =>
        {
            var (old, now) = (new CaseBinding(before.RuleSet, header, columns, context.Messages), new CaseBinding(after.RuleSet, header, columns, context.Messages));
            return new RowPlan(
                Columns,
                row => [.. Note(PlanComparer.Compare(old.PlanOf(row, before), now.PlanOf(row, after)), changed).Select(ToCells)],
                PassesThrough: false,
                FailedCells: row => PlanRows.OfFailure(now.IdOf(row), Columns.Length));
        });
        context.Note(context.Language.Choose($"{changed.Count} Vorgänge ändern sich.", $"{changed.Count} cases change."));
        return exitCode;
    }

    private static RuleEvaluator Evaluator(string name, string? land, CommandContext context)
    {
        var ruleSet = RuleSetSource.Load(name, context.Messages);
        var code = land ?? ruleSet.Land;
        return code.Length == 0
            ? throw new RefusalException(context.Messages.NotAllowed("--land", context.Messages.Nothing, Laender.AllCodes))
            : new RuleEvaluator(ruleSet, Laender.Parse(code, "--land", context.Messages));
    }

    private static IReadOnlyList<DutyChange> Note(IReadOnlyList<DutyChange> changes, HashSet<string> changed)
    {
        if (changes.Count > 0)
        {
            lock (changed)
            {
                changed.Add(changes[0].CaseId);
            }
        }

        return changes;
    }

    private static Cell[] ToCells(DutyChange change) =>
        [change.CaseId, NameOf(change.Kind), change.Duty, Day(change.OldDate), Day(change.NewDate), change.OldText, change.NewText];

    private static Cell Day(LocalDate? date) => date is { } day ? IsoDate.Format(day) : Cell.Empty;

    private static string NameOf(DutyChangeKind kind) => kind switch
    {
        DutyChangeKind.Scope => "scope",
        DutyChangeKind.Priority => "priority",
        DutyChangeKind.Added => "added",
        DutyChangeKind.Removed => "removed",
        DutyChangeKind.Date => "date",
        _ => "role",
    };
}
