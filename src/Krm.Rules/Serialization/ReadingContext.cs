using Krm.Rules.Facts;
using Krm.Rules.Parameters;
using Krm.Rules.Sources;

namespace Krm.Rules.Serialization;

/// <summary>What the parts of a rule set have to know of each other while it is read.</summary>
internal sealed class ReadingContext(ProblemList problems)
{
    public ProblemList Problems { get; } = problems;

    public List<RuleSource> Sources { get; } = [];

    /// <summary>Facts and, as their tables are read, results; in the order of their index.</summary>
    public List<FactDeclaration> Facts { get; } = [];

    public Dictionary<string, FactDeclaration> FactsByName { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, RuleParameter> Parameters { get; } = new(StringComparer.Ordinal);

    /// <summary>Where each rule id, table name, duty id … was declared; a second time is a problem.</summary>
    private readonly Dictionary<string, SourceNode> _declared = new(StringComparer.Ordinal);

    /// <summary>References to duties, checked once all tables are read.</summary>
    public List<(SourceNode Node, string Duty, string? Rule)> DutyReferences { get; } = [];

    public HashSet<string> DutyIds { get; } = new(StringComparer.Ordinal);

    public HashSet<string> NoticeIds { get; } = new(StringComparer.Ordinal);

    public void AddFact(FactDeclaration fact)
    {
        Facts.Add(fact);
        FactsByName[fact.Name] = fact;
    }

    /// <summary>Reads a name of the given kind, checks its form and that it was not given before.</summary>
    public string DeclareName(Fields fields, string field, string kind)
    {
        var name = fields.Text(field);
        var node = fields.Find(field);
        if (node is null || name.Length == 0)
        {
            return name;
        }

        if (!FormatWords.IsName(name))
        {
            Problems.Add(node, $"„{SourceNode.Cut(name)}“ ist kein Name: erlaubt sind bis zu 80 Buchstaben, Ziffern und - _ . / ohne Leerzeichen.");
        }
        else if (_declared.ContainsKey(kind + " " + name))
        {
            Problems.Add(node, $"{kind} „{name}“ ist schon einmal angegeben ({_declared[kind + " " + name].Path}).");
        }
        else
        {
            _declared.Add(kind + " " + name, node);
        }

        return name;
    }

    public FactDeclaration? FindFact(SourceNode node, string name)
    {
        if (FactsByName.TryGetValue(name, out var fact))
        {
            return fact;
        }

        Problems.Add(
            node,
            $"Die Tatsache „{SourceNode.Cut(name)}“ ist nicht angegeben; es gibt {string.Join(", ", FactsByName.Keys.Take(20))}.",
            NearestName.Find(name, FactsByName.Keys));
        return null;
    }
}
