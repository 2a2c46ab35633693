namespace Krm.Rules.Compilation;

/// <summary>The columns of a node, shared by all nodes whose rules have the same shape.</summary>
internal sealed class MaskColumns
{
    private readonly MaskColumn[] _columns;
    private readonly int[] _facts;
    private readonly ulong[]?[] _single;
    private readonly bool _isSingle;

    public MaskColumns(MaskColumn[] columns)
    {
        _columns = columns;
        _facts = Array.ConvertAll(columns, column => column.Fact);
        _single = Array.ConvertAll(columns, column => column.Single);
        _isSingle = Array.TrueForAll(_single, masks => masks is not null);
    }

    /// <summary>The bits of <paramref name="bits"/> that all columns leave standing.</summary>
    public ulong Match(ulong bits, ReadOnlySpan<int> classes, int word)
    {
        var facts = _facts;
        if (_isSingle)
        {
            var single = _single;
            for (var index = 0; index < single.Length; index++)
            {
                bits &= single[index]![classes[facts[index]]];
            }

            return bits;
        }

        for (var index = 0; index < facts.Length; index++)
        {
            bits &= _columns[index].Mask(classes[facts[index]], word);
        }

        return bits;
    }
}
