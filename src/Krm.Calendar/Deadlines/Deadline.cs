using Krm.Calendar.Deadlines.Serialization;
using NodaTime;

namespace Krm.Calendar.Deadlines;

/// <summary>A computed deadline (Frist): its last day, how it came about, and how certain it is.</summary>
/// <remarks>Immutable and thread-safe. Made by a <see cref="DeadlineCalculator"/>.</remarks>
public sealed class Deadline
{
    private readonly Instant? _endInstant;

    internal Deadline(DeadlineSpec spec, DeadlineOutcome outcome, IReadOnlyList<DeadlineStep> steps, IReadOnlyList<DeadlineAlternative> alternatives, string fingerprint)
    {
        Spec = spec;
        DeemedDay = outcome.DeemedDay;
        RawEnd = outcome.RawEnd;
        LastDay = outcome.LastDay;
        _endInstant = outcome.EndInstant;
        ReminderDay = outcome.ReminderDay;
        Confidence = outcome.Confidence;
        Steps = steps;
        Alternatives = alternatives;
        Fingerprint = fingerprint;
    }

    /// <summary>What it was computed from, pauses and policies included.</summary>
    public DeadlineSpec Spec { get; }

    /// <summary>Day on which the decision counts as received, or the receipt after a cut-off; null where neither was asked.</summary>
    public LocalDate? DeemedDay { get; }

    /// <summary>The end before any shift, pauses included; null while a pause goes on.</summary>
    public LocalDate? RawEnd { get; }

    /// <summary>The last day on which the deadline is kept, inclusive; null while a pause goes on.</summary>
    public LocalDate? LastDay { get; }

    /// <summary>Whether a pause goes on, so that there is no due date yet.</summary>
    public bool IsOpen => LastDay is null;

    /// <summary>
    /// The moment before which the deadline is kept, exclusive, in Europe/Berlin: the end of the last day (24:00), or the
    /// minute for periods in hours and appointments with a time. Null while a pause goes on.
    /// </summary>
    public Instant? EndInstant => LastDay is { } last ? _endInstant ?? Computation.BerlinTime.EndOf(last) : null;

    /// <summary>The minute of the end on the clock in Germany for periods in hours and appointments with a time, else null.</summary>
    public LocalDateTime? EndTime => LastDay is not null && _endInstant is { } end ? Computation.BerlinTime.LocalAt(end) : null;

    /// <summary>The day of the reminder (Vorfrist); null where none was asked for or there is no due date.</summary>
    public LocalDate? ReminderDay { get; }

    /// <summary>The steps in order; the last one is the result.</summary>
    public IReadOnlyList<DeadlineStep> Steps { get; }

    /// <summary>Other possible last days, ascending; empty where nothing is open.</summary>
    public IReadOnlyList<DeadlineAlternative> Alternatives { get; }

    /// <summary>How settled the law behind the result is.</summary>
    public DeadlineConfidence Confidence { get; }

    /// <summary>Hashes of the rules and the holiday data, and of the office's calendar where one was given.</summary>
    public string Fingerprint { get; }

    /// <summary>The steps as a German paragraph for the file.</summary>
    /// <returns>Sentences with sections; alternatives and confidence at the end.</returns>
    public string ToGerman() => DeadlineParagraph.Of(this);

    /// <summary>The deadline as JSON: input, result, steps, alternatives, fingerprint.</summary>
    /// <returns>One object, not indented; <see cref="DeadlineCalculator.Replay"/> reads it.</returns>
    public string ToJson() => DeadlineJson.Write(this);
}
