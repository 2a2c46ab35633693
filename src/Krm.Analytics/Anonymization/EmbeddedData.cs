namespace Krm.Analytics.Anonymization;

/// <summary>The word lists inside the assembly.</summary>
internal static class EmbeddedData
{
    public static TextReader Open(string fileName)
    {
        var name = $"Krm.Analytics.Anonymization.Data.{fileName}";
        var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream(name);
        return new StreamReader(stream ?? throw new InvalidOperationException($"The assembly lacks the resource {name}; check the build."));
    }
}
