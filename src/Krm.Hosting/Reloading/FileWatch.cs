using Krm.Hosting.Loading;

namespace Krm.Hosting.Reloading;

/// <summary>Looks at files again and again and tells when they have changed and then rested for one interval.</summary>
internal sealed class FileWatch : IDisposable
{
    private readonly Func<IReadOnlyList<FileStamp>> _known;
    private readonly Action _changed;
    private readonly ITimer _timer;
    private FileStamp[] _pending = [];
    private TimeSpan _interval;
    private int _isLooking;

    /// <param name="time">Time to wait by.</param>
    /// <param name="interval">Time between two looks.</param>
    /// <param name="known">The files as they were read last.</param>
    /// <param name="changed">Called when they differ; reads them, after which <paramref name="known"/> gives the newer ones.</param>
    public FileWatch(TimeProvider time, TimeSpan interval, Func<IReadOnlyList<FileStamp>> known, Action changed)
    {
        _known = known;
        _changed = changed;
        _interval = interval;
        _timer = time.CreateTimer(_ => Look(), null, interval, interval);
    }

    public void ChangeInterval(TimeSpan interval)
    {
        if (interval != _interval)
        {
            _interval = interval;
            _timer.Change(interval, interval);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        // A check that takes longer than the interval must not run twice at once.
        if (Interlocked.Exchange(ref _isLooking, 1) == 1)
        {
            return;
        }

        try
        {
            var known = _known();
            var now = known.Select(stamp => FileStamp.Of(stamp.Path)).ToArray();
            if (now.SequenceEqual(known))
            {
                _pending = [];
            }
            else if (now.SequenceEqual(_pending))
            {
                _pending = [];
                _changed();
            }
            else
            {
                _pending = now;
            }
        }
        finally
        {
            Volatile.Write(ref _isLooking, 0);
        }
    }
}
