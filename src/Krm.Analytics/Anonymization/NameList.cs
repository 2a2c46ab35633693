namespace Krm.Analytics.Anonymization;

/// <summary>First and last names that the anonymiser knows without a salutation before them.</summary>
/// <remarks>
/// Immutable and thread-safe. The file format is plain text: a section [Vornamen] and a section [Nachnamen], names separated
/// by blanks or lines, "#" begins a comment. "~" behind a name says that it is also an ordinary word (Koch, Rose, Mark): it
/// then counts only in the context of a name. Case does not matter, umlauts meet their transcriptions.
/// </remarks>
public sealed class NameList
{
    private static readonly Lazy<NameList> GermanNames = new(() => ReadEmbedded("names.de.txt"));

    private NameList(IReadOnlyDictionary<string, bool> firstNames, IReadOnlyDictionary<string, bool> lastNames)
    {
        FirstNames = firstNames;
        LastNames = lastNames;
    }

    /// <summary>Names frequent in Germany, with those of Turkish, Polish, Russian, Arabic and South European families.</summary>
    public static NameList Germany => GermanNames.Value;

    /// <summary>A list without any name.</summary>
    public static NameList Empty { get; } = new(new Dictionary<string, bool>(), new Dictionary<string, bool>());

    /// <summary>First names; the value is true for one that is also an ordinary word.</summary>
    public IReadOnlyDictionary<string, bool> FirstNames { get; }

    /// <summary>Last names; the value is true for one that is also an ordinary word.</summary>
    public IReadOnlyDictionary<string, bool> LastNames { get; }

    /// <summary>Reads a list.</summary>
    /// <param name="reader">The file; not closed.</param>
    /// <param name="sourceName">Name of the file, for messages.</param>
    /// <returns>The list.</returns>
    /// <exception cref="FormatException">Unknown section, name before the first section, or name without a letter; all problems at once, with file and line.</exception>
    public static NameList Read(TextReader reader, string sourceName)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(sourceName);
        var firstNames = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        var lastNames = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        var problems = new List<string>();
        foreach (var (section, word, line) in WordListReader.Read(reader))
        {
            var names = section switch
            {
                "Vornamen" => firstNames,
                "Nachnamen" => lastNames,
                _ => null,
            };
            var name = word.TrimEnd('~');
            if (names is null)
            {
                problems.Add($"{sourceName}, line {line}: section '[{section}]' is unknown; allowed are [Vornamen] and [Nachnamen].");
            }
            else if (!name.Any(char.IsLetter))
            {
                problems.Add($"{sourceName}, line {line}: an entry has no letter.");
            }
            else
            {
                names[name] = word.EndsWith('~');
            }
        }

        return problems.Count == 0
            ? new NameList(firstNames, lastNames)
            : throw new FormatException(string.Join(Environment.NewLine, problems.Distinct()));
    }

    /// <summary>Joins two lists; where both have a name, the other one decides whether it is also an ordinary word.</summary>
    /// <param name="other">Names to add.</param>
    /// <returns>The joint list.</returns>
    public NameList Extend(NameList other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new NameList(Join(FirstNames, other.FirstNames), Join(LastNames, other.LastNames));
    }

    private static Dictionary<string, bool> Join(IReadOnlyDictionary<string, bool> names, IReadOnlyDictionary<string, bool> others)
    {
        var joint = new Dictionary<string, bool>(names, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, isOrdinary) in others)
        {
            joint[name] = isOrdinary;
        }

        return joint;
    }

    private static NameList ReadEmbedded(string fileName)
    {
        using var reader = EmbeddedData.Open(fileName);
        return Read(reader, fileName);
    }
}
