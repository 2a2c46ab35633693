using System.Globalization;
using Krm.Calendar.Deadlines;
using Krm.Calendar.Deadlines.Serialization;
using NodaTime.Text;

namespace Krm.Specs.Deadlines;

/// <summary>The worked cases beside the repository: the certain ones by default, the contested ones by the policy they name.</summary>
public sealed class SharedCaseTests
{
    private const string CasesFile = "data/deadlines/cases.csv";

    private static readonly DeadlineCalculator Calculator = new();

    [SharedDataFact(CasesFile)]
    public void Calculate_EverySharedCase_GivesItsDates()
    {
        List<string> wrong = [];
        IReadOnlyList<IReadOnlyDictionary<string, string>> rows = [.. SharedData.Csv(CasesFile)];
        foreach (IReadOnlyDictionary<string, string> row in rows)
        {
            string Text(string name) => row[name];
            DeadlineSpec spec = SharedCaseMapping.ToSpec(Text);
            Deadline deadline = Calculator.Calculate(spec);
            string last = deadline.EndTime is { } time
                ? time.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)
                : LocalDatePattern.Iso.Format(deadline.LastDay!.Value);
            string deemed = deadline.DeemedDay is { } day ? LocalDatePattern.Iso.Format(day) : "";
            bool isDeemedWrong = Text("expected_deemed_day").Length > 0 && Text("expected_deemed_day") != deemed;
            if (last != Text("expected_last_day") || isDeemedWrong)
            {
                wrong.Add($"{Text("id")} {Text("rule")}: {deemed} {last} instead of {Text("expected_deemed_day")} {Text("expected_last_day")} {string.Join('|', DeadlineSpecText.Format(spec))}");
            }
        }

        Assert.Empty(wrong);
        Assert.True(rows.Count >= 91);
    }
}
