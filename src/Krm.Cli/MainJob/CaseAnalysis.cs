using Krm.Analytics.Anonymization;
using Krm.Analytics.Classification;
using Krm.Cli.Cases;
using Krm.Cli.Tables;
using Krm.Rules;
using NodaTime;

namespace Krm.Cli.MainJob;

/// <summary>Plans, anonymises and classifies one row.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class CaseAnalysis(
    CaseBinding binding, RuleEvaluator evaluator, Anonymizer anonymizer, ITextClassifier? classifier, int textColumn)
{
    public CaseResult Analyze(TableRow row)
    {
        var text = textColumn < 0 ? string.Empty : anonymizer.Anonymize(row[textColumn]).Text;
        var prediction = textColumn < 0 ? null : classifier?.Classify(text);
        if (row.Problem is not null)
        {
            return new CaseResult(null, null, text, prediction, row.Problem);
        }

        try
        {
            LocalDate? closed = binding.ClosedOf(row);
            return new CaseResult(binding.PlanOf(row, evaluator), closed, text, prediction, null);
        }
        catch (RowException exception)
        {
            return new CaseResult(null, null, text, prediction, exception.Message);
        }
    }
}
