using System.CommandLine;
using System.Text;
using System.Text.Json;
using Krm.Analytics.Counting;
using Krm.Analytics.Effects;
using Krm.Cli.Series;
using Krm.Cli.Tables;

namespace Krm.Cli.Commands;

/// <summary><c>krm effect</c>: whether a measure changed the number of cases.</summary>
internal sealed class EffectCommand : CliCommand
{
    private readonly Option<string> _input;
    private readonly Option<string> _measureDate;
    private readonly Option<string> _date;
    private readonly Option<string> _count;
    private readonly Option<string> _exposure;
    private readonly Option<string> _control;
    private readonly Option<string> _period;
    private readonly Option<bool> _gapsAreZero;
    private readonly EffectModelOptions _model;
    private readonly Option<bool> _json;
    private readonly Option<TableFormat?> _format;

    public EffectCommand(Language language)
        : base("effect", language.Choose(
            "prüft, ob eine Maßnahme die Zahl der Vorgänge verändert hat",
            "tells whether a measure changed the number of cases"))
    {
        _input = AddOption<string>("--input", language.Choose("Zählungen: .csv, .tsv, .jsonl oder -", "counts: .csv, .tsv, .jsonl or -"), "COUNTS", isRequired: true);
        _measureDate = AddOption<string>(
            "--measure-date",
            language.Choose("Tag der Maßnahme; ihr Zeitraum zählt zur Zeit danach", "day of the measure; its period counts as after"),
            "DATE", isRequired: true);
        _date = AddOption<string>("--date", language.Choose("Spalte mit einem Tag des Zeitraums (sonst date)", "column with a day of the period (else date)"), "COL");
        _count = AddOption<string>("--count", language.Choose("Spalte mit der Anzahl (sonst count)", "column with the count (else count)"), "COL");
        _exposure = AddOption<string>("--exposure", language.Choose("Spalte mit der Bezugsgröße (Bescheide, Besuche …)", "column with the exposure (notices, visitors …)"), "COL");
        _control = AddOption<string>("--control", language.Choose("Spalte einer von der Maßnahme unberührten Vergleichsreihe", "column of a series the measure did not touch"), "COL");
        _period = AddOption<string>("--period", language.Choose("Zeitraum (sonst week)", "period (else week)"), "week|month");
        _period.AcceptOnlyFromAmong("week", "month");
        _gapsAreZero = AddOption<bool>("--gaps-are-zero", language.Choose("fehlende Zeiträume bedeuten null Vorgänge", "missing periods mean zero cases"), "");
        _model = new EffectModelOptions(this, language);
        _json = AddOption<bool>("--json", language.Choose("maschinenlesbare Ausgabe", "machine-readable output"), "");
        _format = TableOptions.CreateFormat(language);
        Add(_format);
        Examples =
        [
            "effect --input zaehlung.csv --measure-date 2026-03-02",
            "effect --input bescheide.csv --measure-date 2026-03-02 --exposure bescheide --json",
        ];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var measureText = arguments.GetRequiredValue(_measureDate);
        if (!IsoDate.TryParse(measureText, out var measure))
        {
            throw new RefusalException(context.Messages.BrokenDate("--measure-date", SafeEcho.Of(measureText, context.Messages)));
        }

        var columns = new SeriesColumns(
            arguments.GetValue(_date) ?? "date",
            arguments.GetValue(_count) ?? "count",
            arguments.GetValue(_exposure),
            arguments.GetValue(_control));
        var kind = arguments.GetValue(_period) == "month" ? PeriodKind.Month : PeriodKind.Week;
        var file = TableFile.From(arguments.GetRequiredValue(_input), arguments.GetValue(_format), context.Messages);
        using var table = file.OpenRead(context.Console, context.Messages);
        var series = new SeriesReader(columns, kind, context.Messages).Read(table, measure, arguments.GetValue(_gapsAreZero));
        var verification = EffectVerifier.Verify(series, _model.Read(arguments, context.Messages));
        context.WriteResult(arguments.GetValue(_json) ? ToJson(verification) : verification.Sentence + "\n");
        return ExitCodes.Done;
    }

    private static string ToJson(EffectVerification verification)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonOutput.Indented))
        {
            json.WriteStartObject();
            json.WriteFinite("rate_ratio", verification.RateRatio);
            json.WriteFinite("low", verification.Low);
            json.WriteFinite("high", verification.High);
            json.WriteFinite("p_value", verification.PValue);
            json.WriteFinite("averted", verification.Averted);
            json.WriteFinite("averted_low", verification.AvertedLow);
            json.WriteFinite("averted_high", verification.AvertedHigh);
            json.WriteString("verdict", Word(verification.Verdict));
            json.WriteString("sentence", verification.Sentence);
            json.WriteNumber("observed", verification.Observed);
            json.WriteFinite("expected", verification.Expected);
            json.WriteNumber("peak_periods_left_out", verification.PeakPeriodsLeftOut);
            json.WriteBoolean("autocorrelated", verification.IsAutocorrelated);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static string Word(EffectVerdict verdict) => verdict switch
    {
        EffectVerdict.Improved => "improved",
        EffectVerdict.Worse => "worse",
        EffectVerdict.NoChange => "no change",
        _ => "not enough data",
    };
}
