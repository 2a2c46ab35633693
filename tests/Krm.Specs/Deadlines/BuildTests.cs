using System.Reflection;
using System.Runtime.Versioning;
using Krm.Calendar.Deadlines;

namespace Krm.Specs.Deadlines;

/// <summary>The tables run against the build of the library that the project names.</summary>
public sealed class BuildTests
{
    [Fact]
    public void Library_UnderTest_IsTheBuildOfThisProject()
    {
        string framework = typeof(DeadlineCalculator).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;
        bool isNetStandard = typeof(BuildTests).Assembly.GetName().Name!.EndsWith("NetStandard", StringComparison.Ordinal);

        Assert.Equal(isNetStandard ? ".NETStandard,Version=v2.0" : ".NETCoreApp,Version=v10.0", framework);
    }
}
