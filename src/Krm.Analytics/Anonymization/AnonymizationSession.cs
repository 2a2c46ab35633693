using System.Globalization;
using System.Text;
using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization;

/// <summary>Anonymises the texts of one case (Vorgang): the same value gets the same placeholder in all of them.</summary>
/// <remarks>
/// Mutable and not thread-safe: one session for each case, made by <see cref="Anonymizer.BeginCase"/>. It remembers hashes of
/// the values met, never the values.
/// </remarks>
public sealed class AnonymizationSession
{
    private const int PieceLength = 1 << 16;
    private const int MostRounds = 4;

    private readonly AnonymizerSettings _settings;
    private readonly FindingScanner _scanner;
    private readonly PlaceholderNumbering _numbering;
    private readonly List<Finding> _findings = [];
    private readonly StringBuilder _output = new();

    internal AnonymizationSession(AnonymizerSettings settings)
    {
        _settings = settings;
        _scanner = new FindingScanner(settings.Lexicon);
        _numbering = new PlaceholderNumbering(settings.Labels);
    }

    /// <summary>False to read the text only once, as the form for readers must.</summary>
    internal bool ReadsAgain { get; init; } = true;

    /// <summary>Replaces the personal data in a text.</summary>
    /// <param name="text">The text, of any length.</param>
    /// <returns>The text with placeholders and the places replaced.</returns>
    /// <remarks>
    /// Linear in the length. A last name met with a salutation or first name is replaced wherever it stands alone, before that
    /// place too. A text with findings is read at least twice: until nothing more is found.
    /// </remarks>
    public AnonymizedText Anonymize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _numbering.Reserve(text);
        Find(text);
        var result = Replace(text, int.MaxValue);
        for (var round = 0; ReadsAgain && _findings.Count > 0 && round < MostRounds; round++)
        {
            // What was replaced can make its neighbours readable, and a last name may stand before the place that made it known.
            var known = _findings.ToArray();
            Find(result.Text);
            var isDone = _findings.Count == 0;
            Merge(known, result.Replacements);
            if (isDone)
            {
                break;
            }

            result = Replace(text, int.MaxValue);
        }

