using Krm.Analytics.Classification;
using Krm.Contracts.Classification;

namespace Krm.Analytics.Tests.Classification;

public sealed class TextClassifierContractTests : TextClassifierContract
{
    private static readonly TextClassifier Trained = new TextClassifierTrainer().Train(ContractCases.Create(600));

    protected override ITextClassifier Classifier => Trained;

    protected override ITextClassifier Train(IReadOnlyList<LabeledText> cases) => new TextClassifierTrainer().Train(cases);
}
