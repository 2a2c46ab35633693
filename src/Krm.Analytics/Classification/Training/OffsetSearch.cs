namespace Krm.Analytics.Classification.Training;

/// <summary>Looks for one number a category which, added to its score, raises the selection criterion.</summary>
/// <remarks>
/// Works on scores of texts that were not learnt from. First one common shift from the frequent to the rare categories or
/// back, in proportion to the logarithm of their shares; then single offsets, taken half-way only: what chance adds to them
/// is lost, what is true of them mostly kept.
/// </remarks>
internal sealed class OffsetSearch(float[] scores, int stride, int[] labels, SelectionCriterion criterion)
{
    private const int Rounds = 2;
    private const int MaximumShift = 6;
    private const float ShiftStep = 0.1f;
    private static readonly float[] Steps = [-0.3f, -0.2f, -0.15f, -0.1f, -0.06f, -0.03f, 0.03f, 0.06f, 0.1f, 0.15f, 0.2f, 0.3f];

    private readonly int _categoryCount = criterion.CategoryCount;

    /// <summary>The offsets.</summary>
    public float[] Find()
    {
        var (shift, _) = FindShift();
        return [.. Climb(shift).Zip(shift, (single, common) => (single + common) / 2)];
    }

    /// <summary>The common shift towards rare categories, in steps of a tenth of the spread of the scores, the smallest of equals; and what it reaches.</summary>
    public (float[] Offsets, double Worth) FindShift()
    {
        var shares = new double[_categoryCount];
        foreach (var label in labels)
        {
            shares[label] += 1.0 / labels.Length;
        }

        var unit = ShiftStep * SpreadOfScores();
        return Enumerable.Range(-MaximumShift, (2 * MaximumShift) + 1)
            .OrderBy(Math.Abs)
            .Select(step => shares.Select(share => share == 0 ? 0 : (float)(-step * unit * Math.Log(share))).ToArray())
            .Select(offsets => (Offsets: offsets, Worth: Worth(offsets)))
            .MaxBy(tried => tried.Worth);
    }

    /// <summary>Root mean square distance of a text's scores from their mean.</summary>
    private double SpreadOfScores()
    {
        var squares = 0.0;
        for (var text = 0; text < labels.Length; text++)
        {
            var row = scores.AsSpan(text * stride, _categoryCount);
            var mean = 0.0;
            foreach (var score in row)
            {
                mean += score / _categoryCount;
            }

            foreach (var score in row)
            {
                squares += (score - mean) * (score - mean);
            }
        }

        return Math.Sqrt(squares / labels.Length / _categoryCount);
    }

    private float[] Climb(float[] begin)
    {
        var offsets = (float[])begin.Clone();
        var rivals = new (int Category, float Lead)[labels.Length];
        for (var round = 0; round < Rounds; round++)
        {
            for (var category = 0; category < _categoryCount; category++)
            {
                FindRivals(offsets, category, rivals);
                var best = Worth(rivals, category, offsets[category]);
                var start = offsets[category];
                foreach (var step in Steps)
                {
                    var worth = Worth(rivals, category, start + step);
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
    private void FindRivals(float[] offsets, int category, (int Category, float Lead)[] rivals)
    {
        for (var text = 0; text < rivals.Length; text++)
        {
            var row = scores.AsSpan(text * stride, _categoryCount);
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

            rivals[text] = (rival, highest - row[category]);
        }
    }

    private double Worth((int Category, float Lead)[] rivals, int category, float offset)
    {
        var tally = new CategoryTally(_categoryCount);
        for (var text = 0; text < rivals.Length; text++)
        {
            tally.Add(labels[text], rivals[text].Lead < offset ? category : rivals[text].Category);
        }

        return criterion.Of(tally.Accuracy, tally.MacroF1);
    }

    private double Worth(float[] offsets)
    {
        var rivals = new (int Category, float Lead)[labels.Length];
        FindRivals(offsets, 0, rivals);
        return Worth(rivals, 0, offsets[0]);
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
