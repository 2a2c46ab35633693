using Krm.Calendar.Deadlines;

namespace Krm.Specs.Deadlines;

/// <summary>The text for the file and the refusals, word by word, for rows of the tables (<c>begruendungen.md</c>).</summary>
public sealed class ExplanationTests
{
    private const string Heading = "## ";

    private static readonly DeadlineCalculator Calculator = new();

    private static readonly Dictionary<string, SpecRow> Rows = SpecTable.ReadAll().ToDictionary(row => row.Id);

    private static readonly Dictionary<string, string> Texts = File
        .ReadAllText(Path.Combine(SharedData.RepositoryRoot(), "tests", "Krm.Specs", "Deadlines", "begruendungen.md"))
        .ReplaceLineEndings("\n")
        .Split("\n" + Heading)[1..]
        .Select(section => section.Split('\n', 2))
        .ToDictionary(parts => parts[0], parts => parts[1].Trim());

    public static TheoryData<string> Ids => [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void ToGerman_RowOfTheTables_IsTheText(string id) => Assert.Equal(Texts[id], Explain(Rows[id]));

    private static string Explain(SpecRow row)
    {
        try
        {
            Deadline deadline = Calculator.Calculate(row.ToSpec());
            return deadline.ToGerman().Replace(deadline.Fingerprint, "…", StringComparison.Ordinal);
        }
        catch (DeadlineSpecException refusal)
        {
            return string.Join('\n', refusal.Problems);
        }
    }
}
