using Krm.Analytics.Classification;
using Krm.Contracts.Classification;

namespace Krm.Analytics.MLNet.Tests.Contracts;

public sealed class MaximumEntropyContractTests : TextClassifierContract
{
    private static readonly MLNetClassifier Trained = new MLNetTrainer().Train(ContractCases.Create(600));

    protected override ITextClassifier Classifier => Trained;

    protected override ITextClassifier Train(IReadOnlyList<LabeledText> cases) => new MLNetTrainer().Train(cases);
}
