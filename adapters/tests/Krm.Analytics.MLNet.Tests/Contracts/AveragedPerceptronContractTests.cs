using Krm.Analytics.Classification;
using Krm.Contracts.Classification;

namespace Krm.Analytics.MLNet.Tests.Contracts;

public sealed class AveragedPerceptronContractTests : TextClassifierContract
{
    private static readonly MLNetTrainer Trainer = new(new MLNetTrainerOptions { Algorithm = MLNetAlgorithm.AveragedPerceptron });
    private static readonly MLNetClassifier Trained = Trainer.Train(ContractCases.Create(600));

    protected override ITextClassifier Classifier => Trained;

    protected override ITextClassifier Train(IReadOnlyList<LabeledText> cases) => Trainer.Train(cases);
}
