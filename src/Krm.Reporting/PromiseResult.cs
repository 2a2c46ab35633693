using Krm.Rules;
using NodaTime;

namespace Krm.Reporting;

/// <summary>Whether a service promise (Serviceversprechen) was kept in one case.</summary>
/// <param name="Promise">What was promised, for example "Eingangsbestätigung in 3 Arbeitstagen".</param>
/// <param name="IsKept"><see langword="null"/> while that is not decided.</param>
public readonly record struct PromiseResult(string Promise, bool? IsKept)
{
    /// <summary>Judges a duty with a due date; one without is not decided.</summary>
    /// <param name="duty">The duty.</param>
    /// <param name="done">The day it was done; <see langword="null"/> while it is open.</param>
    /// <param name="asOf">The day of the report; an open duty that is due before it is broken.</param>
    /// <returns>The result, named as the duty.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="duty"/> is <see langword="null"/>.</exception>
    public static PromiseResult Of(Duty duty, LocalDate? done, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(duty);
        return new PromiseResult(duty.Title, (duty.DueDate, done) switch
        {
            (null, _) => null,
            ({ } due, { } day) => day <= due,
            ({ } due, null) => due < asOf ? false : null,
        });
    }
}
