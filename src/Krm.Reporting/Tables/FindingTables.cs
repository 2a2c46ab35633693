using Krm.Reporting.Html;

namespace Krm.Reporting.Tables;

/// <summary>The tables of causes, effects, promises and the forecast.</summary>
internal static class FindingTables
{
    public static ReportTable Causes(ReportData data) => new(
        "causes",
        "Wiederkehrende Ursachen",
        [
            new("cell", "Auffällig"), new("pattern", "Muster"), new("from", "von"), new("to", "bis"),
            new("observed", "beobachtet"), new("expected", "erwartet"), new("rate_ratio", "Faktor"),
            new("q_value", "Anteil Fehlalarme"), new("sentence", "Befund"),
        ],
        [
            .. data.Causes.Select(cause => (IReadOnlyList<ReportCell>)
            [
                ReportCell.Of(string.Join(" · ", cause.Cell.Select(pair => pair.Value))),
                ReportCell.Of(cause.Pattern),
                ReportCell.Of(cause.From),
                ReportCell.Of(cause.To),
                ReportCell.Of(ReportCount.Of(cause.Observed)),
                ReportCell.Of(cause.Expected, 1),
                ReportCell.Of(cause.RateRatio, 1),
                ReportCell.Of(cause.QValue, 4),
                ReportCell.Of(cause.Sentence),
            ]),
        ]);

    public static ReportTable Effects(ReportData data) => new(
        "effects",
        "Wirkung von Maßnahmen",
        [
            new("measure", "Maßnahme"), new("date", "seit"), new("verdict", "Urteil"), new("change", "Veränderung"),
            new("change_low", "95‑%‑Bereich von"), new("change_high", "bis"), new("sentence", "Befund"),
        ],
        [
            .. data.Effects.Select(effect => (IReadOnlyList<ReportCell>)
            [
                ReportCell.Of(effect.Measure),
                ReportCell.Of(effect.Date),
                ReportCell.Of(EffectSection.VerdictText(effect.Verdict)),
                ReportCell.OfChange(effect.Change),
                ReportCell.OfChange(effect.Low),
                ReportCell.OfChange(effect.High),
                ReportCell.Of(effect.Sentence),
            ]),
        ]);

    public static ReportTable Promises(ReportData data) => new(
        "promises",
        "Serviceversprechen",
        [
            new("promise", "Versprechen"), new("decided", "entschiedene Vorgänge"), new("share_kept", "gehalten"),
            new("share_low", "95‑%‑Bereich von"), new("share_high", "bis"),
        ],
        [
            .. data.Promises.Select(promise => (IReadOnlyList<ReportCell>)
            [
                ReportCell.Of(promise.Promise),
                ReportCell.Of(promise.Decided),
                ReportCell.OfShare(promise.Kept?.Share),
                ReportCell.OfShare(promise.Kept?.Low),
                ReportCell.OfShare(promise.Kept?.High),
            ]),
        ]);

    public static ReportTable Forecast(ReportData data) => new(
        "forecast",
        "Erwartete Eingänge je Woche",
        [new("week", "Woche ab"), new("expected", "erwartet"), new("low", "95‑%‑Bereich von"), new("high", "bis")],
        [
            .. data.Forecast.Select(week => (IReadOnlyList<ReportCell>)
            [
                ReportCell.Of(week.Start), ReportCell.Of(week.Expected, 0), ReportCell.Of(week.Low, 0), ReportCell.Of(week.High, 0),
            ]),
        ]);
}
