namespace Krm.Cli.Tests;

/// <summary>A theory that measures on shared data and is skipped, with the reason, where the data is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute(string relativePath)
    {
        if (SharedData.Find(relativePath) is null)
        {
            Skip = $"The shared file {relativePath} is not beside the repository.";
        }
    }
}
