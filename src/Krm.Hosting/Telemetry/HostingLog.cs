using Microsoft.Extensions.Logging;

namespace Krm.Hosting.Telemetry;

/// <summary>Everything this library logs: names and versions of data, never a case, a fact or a text.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(1, LogLevel.Information, "Office '{Office}' is served by {Fingerprint}, generation {Generation}: {Version}")]
    public static partial void Serving(ILogger logger, string office, string fingerprint, int generation, KrmVersion version);

    [LoggerMessage(2, LogLevel.Information, "Office '{Office}' is now served by {Fingerprint}, generation {Generation}, in place of {Replaced}: {Version}")]
    public static partial void Taken(ILogger logger, string office, string fingerprint, int generation, string replaced, KrmVersion version);

    [LoggerMessage(3, LogLevel.Error, "Office '{Office}' is still served by {Fingerprint}: what is new was refused.\n{Problems}")]
    public static partial void Refused(ILogger logger, Exception? exception, string office, string fingerprint, string problems);

    [LoggerMessage(10, LogLevel.Debug, "Office '{Office}' planned a case by {Fingerprint}, rule set {RuleSet} {RuleSetVersion}")]
    public static partial void Planned(ILogger logger, string office, string fingerprint, string ruleSet, string ruleSetVersion);

    [LoggerMessage(11, LogLevel.Debug, "Office '{Office}' classified a text by {Fingerprint}, abstained: {IsAbstained}")]
    public static partial void Classified(ILogger logger, string office, string fingerprint, bool isAbstained);

    [LoggerMessage(12, LogLevel.Debug, "Office '{Office}' computed a deadline by {Fingerprint}")]
    public static partial void DeadlineComputed(ILogger logger, string office, string fingerprint);
}
