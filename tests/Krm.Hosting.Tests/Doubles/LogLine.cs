using Microsoft.Extensions.Logging;

namespace Krm.Hosting.Tests.Doubles;

internal sealed record LogLine(LogLevel Level, int Event, string Message, IReadOnlyDictionary<string, object?> Values);
