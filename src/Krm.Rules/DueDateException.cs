using NodaTime;

namespace Krm.Rules;

/// <summary>A due date cannot be worked out: it would need days that no calendar covers.</summary>
/// <remarks>Holidays are known from 1990 to 2100. Carries no data of the case but the day the period starts from.</remarks>
public sealed class DueDateException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="period">The period, for example <c>3AT</c>.</param>
    /// <param name="start">The day it starts from.</param>
    /// <param name="inner">What the calendar said.</param>
    public DueDateException(string period, LocalDate start, Exception? inner = null)
        : base($"Die Frist „{Guard.NotNull(period)}“ ab dem {German.Date(start)} lässt sich nicht berechnen: Feiertage sind von 1990 bis 2100 bekannt.", inner)
    {
        Period = period;
        Start = start;
    }

    /// <summary>The period.</summary>
    public string Period { get; }

    /// <summary>The day it starts from.</summary>
    public LocalDate Start { get; }
}
