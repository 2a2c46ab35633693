using System.Diagnostics;

namespace Krm.Cli.MainJob;

/// <summary>Measures the phases of a run.</summary>
internal sealed class PhaseClock
{
    private readonly Stopwatch _total = Stopwatch.StartNew();
    private readonly List<(string Name, double Seconds)> _phases = [];

    public IReadOnlyList<(string Name, double Seconds)> Phases => _phases;

    public double Total => _total.Elapsed.TotalSeconds;

    public T Measure<T>(string name, Func<T> work)
    {
        var start = _total.Elapsed;
        var result = work();
        _phases.Add((name, (_total.Elapsed - start).TotalSeconds));
        return result;
    }

    public void Measure(string name, Action work) => Measure(name, () =>
    {
        work();
        return true;
    });
}
