namespace Krm.Analytics.Evaluation;

/// <summary>Items of many texts, of which the shares on two sides are compared.</summary>
internal sealed class ShareShift
{
    private readonly int[][] _items;
    private readonly int _distinct;

    public ShareShift(IEnumerable<ulong[]> texts)
    {
        var places = new Dictionary<ulong, int>();
        _items = [.. texts.Select(items => items.Select(item =>
        {
            if (!places.TryGetValue(item, out var place))
            {
                place = places.Count;
                places.Add(item, place);
            }

            return place;
        }).ToArray())];
        _distinct = places.Count;
    }

    /// <summary>The Jensen-Shannon distance (root of the divergence to base 2) of the shares on the two sides.</summary>
    /// <param name="first">For each text whether it belongs to the first side.</param>
    public double Distance(bool[] first)
    {
        var counts = new double[2, _distinct];
        double firstTotal = 0, secondTotal = 0;
        for (var text = 0; text < _items.Length; text++)
        {
            foreach (var item in _items[text])
            {
                counts[first[text] ? 0 : 1, item]++;
            }

            firstTotal += first[text] ? _items[text].Length : 0;
            secondTotal += first[text] ? 0 : _items[text].Length;
        }

        if (firstTotal == 0 || secondTotal == 0)
        {
            return firstTotal == secondTotal ? 0 : 1;
        }

        var divergence = 0.0;
        for (var item = 0; item < _distinct; item++)
        {
            var one = counts[0, item] / firstTotal;
            var other = counts[1, item] / secondTotal;
            var mean = (one + other) / 2;
            divergence += (Term(one, mean) + Term(other, mean)) / 2;
        }

        return Math.Sqrt(Math.Max(0, divergence));
    }

    private static double Term(double share, double mean) => share == 0 ? 0 : share * Math.Log2(share / mean);
}
