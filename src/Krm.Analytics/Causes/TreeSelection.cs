using Krm.Analytics.Statistics;

namespace Krm.Analytics.Causes;

/// <summary>Chooses cells from the top of the tree down so that the false discovery rate is kept at every level.</summary>
/// <remarks>
/// TreeBH (Bogomolov, Peterson, Benjamini, Sabatti 2021, Biometrika 108, 575): the p-value of an inner node combines those
/// below it (Simes); starting at the root, the children of a chosen node are tested with Benjamini–Hochberg at the rate
/// multiplied by the share of nodes chosen in each family on the way. For any dependence both steps are divided by
/// 1 + ½ + … + 1/n (Benjamini and Yekutieli 2001; for Simes Hommel 1983).
/// </remarks>
internal sealed class TreeSelection
{
    private readonly Node _root;
    private readonly int _cells;
    private readonly FalseDiscoveryMethod _method;

    /// <param name="parents">The parent of each cell, -1 for the first; parents come first.</param>
    /// <param name="families">Which family of its parent a cell belongs to (the dimension it adds).</param>
    /// <param name="pValues">The p-value of each cell, NaN if it was not tested.</param>
    /// <param name="method">How the rate is controlled in each family.</param>
    public TreeSelection(
        IReadOnlyList<int> parents, IReadOnlyList<int> families, IReadOnlyList<double> pValues,
        FalseDiscoveryMethod method = FalseDiscoveryMethod.BenjaminiHochberg)
    {
        _method = method;
        _cells = parents.Count;
        var nodes = new Node[_cells];
        for (var i = 0; i < _cells; i++)
        {
            nodes[i] = new Node();
            if (!double.IsNaN(pValues[i]))
            {
                nodes[i].Children.Add(new Node { Cell = i, PValue = pValues[i] });
            }

            if (parents[i] >= 0)
            {
                nodes[parents[i]].GetFamily(families[i]).Children.Add(nodes[i]);
            }
        }

        _root = nodes[0];
        _root.Combine(method);
    }

    /// <summary>Whether each cell is chosen at the given false discovery rate.</summary>
    public bool[] Select(double rate)
    {
        var chosen = new bool[_cells];
        if (_root.PValue <= rate)
        {
            Descend(_root, rate, chosen);
        }

        return chosen;
    }

    /// <summary>The smallest rate at which each cell is chosen, to a relative precision of 1e-6; 1 for cells not chosen at <paramref name="rate"/>.</summary>
    public double[] GetQValues(double rate)
    {
        var qValues = new double[_cells];
        Array.Fill(qValues, 1);
        Bisect(Math.Log(1e-300), Math.Log(rate), new bool[_cells], Select(rate), qValues);
        return qValues;
    }

    private void Bisect(double low, double high, bool[] atLow, bool[] atHigh, double[] qValues)
    {
        if (atLow.AsSpan().SequenceEqual(atHigh))
        {
            return;
        }

        if (high - low < 1e-6)
        {
            for (var i = 0; i < _cells; i++)
            {
                qValues[i] = atHigh[i] && !atLow[i] ? Math.Exp(high) : qValues[i];
            }

            return;
        }

        var middle = 0.5 * (low + high);
        var atMiddle = Select(Math.Exp(middle));
        Bisect(low, middle, atLow, atMiddle, qValues);
        Bisect(middle, high, atMiddle, atHigh, qValues);
    }

    private void Descend(Node node, double rate, bool[] chosen)
    {
        if (node.Cell >= 0)
        {
            chosen[node.Cell] = true;
            return;
        }

        var count = node.Children.Count;
        var taken = count;
        var level = rate / (count * Strictness(count, _method));
        while (taken > 0 && node.Children[taken - 1].PValue > level * taken)
        {
            taken--;
        }

        for (var i = 0; i < taken; i++)
        {
            Descend(node.Children[i], rate * taken / count, chosen);
        }
    }

    /// <summary>1, or 1 + ½ + … + 1/n for any dependence.</summary>
    private static double Strictness(int count, FalseDiscoveryMethod method)
    {
        var sum = 1.0;
        for (var i = 2; i <= count && method == FalseDiscoveryMethod.BenjaminiYekutieli; i++)
        {
            sum += 1.0 / i;
        }

        return sum;
    }

    private sealed class Node
    {
        private readonly Dictionary<int, Node> _families = [];

        public int Cell { get; init; } = -1;

        public double PValue { get; set; } = 1;

        public List<Node> Children { get; } = [];

        public Node GetFamily(int family)
        {
            if (!_families.TryGetValue(family, out var node))
            {
                node = new Node();
                _families.Add(family, node);
                Children.Add(node);
            }

            return node;
        }

        /// <summary>Combines from the leaves up, drops empty branches and sorts each family by p-value.</summary>
        public void Combine(FalseDiscoveryMethod method)
        {
            foreach (var child in Children)
            {
                child.Combine(method);
            }

            if (Cell < 0)
            {
                Children.RemoveAll(child => child.Cell < 0 && child.Children.Count == 0);
                Children.Sort((left, right) => left.PValue.CompareTo(right.PValue));
                PValue = Math.Min(1, Strictness(Children.Count, method) * MultipleTesting.Simes([.. Children.Select(child => child.PValue)]));
            }
        }
    }
}
