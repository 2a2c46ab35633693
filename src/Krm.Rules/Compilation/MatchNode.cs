using System.Runtime.CompilerServices;

namespace Krm.Rules.Compilation;

/// <summary>A node of the index over the rules of a table: either splits by one fact or tests its few boxes at once.</summary>
internal sealed class MatchNode
{
    public static readonly MatchNode Empty = new([], new MaskColumns([]));

    private readonly MaskColumns _columns;

    private MatchNode(RuleBox[] boxes, MaskColumns columns)
    {
        Rules = Array.ConvertAll(boxes, box => box.Rule);
        _columns = columns;
        Words = (boxes.Length + 63) / 64;
        LastMask = boxes.Length % 64 == 0 ? ulong.MaxValue : (1UL << (boxes.Length % 64)) - 1;
    }

    private MatchNode(int fact, MatchNode[] children)
        : this([], Empty._columns)
    {
        SplitFact = fact;
        Children = children;
    }

    /// <summary>The fact whose class picks the child; meaningless in a leaf.</summary>
    public int SplitFact { get; }

    /// <summary>Children by class of the fact; <c>null</c> in a leaf.</summary>
    public MatchNode[]? Children { get; }

    /// <summary>Rule of each box, in the order of the hit policy.</summary>
    public int[] Rules { get; }

    public int Words { get; }

    public ulong LastMask { get; }

    public static MatchNode Leaf(RuleBox[] boxes, MaskColumns columns) => boxes.Length == 0 ? Empty : new MatchNode(boxes, columns);

    public static MatchNode Split(int fact, MatchNode[] children) => new(fact, children);

    /// <summary>The boxes of word <paramref name="word"/> that a case with these classes lies in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Match(ReadOnlySpan<int> classes, int word) =>
        _columns.Match(word == Words - 1 ? LastMask : ulong.MaxValue, classes, word);
}
