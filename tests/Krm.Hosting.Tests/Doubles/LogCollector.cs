using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Krm.Hosting.Tests.Doubles;

/// <summary>Keeps every log entry with its named values.</summary>
internal sealed class LogCollector : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<LogLine> _lines = new();

    public IReadOnlyCollection<LogLine> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state is IEnumerable<KeyValuePair<string, object?>> pairs
            ? pairs.ToDictionary(pair => pair.Key, pair => pair.Value)
            : [];
        _lines.Enqueue(new LogLine(logLevel, eventId.Id, formatter(state, exception), values));
    }

    public void Dispose()
    {
    }
}
