using System.Reflection;
using System.Runtime.Versioning;

namespace Krm.Rules.Tests;

public class TargetFrameworkTests
{
    [Fact]
    public void Library_UnderTest_IsTheBuildThisProjectMeans()
    {
        var expected = typeof(TargetFrameworkTests).Assembly.GetName().Name == "Krm.Rules.NetStandard.Tests" ? ".NETStandard,Version=v2.0" : ".NETCoreApp,Version=v10.0";

        Assert.Equal(expected, typeof(RuleSet).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);
        Assert.Equal(expected, typeof(Krm.Calendar.Deadlines.Deadline).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);
    }
}
