using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Krm.Analytics.Classification;
using Krm.Analytics.MLNet.Pipelines;

namespace Krm.Analytics.MLNet.Tests;

/// <summary>ML.NET finds its parts by reflection and makes code at run time; the compiler has to say so to whoever trims.</summary>
public sealed class TrimmingTests
{
    [Theory]
    [InlineData(typeof(MLNetClassifier))]
    [InlineData(typeof(MLNetTrainer))]
    [InlineData(typeof(KrmTextClassifierEstimator))]
    [InlineData(typeof(KrmTextClassifierTransformer))]
    [InlineData(typeof(KrmMLNetServiceCollectionExtensions))]
    public void PublicTypes_All_WarnOfTrimmingAndAheadOfTimeCompilation(Type type)
    {
        Assert.NotNull(type.GetCustomAttribute<RequiresUnreferencedCodeAttribute>());
        Assert.NotNull(type.GetCustomAttribute<RequiresDynamicCodeAttribute>());
    }

    [Fact]
    public void Core_References_NothingOfMlNet() =>
        Assert.DoesNotContain(
            typeof(TextClassifier).Assembly.GetReferencedAssemblies(), name => name.Name!.StartsWith("Microsoft.ML", StringComparison.Ordinal));
}
