namespace Krm.Cli.Tables;

/// <summary>Collects the problems of a file so that they are told at once, the first <see cref="Most"/> in full.</summary>
internal sealed class ProblemList(Messages messages)
{
    private const int Most = 20;

    private readonly List<string> _problems = [];
    private long _count;

    public void Add(string problem)
    {
        _count++;
        if (_problems.Count < Most)
        {
            _problems.Add(problem);
        }
    }

    /// <exception cref="RefusalException">There are problems; the message lists them.</exception>
    public void RefuseAny()
    {
        if (_count > _problems.Count)
        {
            _problems.Add(messages.MoreProblems(_count - _problems.Count));
        }

        if (_problems.Count > 0)
        {
            throw new RefusalException(string.Join(Environment.NewLine, _problems));
        }
    }
}
