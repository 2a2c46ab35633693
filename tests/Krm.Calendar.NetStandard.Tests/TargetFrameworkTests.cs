using System.Reflection;
using System.Runtime.Versioning;
using Krm.Calendar.Holidays;

namespace Krm.Calendar.NetStandard.Tests;

public class TargetFrameworkTests
{
    [Fact]
    public void Library_UnderTest_IsTheNetStandardBuild() => Assert.Equal(
        ".NETStandard,Version=v2.0",
        typeof(HolidayData).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);
}
