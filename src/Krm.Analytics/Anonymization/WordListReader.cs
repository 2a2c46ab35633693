namespace Krm.Analytics.Anonymization;

/// <summary>Reads word lists: sections in brackets, words separated by blanks or lines, comments after "#" at the beginning of a line.</summary>
internal static class WordListReader
{
    private static readonly char[] Blanks = [' ', '\t', ',', ';'];

    public static IEnumerable<(string Section, string Word, int Line)> Read(TextReader reader)
    {
        var section = "";
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            var content = line.Trim().TrimStart('\uFEFF');
            if (content.StartsWith('#'))
            {
                continue;
            }

            if (content.StartsWith('[') && content.EndsWith(']'))
            {
                section = content[1..^1].Trim();
                continue;
            }

            foreach (var word in content.Split(Blanks, StringSplitOptions.RemoveEmptyEntries))
            {
                yield return (section, word, number);
            }
        }
    }
}
