using System.Collections.Concurrent;

namespace Krm.Analytics.Anonymization;

/// <summary>Replaces personal data in free text by placeholders such as [PERSON_1], before anything is stored or shown.</summary>
/// <remarks>
/// Immutable and thread-safe: make one and share it; making one costs a few milliseconds. Anonymising is linear in the text,
/// deterministic and idempotent: placeholders of an earlier run stay and their numbers are not used again. It lowers the risk
/// of a disclosure; it cannot prove that a text names nobody (see docs/anonymization.md for what it misses).
/// </remarks>
/// <example>
/// <code>
/// var anonymizer = new Anonymizer();
/// var letter = anonymizer.Anonymize("Sehr geehrter Herr Meier, rufen Sie mich an: 0228/123456.");
/// // letter.Text: "Sehr geehrter Herr [PERSON_1], rufen Sie mich an: [TELEFON_1]."
/// </code>
/// </example>
public sealed class Anonymizer
{
    private readonly AnonymizerSettings _settings;
    private readonly ConcurrentBag<AnonymizationSession> _idle = [];

    /// <summary>Makes an anonymiser with <see cref="AnonymizationOptions.Default"/>.</summary>
    public Anonymizer()
        : this(AnonymizationOptions.Default)
    {
    }

    /// <summary>Makes an anonymiser.</summary>
    /// <param name="options">What to replace and by what.</param>
    /// <exception cref="ArgumentException">A kind is not defined, a label or the maximum length is not allowed.</exception>
    public Anonymizer(AnonymizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _settings = new AnonymizerSettings(options);
    }

    /// <summary>Replaces the personal data in a text that is a case of its own.</summary>
    /// <param name="text">The text, of any length.</param>
    /// <returns>The text with placeholders, the places replaced, the counts per kind.</returns>
    public AnonymizedText Anonymize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var session = _idle.TryTake(out var idle) ? idle : new AnonymizationSession(_settings);
        var result = session.Anonymize(text);
        session.Reset();
        _idle.Add(session);
        return result;
    }

    /// <summary>Replaces the personal data in a text of any size, in bounded memory.</summary>
    /// <param name="reader">The text; read to its end, not closed.</param>
    /// <param name="writer">Receives the text with placeholders; not closed or flushed.</param>
    /// <param name="cancellation">Ends the work between two pieces.</param>
    /// <returns>How many values of each kind were replaced.</returns>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    /// <remarks>See <see cref="AnonymizationSession.Anonymize(TextReader, TextWriter, CancellationToken)"/> for where it differs from a text in one string.</remarks>
    public PersonalDataCounts Anonymize(TextReader reader, TextWriter writer, CancellationToken cancellation = default) =>
        BeginCase().Anonymize(reader, writer, cancellation);

    /// <summary>Begins a case of several texts, in which the same value gets the same placeholder.</summary>
    /// <returns>A session; not thread-safe.</returns>
    public AnonymizationSession BeginCase() => new(_settings);
}
