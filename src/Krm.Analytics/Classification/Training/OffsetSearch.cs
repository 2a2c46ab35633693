using Krm.Analytics.Evaluation;

namespace Krm.Analytics.Classification.Training;

/// <summary>Looks for one number a category which, added to its score, raises the selection criterion.</summary>
/// <remarks>
/// Works on scores of texts that were not learnt from. Offsets found on one half of the texts have to help on the other
/// half, both ways and over several halvings, or none are used: rare categories would otherwise be tuned to chance.
/// </remarks>
internal sealed class OffsetSearch(float[] scores, int stride, int[] labels, SelectionCriterion criterion)
{
    private const int Halvings = 3;
    private const int Rounds = 2;
    private const double LeastGain = 0.002;
    private static readonly float[] Steps = [-0.3f, -0.2f, -0.15f, -0.1f, -0.06f, -0.03f, 0.03f, 0.06f, 0.1f, 0.15f, 0.2f, 0.3f];

    private readonly int _categoryCount = criterion.CategoryCount;

    /// <summary>The offsets; all 0 if none help reliably.</summary>
    public float[] Find(ulong seed)
    {
        var generator = new SeededGenerator(seed);
        var order = Enumerable.Range(0, labels.Length).ToArray();
        var gain = 0.0;
        var none = new float[_categoryCount];
        for (var halving = 0; halving < Halvings; halving++)
        {
            generator.Shuffle(order);
            var first = order[..(order.Length / 2)];
            var second = order[(order.Length / 2)..];
            gain += Worth(second, Climb(first)) - Worth(second, none);
            gain += Worth(first, Climb(second)) - Worth(first, none);
        }

        return gain / (2 * Halvings) > LeastGain ? Climb(order) : none;
    }

    private float[] Climb(int[] texts)
    {
        var offsets = new float[_categoryCount];
        var rivals = new (int Category, float Lead)[texts.Length];
        for (var round = 0; round < Rounds; round++)
        {
            for (var category = 0; category < _categoryCount; category++)
            {
                FindRivals(texts, offsets, category, rivals);
                var best = Worth(texts, rivals, category, offsets[category]);
                var start = offsets[category];
                foreach (var step in Steps)
                {
                    var worth = Worth(texts, rivals, category, start + step);
                    if (worth > best)
                    {
                        best = worth;
                        offsets[category] = start + step;
                    }
                }
            }
        }

        return offsets;
    }

    /// <summary>For each text the best of the other categories and its lead over this one without this one's offset.</summary>
    private void FindRivals(int[] texts, float[] offsets, int category, (int Category, float Lead)[] rivals)
    {
        for (var index = 0; index < texts.Length; index++)
        {
            var row = scores.AsSpan(texts[index] * stride, _categoryCount);
            var rival = -1;
            var highest = float.NegativeInfinity;
            for (var other = 0; other < row.Length; other++)
            {
                if (other != category && row[other] + offsets[other] > highest)
                {
                    highest = row[other] + offsets[other];
                    rival = other;
                }
            }

            rivals[index] = (rival, highest - row[category]);
        }
    }

    private double Worth(int[] texts, (int Category, float Lead)[] rivals, int category, float offset)
    {
        var tally = new CategoryTally(_categoryCount);
        for (var index = 0; index < texts.Length; index++)
        {
            tally.Add(labels[texts[index]], rivals[index].Lead < offset ? category : rivals[index].Category);
        }

        return criterion.Of(tally.Accuracy, tally.MacroF1);
    }

    private double Worth(int[] texts, float[] offsets)
    {
        var rivals = new (int Category, float Lead)[texts.Length];
        FindRivals(texts, offsets, 0, rivals);
        return Worth(texts, rivals, 0, offsets[0]);
    }

    /// <summary>Just enough of a confusion matrix for accuracy and macro-F1.</summary>
    private sealed class CategoryTally(int categoryCount)
    {
        private readonly int[] _correct = new int[categoryCount];
        private readonly int[] _mentions = new int[categoryCount];
        private int _count;

        public double Accuracy => (double)_correct.Sum() / _count;

        public double MacroF1 => Enumerable.Range(0, categoryCount)
            .Where(category => _mentions[category] > 0)
            .Average(category => 2.0 * _correct[category] / _mentions[category]);

        public void Add(int actual, int predicted)
        {
            _count++;
            _mentions[actual]++;
            _mentions[predicted]++;
            _correct[actual] += actual == predicted ? 1 : 0;
        }
    }
}
