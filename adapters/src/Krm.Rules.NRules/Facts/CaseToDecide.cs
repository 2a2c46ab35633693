using Krm.Rules.Monitoring;

namespace Krm.Rules.NRules.Facts;

/// <summary>A case handed to NRules: insert it into a session, fire, and a <see cref="DecidedCase"/> appears.</summary>
/// <remarks>
/// Equal by identity: each object is decided once. Insert many with one <c>InsertAll</c>, not one by one. Immutable and
/// thread-safe, as long as <see cref="Subject"/> is.
/// </remarks>
public sealed class CaseToDecide
{
    /// <summary>Hands over the facts of a case.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="subject">
    /// The host's own object for the case, for the host's own rules. A rule that finds it here needs no join; NRules joins
    /// by trying every pair.
    /// </param>
    /// <param name="history">What has happened so far; <c>null</c> for nothing. Due dates depend on it, decisions do not.</param>
    public CaseToDecide(CaseFacts facts, object? subject = null, CaseHistory? history = null)
    {
        Facts = Guard.NotNull(facts);
        Subject = subject;
        History = history ?? CaseHistory.Empty;
    }

    /// <summary>The facts.</summary>
    public CaseFacts Facts { get; }

    /// <summary>The host's own object for the case; <c>null</c> if none was given.</summary>
    public object? Subject { get; }

    /// <summary>What has happened so far.</summary>
    public CaseHistory History { get; }
}
