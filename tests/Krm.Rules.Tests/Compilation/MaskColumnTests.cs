using Krm.Rules.Compilation;
using Krm.Rules.Conditions;
using static Krm.Rules.Tests.RuleSetTexts;

namespace Krm.Rules.Tests.Compilation;

public class MaskColumnTests
{
    private const int Amount = 3;
    private static readonly RuleSet RuleSet = RuleSet.Read(WithTable(Table("collect", Rule("r1", "{}"))));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(20, 1)]
    [InlineData(31, 64)]
    [InlineData(31, 65)]
    [InlineData(32, 1)]
    [InlineData(40, 64)]
    [InlineData(40, 130)]
    public void Mask_EveryClassAndWord_HoldsTheBoxesTheClassLiesIn(int values, int boxCount)
    {
        var classifier = Classifier(values);
        var boxes = Enumerable.Range(0, boxCount).Select(index => Asking(index, index % 3 == 0 ? null : ValueSet.Of((index % values * 2) + 1))).ToArray();

        var column = MaskColumn.Create(Amount, classifier, boxes);

        for (var valueClass = 0; valueClass < classifier.ClassCount; valueClass++)
        {
            for (var index = 0; index < boxCount; index++)
            {
                var expected = boxes[index].Box[Amount]?.Contains(classifier.Representative(valueClass)) ?? true;
                Assert.Equal(expected, (column.Mask(valueClass, index / 64) & (1UL << (index % 64))) != 0);
            }
        }
    }

    [Theory]
    [InlineData(31, 64, true)]
    [InlineData(31, 65, false)]
    [InlineData(32, 64, false)]
    public void Single_FewClassesAndOneWord_IsStoredWhole(int values, int boxCount, bool isWhole)
    {
        // Each value asked about and each gap between two is a class, and "missing" one more: 31 values make 64, the most that are stored.
        var classifier = Classifier(values);

        var column = MaskColumn.Create(Amount, classifier, [.. Enumerable.Range(0, boxCount).Select(index => Asking(index, ValueSet.Of(1)))]);

        Assert.Equal(isWhole, column.Single is not null);
        Assert.True(column.Single is null || column.Single.Length == 64);
    }

    [Fact]
    public void Signature_ManyClassesWithTheSameBoxes_ListsTheOthersAlone()
    {
        // Class 6 is the value 5; every other class leaves no box standing and is stored once.
        Assert.Equal("3/1/6/1,0", MaskColumn.Create(Amount, Classifier(40), [Asking(0, ValueSet.Of(5))]).Signature);
        Assert.Equal("3/1/6,8/1,2,0", MaskColumn.Create(Amount, Classifier(40), [Asking(0, ValueSet.Of(5)), Asking(1, ValueSet.Of(7))]).Signature);
        Assert.Equal("3/1//0,0,1,0", MaskColumn.Create(Amount, Classifier(1), [Asking(0, ValueSet.Of(1))]).Signature);
    }

    [Fact]
    public void Match_WholeAndSparseColumns_LeavesWhatAllLeave()
    {
        RuleBox[] boxes = [Asking(0, ValueSet.Of(1)), Asking(1, ValueSet.Of(5)), new(2, Box.Everything(RuleSet.Facts.Count).With(1, ValueSet.Of(2)))];
        var channel = MaskColumn.Create(1, FactClassifier.Create(RuleSet.Facts[1], []), boxes);
        foreach (var values in new[] { 10, 40 })
        {
            var amount = MaskColumn.Create(Amount, Classifier(values), boxes);
            var columns = new MaskColumns([channel, amount]);

            Assert.Equal(0b110UL, columns.Match(0b111, [0, 3, 0, 6, 0, 0], 0));
            Assert.Equal(0b010UL, columns.Match(0b111, [0, 1, 0, 6, 0, 0], 0));
            Assert.Equal(0b001UL, columns.Match(0b111, [0, 1, 0, 2, 0, 0], 0));
            Assert.Equal(0b100UL, columns.Match(0b100, [0, 3, 0, 2, 0, 0], 0));
            Assert.Equal(0UL, columns.Match(0b010, [0, 3, 0, 2, 0, 0], 0));
        }
    }

    /// <summary>A classifier of amounts that tells the odd codes 1, 3, 5 … and the gaps between them apart.</summary>
    private static FactClassifier Classifier(int values) =>
        FactClassifier.Create(RuleSet.Facts[Amount], Enumerable.Range(0, values).Select(index => ValueSet.Of((index * 2) + 1)));

    private static RuleBox Asking(int rule, ValueSet? amounts) => new(rule, Box.Everything(RuleSet.Facts.Count).With(Amount, amounts));
}
