using NodaTime;

namespace Krm.Rules.Testing;

/// <summary>What a test case expects of the plan; members that are <c>null</c> or empty are not checked.</summary>
public sealed record RuleSetExpectation
{
    /// <summary>Whether the procedure applies.</summary>
    public bool? Applies { get; init; }

    /// <summary>The rule that decided about the scope.</summary>
    public string? ScopeRule { get; init; }

    /// <summary>The priority.</summary>
    public string? Priority { get; init; }

    /// <summary>Duties by id with the due date expected; <c>null</c> expects the duty with any or no due date.</summary>
    public IReadOnlyDictionary<string, LocalDate?> Duties { get; init; } = new Dictionary<string, LocalDate?>(StringComparer.Ordinal);

    /// <summary>Duties by id with the moment expected at which they are late, on the clock in Germany.</summary>
    public IReadOnlyDictionary<string, LocalDateTime> DueMoments { get; init; } = new Dictionary<string, LocalDateTime>(StringComparer.Ordinal);

    /// <summary>Roles of duties by duty id.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Duties that must not be in the plan.</summary>
    public IReadOnlyList<string> AbsentDuties { get; init; } = [];

    /// <summary>Notices that have to be in the plan, by id.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Where the case has to go.</summary>
    public string? RouteTo { get; init; }

    /// <summary>The day the data have to be deleted.</summary>
    public LocalDate? DeleteOn { get; init; }
}
