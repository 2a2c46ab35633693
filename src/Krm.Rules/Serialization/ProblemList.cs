using System.Text;

namespace Krm.Rules.Serialization;

/// <summary>Collects the problems of one document and finds line and column of each.</summary>
internal sealed class ProblemList(byte[] document)
{
    private readonly List<(int Offset, RuleSetProblem Problem)> _problems = [];

    public bool Any => _problems.Count > 0;

    public bool IsFull => _problems.Count >= RuleSetLimits.Problems;

    /// <summary>The rule being read, named in the problems found meanwhile.</summary>
    public string? CurrentRule { get; set; }

    public void Add(SourceNode node, string message, string? suggestion = null) => AddAt(node.Offset, node.Path, message, suggestion);

    public void AddAt(int offset, string path, string message, string? suggestion = null)
    {
        if (IsFull)
        {
            return;
        }

        var (line, column) = Locate(offset);
        _problems.Add((offset, new RuleSetProblem(message, path, line, column, CurrentRule is { } rule ? SourceNode.Cut(rule) : null, suggestion)));
    }

    /// <summary>Adds a problem at a byte of a line, both from 0.</summary>
    public void AddAtLine(int line, int position, string message)
    {
        var start = 0;
        for (var passed = 0; passed < line && start < document.Length; start++)
        {
            passed += document[start] == '\n' ? 1 : 0;
        }

        AddAt(start + position, "", message);
    }

    public IReadOnlyList<RuleSetProblem> ToSorted() => [.. _problems.OrderBy(entry => entry.Offset).Select(entry => entry.Problem)];

    private (int Line, int Column) Locate(int offset)
    {
        var line = 1;
        var start = 0;
        var end = Math.Min(offset, document.Length);
        for (var index = 0; index < end; index++)
        {
            if (document[index] == '\n')
            {
                line++;
                start = index + 1;
            }
        }

        return (line, Encoding.UTF8.GetCharCount(document, start, end - start) + 1);
    }
}
