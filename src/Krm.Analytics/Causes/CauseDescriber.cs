using Krm.Analytics.Causes.Patterns;
using Krm.Analytics.Counting;

namespace Krm.Analytics.Causes;

/// <summary>Turns a chosen cell into a finding with numbers, terms, examples and a sentence; its id is given afterwards.</summary>
internal sealed class CauseDescriber(CountPlan plan, Timeline timeline, CauseDetectorOptions options, IReadOnlyList<CaseText> texts)
{
    private readonly CauseTerms _terms = new(plan, options, texts);

    public RecurringCause Describe(ChosenFinding chosen)
    {
        var finding = chosen.Finding;
        var interval = RateInterval.Compute(finding.Observed, finding.Outside, finding.Expected / finding.Outside, finding.Dispersion);
        var from = timeline.StartOf(finding.Start);
        var to = timeline.EndOf(finding.End - 1);
        var (terms, examples) = _terms.Explain(chosen.Cell, from, to);
        var cause = new RecurringCause
        {
            Id = "",
            Pattern = finding.Pattern,
            Cell = chosen.Cell,
            From = from,
            To = to,
            Event = finding.Event?.Schedule.Kind,
            NextExpected = finding.NextStart < 0 ? null : timeline.StartOf(finding.NextStart),
            IsAboveUsualPeak = finding.UsualPeak is not null,
            Observed = finding.Observed,
            Expected = finding.Expected,
            ExcessLow = finding.Observed * (1 - (1 / interval.Low)),
            ExcessHigh = finding.Observed * (1 - (1 / interval.High)),
            RateRatio = interval.Ratio,
            RateRatioLow = interval.Low,
            RateRatioHigh = interval.High,
            PValue = finding.PValue,
            QValue = chosen.QValue,
            Terms = terms,
            Examples = examples,
            Sentence = "",
        };
        return cause with { Sentence = CauseSentence.Write(cause, timeline, finding, chosen.CountIn(finding.End - 1, finding.End)) };
    }
}
