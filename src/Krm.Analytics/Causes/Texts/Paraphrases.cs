namespace Krm.Analytics.Causes.Texts;

/// <summary>Joins texts that use the same telling words: neighbours in TF-IDF space.</summary>
/// <remarks>
/// Candidates share two of their most telling words; the cosine is then exact. A text is compared with a limited number of
/// earlier ones for each pair of words, so that the cost stays linear.
/// </remarks>
internal static class Paraphrases
{
    private const int TellingWords = 5;
    private const int FewestWords = 3;

    public static void Join(IReadOnlyList<string> texts, double similarity, DisjointSets sets)
    {
        var vectors = Weigh(texts);
        var last = new Dictionary<(int, int), (int First, int Last)>();
        for (var i = 0; i < vectors.Length; i++)
        {
            if (vectors[i].Length < FewestWords)
            {
                continue;
            }

            var telling = vectors[i].OrderByDescending(pair => pair.Weight).ThenBy(pair => pair.Word).Take(TellingWords)
                .Select(pair => pair.Word).Order().ToArray();
            for (var first = 0; first < telling.Length; first++)
            {
                for (var second = first + 1; second < telling.Length; second++)
                {
                    var key = (telling[first], telling[second]);
                    if (!last.TryGetValue(key, out var bucket))
                    {
                        last.Add(key, (i, i));
                        continue;
                    }

                    JoinPair(bucket.First, i, vectors, similarity, sets);
                    JoinPair(bucket.Last, i, vectors, similarity, sets);
                    last[key] = (bucket.First, i);
                }
            }
        }
    }

    /// <summary>Unit vectors, words ascending by number.</summary>
    private static (int Word, double Weight)[][] Weigh(IReadOnlyList<string> texts)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var frequencies = new List<int>();
        var words = new int[texts.Count][];
        for (var i = 0; i < texts.Count; i++)
        {
            words[i] = [.. CaseWords.Split(texts[i]).Select(word => NumberOf(word, numbers, frequencies)).Order()];
            foreach (var word in words[i])
            {
                frequencies[word]++;
            }
        }

        return
        [
            .. words.Select(own =>
            {
                var weights = own.Select(word => Math.Log((texts.Count + 1.0) / frequencies[word])).ToArray();
                var norm = Math.Sqrt(weights.Sum(weight => weight * weight));
                return own.Select((word, i) => (word, norm > 0 ? weights[i] / norm : 0)).ToArray();
            }),
        ];
    }

    private static int NumberOf(string word, Dictionary<string, int> numbers, List<int> frequencies)
    {
        if (!numbers.TryGetValue(word, out var number))
        {
            number = numbers.Count;
            numbers.Add(word, number);
            frequencies.Add(0);
        }

        return number;
    }

    private static void JoinPair(int left, int right, (int Word, double Weight)[][] vectors, double similarity, DisjointSets sets)
    {
        if (sets.Find(left) != sets.Find(right) && Cosine(vectors[left], vectors[right]) >= similarity)
        {
            sets.Union(left, right);
        }
    }

    private static double Cosine((int Word, double Weight)[] left, (int Word, double Weight)[] right)
    {
        var (i, j, sum) = (0, 0, 0.0);
        while (i < left.Length && j < right.Length)
        {
            if (left[i].Word == right[j].Word)
            {
                sum += left[i++].Weight * right[j++].Weight;
            }
            else if (left[i].Word < right[j].Word)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return sum;
    }
}
