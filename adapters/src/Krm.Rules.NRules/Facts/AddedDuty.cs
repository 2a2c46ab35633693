namespace Krm.Rules.NRules.Facts;

/// <summary>Adds a duty to the plan of a case: what a host's own NRules rule inserts.</summary>
/// <remarks>Equal by identity, so that two cases can get the same duty. Immutable and thread-safe.</remarks>
/// <example><code>
/// public sealed class AwardRule : NRules.Fluent.Dsl.Rule
/// {
///     public override void Define()
///     {
///         DecidedCase item = null!;
///         When().Match(() => item, found => found.IsApplicable, found => ((Ticket)found.Subject!).Amount > 10_000);
///         Then().Do(context => context.Insert(new AddedDuty(item, Signature)));
///     }
/// }
/// </code></example>
public sealed class AddedDuty
{
    /// <summary>Adds a duty to a case.</summary>
    /// <param name="item">The case.</param>
    /// <param name="duty">The duty.</param>
    public AddedDuty(DecidedCase item, HostDuty duty)
    {
        Case = Guard.NotNull(item);
        Duty = Guard.NotNull(duty);
    }

    /// <summary>The case.</summary>
    public DecidedCase Case { get; }

    /// <summary>The duty.</summary>
    public HostDuty Duty { get; }
}
