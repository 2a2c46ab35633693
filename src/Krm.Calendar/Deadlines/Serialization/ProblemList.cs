namespace Krm.Calendar.Deadlines.Serialization;

/// <summary>Collects the problems of one specification while its texts are read.</summary>
internal sealed class ProblemList
{
    private readonly List<DeadlineProblem> _problems = [];

    public bool IsEmpty => _problems.Count == 0;

    public IReadOnlyList<DeadlineProblem> All => _problems;

    public void Add(string german, string english) => _problems.Add(new DeadlineProblem(german, english));
}
