using System.Security.Cryptography;
using System.Text;
using Krm.Analytics.Counting;

namespace Krm.Analytics.Causes;

/// <summary>Turns a chosen cell into a finding with numbers, terms, examples and a sentence.</summary>
internal sealed class CauseDescriber(CountPlan plan, Timeline timeline, CauseDetectorOptions options, IReadOnlyList<CaseText> texts)
{
    private readonly CauseTerms _terms = new(plan, options, texts);

    public RecurringCause Describe(ChosenCell chosen)
    {
        var window = chosen.Window;
        var observed = chosen.Observed;
        var expected = window.Course.Expected(window.Start, window.End);
        var outside = window.Course.Total - observed;
        var weightRatio = outside > 0 ? expected / outside : window.Course.Share(window.Start, window.End) / (1 - window.Course.Share(window.Start, window.End));
        var interval = RateInterval.Compute(observed, outside, weightRatio, window.Dispersion);
        var from = timeline.StartOf(window.Start);
        var to = timeline.EndOf(window.End - 1);
        var (terms, examples) = _terms.Explain(chosen.Cell, from, to);
        var cause = new RecurringCause
        {
            Id = ComputeId(chosen.Cell, chosen.Analysis.Pattern, timeline.First.Plus(window.Start)),
            Pattern = chosen.Analysis.Pattern,
            Cell = chosen.Cell,
            From = from,
            To = to,
            Observed = observed,
            Expected = expected,
            ExcessLow = observed * (1 - (1 / interval.Low)),
            ExcessHigh = observed * (1 - (1 / interval.High)),
            RateRatio = interval.Ratio,
            RateRatioLow = interval.Low,
            RateRatioHigh = interval.High,
            PValue = chosen.Analysis.PValue,
            QValue = chosen.QValue,
            Terms = terms,
            Examples = examples,
            Sentence = "",
        };
        return cause with { Sentence = CauseSentence.Write(cause, timeline, window.End) };
    }

    private static string ComputeId(CauseCell cell, CausePattern pattern, CountPeriod start)
    {
        var text = new StringBuilder().Append(pattern).Append('\n').Append(start);
        foreach (var (dimension, value) in cell.Coordinates)
        {
            text.Append('\n').Append(dimension.Length).Append(':').Append(dimension).Append(value.Length).Append(':').Append(value);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }
}
