using System.Text.Json;
using Krm.Calendar.Holidays;
using Krm.Rules;

namespace Krm.Cli.Tests.Doctor;

public sealed class DoctorCommandTests
{
    [Fact]
    public void Doctor_SoundMachine_NamesDataWithVersionAndFingerprint()
    {
        var run = KrmRun.Of("doctor");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains(HolidayData.Germany.Fingerprint, run.Output, StringComparison.Ordinal);
        Assert.All(ShippedRuleSets.Ids, id => Assert.Contains(ShippedRuleSets.Get(id).Fingerprint[..16], run.Output, StringComparison.Ordinal));
        Assert.Contains("Europe/Berlin +02", run.Output, StringComparison.Ordinal);
        Assert.Contains(Environment.Version.ToString(), run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public void Doctor_Json_IsAListOfFindings()
    {
        var run = KrmRun.Of("doctor", "--json");

        using var json = JsonDocument.Parse(run.Output);
        var keys = json.RootElement.EnumerateArray().Select(line => line.GetProperty("key").GetString()).ToArray();
        Assert.Contains("holidays", keys);
        Assert.Contains("deadline_rules", keys);
        Assert.Contains("rule_set.harburg", keys);
        Assert.Contains("runtime", keys);
        Assert.Contains("time_zones", keys);
        Assert.All(json.RootElement.EnumerateArray(), line => Assert.Equal("good", line.GetProperty("state").GetString()));
    }

    [Fact]
    public void Doctor_English_IsEnglish() => Assert.Contains("time zones", KrmRun.Of("doctor", "--lang", "en").Output, StringComparison.Ordinal);
}