        return result.Text.Length <= _settings.MaximumLength ? result : Replace(text, _settings.MaximumLength);
    }

    /// <summary>Replaces the personal data in a text of any size, in bounded memory.</summary>
    /// <param name="reader">The text; read to its end, not closed.</param>
    /// <param name="writer">Receives the text with placeholders; not closed or flushed.</param>
    /// <param name="cancellation">Ends the work between two pieces; what was written stays.</param>
    /// <returns>How many values of each kind were replaced.</returns>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    /// <remarks>
    /// Gives what <see cref="Anonymize(string)"/> gives, but for three things: a last name that stands alone is replaced only
    /// behind the place where it was met with a salutation or first name; placeholders of an earlier run further on in the
    /// text may carry numbers given before; and <see cref="AnonymizationOptions.MaximumLength"/> does not apply.
    /// </remarks>
    public PersonalDataCounts Anonymize(TextReader reader, TextWriter writer, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(writer);
        var counts = new long[PersonalDataKinds.Count];
        var buffer = new char[PieceLength];
        var length = 0;
        var written = 0;
        _scanner.Restart();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var read = reader.Read(buffer, length, buffer.Length - length);
            length += read;
            _findings.Clear();
            var text = buffer.AsSpan(0, length);
            _numbering.Reserve(text[written..]);
            _scanner.Advance(text, read == 0, _findings);
            written = Write(text, written, writer, counts);
            var decided = read == 0 ? length : Math.Max(written, _scanner.DecidedUpTo);
            writer.Write(text[written..decided]);
            written = decided;
            if (read == 0)
            {
                return new PersonalDataCounts(counts);
            }

            var dropped = Math.Max(0, Math.Min(written, _scanner.DecidedUpTo) - FindingScanner.CharactersKept);
            text[dropped..].CopyTo(buffer);
            _scanner.Drop(dropped);
            length -= dropped;
            written -= dropped;
        }
    }

    internal void Reset()
    {
        _numbering.Clear();
        _scanner.ForgetNames();
    }

    private void Find(string text)
    {
        _findings.Clear();
        _scanner.Restart();
        _scanner.Advance(text, true, _findings);
        _findings.RemoveAll(finding => !IsReplaced(finding, text));
    }

    /// <summary>Adds what an earlier round found, and moves the new findings from the text of that round to their places in the original.</summary>
    private void Merge(Finding[] known, IReadOnlyList<Replacement> replacements)
    {
        var next = 0;
        var shift = 0;
        for (var index = 0; index < _findings.Count; index++)
        {
            var finding = _findings[index];
            while (next < replacements.Count && replacements[next].PlaceholderStart < finding.Start)
            {
                shift += replacements[next].Length - replacements[next].PlaceholderLength;
                next++;
            }

            _findings[index] = finding with { Start = finding.Start + shift, End = finding.End + shift };
        }

        _findings.AddRange(known);
        _findings.Sort((left, right) => left.Start.CompareTo(right.Start));
    }

    private int Write(ReadOnlySpan<char> text, int from, TextWriter writer, long[] counts)
    {
        Span<char> number = stackalloc char[11];
        foreach (var finding in _findings)
        {
            if (!IsReplaced(finding, text))
            {
                continue;
            }

            counts[(int)finding.Kind]++;
            writer.Write(text[from..finding.Start]);
            writer.Write('[');
            writer.Write(_settings.Labels[(int)finding.Kind]);
            writer.Write('_');
            _numbering.NumberOf(finding, text).TryFormat(number, out var digits, default, CultureInfo.InvariantCulture);
            writer.Write(number[..digits]);
            writer.Write(']');
            from = finding.End;
        }

        return from;
    }

    private AnonymizedText Replace(string text, int limit)
    {
        if (_findings.Count == 0 && text.Length <= limit)
        {
            return new AnonymizedText(text, [], PersonalDataCounts.None, false);
        }

        _output.Clear();
        var counts = new long[PersonalDataKinds.Count];
        var replacements = new List<Replacement>(_findings.Count);
        var from = 0;
        var isFull = false;
        foreach (var finding in _findings)
        {
            var number = _numbering.NumberOf(finding, text);
            var placeholder = string.Create(CultureInfo.InvariantCulture, $"[{_settings.Labels[(int)finding.Kind]}_{number}]");
            isFull = _output.Length + (finding.Start - from) + placeholder.Length > limit;
            if (isFull)
            {
                AppendWithin(text.AsSpan(from, finding.Start - from), limit);
                break;
            }

            _output.Append(text, from, finding.Start - from);
            replacements.Add(new Replacement(finding.Kind, finding.Start, finding.End - finding.Start, _output.Length, placeholder.Length, number));
            _output.Append(placeholder);
            counts[(int)finding.Kind]++;
            from = finding.End;
        }

        isFull = isFull || !AppendWithin(text.AsSpan(from), limit);
        var result = replacements.Count == 0 && !isFull ? text : _output.ToString();
        return new AnonymizedText(result, replacements.AsReadOnly(), new PersonalDataCounts(counts), isFull);
    }

    private bool AppendWithin(ReadOnlySpan<char> text, int limit)
    {
        var room = limit - _output.Length;
        if (text.Length <= room)
        {
            _output.Append(text);
            return true;
        }

        room -= room > 0 && char.IsHighSurrogate(text[room - 1]) ? 1 : 0;
        _output.Append(text[..room]);
        return false;
    }

    private bool IsReplaced(in Finding finding, ReadOnlySpan<char> text) =>
        _settings.IsReplaced[(int)finding.Kind]
        && (_settings.KeptValues.Count == 0 || !_settings.KeptValues.Contains(DigitKey.Of(text[finding.Start..finding.End])));
}
