using Krm.Calendar.Holidays;

namespace Krm.Calendar.Tests.PublicApi;

/// <summary>The public API must not change unnoticed, and both target frameworks must offer the same.</summary>
public class PublicApiTests
{
    private const string UpdateVariable = "KRM_UPDATE_PUBLIC_API";

    [Fact]
    public void PublicApi_EqualsBaseline()
    {
        string file = RepositoryFiles.Find("eng", "PublicApi", "Krm.Calendar.txt");
        string current = PublicApiText.Of(typeof(HolidayData).Assembly);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(file, current);
        }

        string baseline = File.ReadAllText(file).ReplaceLineEndings("\n");
        string[] added = [.. current.Split('\n').Except(baseline.Split('\n'))];
        string[] removed = [.. baseline.Split('\n').Except(current.Split('\n'))];
        Assert.True(
            current == baseline,
            $"The public API differs from {file}. If that is meant, run the tests once with {UpdateVariable}=1 and commit the file.\nAdded:\n{string.Join('\n', added)}\nRemoved:\n{string.Join('\n', removed)}");
    }
}
