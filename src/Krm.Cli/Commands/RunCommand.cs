using System.CommandLine;
using Krm.Cli.Cases;
using Krm.Cli.Findings;
using Krm.Cli.MainJob;
using Krm.Cli.Measures;
using Krm.Cli.Models;
using Krm.Cli.Tables;

namespace Krm.Cli.Commands;

/// <summary><c>krm run</c>: the whole main job on a backlog.</summary>
internal sealed class RunCommand : CliCommand
{
    private readonly Option<string> _input;
    private readonly Option<string> _output;
    private readonly Option<TableFormat?> _format;
    private readonly RuleSetOptions _rules;
    private readonly CaseOptions _cases;
    private readonly CauseOptions _causes;
    private readonly Option<string?> _text;
    private readonly Option<string?> _label;
    private readonly Option<string?> _kind;
    private readonly Option<string?> _unit;
    private readonly Option<string?> _model;
    private readonly MeasuresOption _measures;

    public RunCommand(Language language)
        : base("run", language.Choose(
            "die ganze Arbeit an einem Bestand: planen, einordnen, anonymisieren, Ursachen finden, berichten",
            "the whole main job on a backlog: plan, classify, anonymise, find causes, report"))
    {
        _input = AddOption<string>("--input", language.Choose("Bestand: .csv, .tsv, .jsonl", "backlog: .csv, .tsv, .jsonl"), "BACKLOG", isRequired: true);
        _output = AddOption<string>("--output", language.Choose("Verzeichnis der Ergebnisse", "directory of the results"), "DIR", isRequired: true);
        _format = TableOptions.CreateFormat(language);
        Add(_format);
        _rules = new RuleSetOptions(this, language);
        _cases = new CaseOptions(this, language);
        _text = AddOption<string?>("--text", language.Choose("Spalte mit dem Text (sonst text, wenn vorhanden)", "column with the text (else text, if present)"), "COL");
        _label = AddOption<string?>("--label", language.Choose("Spalte mit der bekannten Kategorie, aus der gelernt wird", "column with the known category to learn from"), "COL");
        _model = AddOption<string?>("--model", language.Choose("Modelldatei, statt zu lernen", "model file, instead of learning"), "FILE");
        _kind = AddOption<string?>("--kind", language.Choose("Spalte mit der Art des Vorgangs, für den Bericht", "column with the kind of case, for the report"), "COL");
        _unit = AddOption<string?>("--unit", language.Choose("Spalte mit der zuständigen Stelle, für den Bericht", "column with the unit in charge, for the report"), "COL");
        _causes = new CauseOptions(this, language);
        _measures = new MeasuresOption(this, language);
        Examples =
        [
            "run --input backlog.csv --output out --ruleset harburg --land HH --label label --by unit,label",
            "run --input meldungen.tsv --output out --ruleset harburg --land BE --date date --label label --by bezirk,label",
        ];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var input = TableFile.From(arguments.GetRequiredValue(_input), arguments.GetValue(_format), context.Messages);
        input.RequireFile(context.Messages);
        var ruleSet = _rules.ReadRuleSet(arguments, context);
        var label = arguments.GetValue(_label);
        var by = _causes.ReadBy(arguments);
        var found = FoundColumns.In(input, context);
        var columns = _cases.Read(arguments, context);
        var plan = _causes.ReadPlan(arguments, by.Count > 0 ? by : [CaseValues.GermanCategory], context.Messages);
        return new MainJobRunner(
            new MainJobRequest
            {
                Input = input,
                Output = arguments.GetRequiredValue(_output),
                RuleSet = ruleSet,
                Land = _rules.ReadLand(arguments, ruleSet, context),
                AsOf = _rules.ReadAsOf(arguments, context),
                Columns = columns with { Closed = columns.Closed ?? found.OrNull(CaseOptions.DefaultClosedColumn) },
                Text = arguments.GetValue(_text) ?? found.OrNull(ModelOptions.DefaultTextColumn),
                Label = label,
                Kind = arguments.GetValue(_kind) ?? found.OrNull("kind") ?? found.OrNull("art"),
                Unit = arguments.GetValue(_unit) ?? found.OrNull("unit") ?? found.OrNull("fachamt") ?? by.FirstOrDefault(name => name != label && !CaseValues.IsCategory(name, label)),
                Model = arguments.GetValue(_model),
                Plan = plan,
                Measures = _measures.Read(arguments, plan, context) ?? [],
                Detection = _causes.ReadDetection(arguments, context),
            },
            context).Run();
    }

    /// <summary>The columns a backlog has, to recognise usual names.</summary>
    private sealed class FoundColumns(IReadOnlyList<string> names)
    {
        public static FoundColumns In(TableFile input, CommandContext context)
        {
            using var reader = input.OpenRead(context.Console, context.Messages);
            return new FoundColumns(reader.Header.Names);
        }

        public string? OrNull(string name) => names.Contains(name) ? name : null;
    }
}
