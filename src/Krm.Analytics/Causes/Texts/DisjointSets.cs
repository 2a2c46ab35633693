namespace Krm.Analytics.Causes.Texts;

/// <summary>Sets that only ever grow together; each is named by its smallest member.</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parents;

    public DisjointSets(int count) => _parents = [.. Enumerable.Range(0, count)];

    public int Find(int member)
    {
        while (_parents[member] != member)
        {
            _parents[member] = _parents[_parents[member]];
            member = _parents[member];
        }

        return member;
    }

    public void Union(int left, int right)
    {
        (left, right) = (Find(left), Find(right));
        _parents[Math.Max(left, right)] = Math.Min(left, right);
    }
}
