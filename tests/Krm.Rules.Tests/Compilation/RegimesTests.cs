using Krm.Calendar.Deadlines;
using Krm.Rules.Compilation;

namespace Krm.Rules.Tests.Compilation;

public class RegimesTests
{
    [Fact]
    public void ByName_EveryRegimeOfTheCalendar_HasAName()
    {
        Assert.Equal(Enum.GetValues<DeadlineRegime>().Order(), Regimes.ByName.Values.Order());
        Assert.All(Regimes.ByName, entry => Assert.Equal(entry.Key, entry.Value.ToString(), ignoreCase: true));
        Assert.Equal(["service", "BGB"], Regimes.ByName.Keys.Where(Regimes.CanPause));
    }
}
