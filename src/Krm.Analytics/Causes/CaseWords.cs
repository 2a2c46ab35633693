using System.Collections.Frozen;

namespace Krm.Analytics.Causes;

/// <summary>Splits a text into its distinct words in lower case, without function words and placeholders.</summary>
internal static class CaseWords
{
    private const int ShortestWord = 3;

    private static readonly FrozenSet<string> FunctionWords = """
        aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bereits bin bis bist bitte
        da dabei dadurch daher damit dann das dass dazu dein deine dem den denn der deren des dessen die dies diese diesem
        diesen dieser dieses doch dort du durch ein eine einem einen einer eines einige er erst es etwas euch euer für gegen
        gibt gut hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ist
        ja jede jedem jeden jeder jedes jetzt kann kein keine keinen können könnte leider mal man mehr mein meine meinem meinen
        meiner mich mir mit muss müssen nach nicht nichts noch nun nur ob oder ohne schon sehr sei sein seine seinem seinen
        seiner seit selbst sich sie sind so sollte sondern sonst über um und uns unser unsere unter viel vom von vor wann war
        waren warum was weil weiter welche wenn wer werde werden wie wieder will wir wird wo worden wurde wurden zu zum zur
        zwar zwischen
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static string[] Split(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var start = -1;
        var depth = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var sign = i < text.Length ? text[i] : ' ';
            if (char.IsLetter(sign) || (start >= 0 && char.IsDigit(sign)))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0 && depth == 0)
            {
                AddWord(words, text.AsSpan(start, i - start));
            }

            start = -1;
            depth = sign is '[' or '<' ? 1 : sign is ']' or '>' ? 0 : depth;
        }

        return [.. words];
    }

    private static void AddWord(HashSet<string> words, ReadOnlySpan<char> span)
    {
        if (span.Length < ShortestWord)
        {
            return;
        }

        var word = span.ToString().ToLowerInvariant();
        if (!FunctionWords.Contains(word))
        {
            words.Add(word);
        }
    }
}
