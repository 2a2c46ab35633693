namespace Krm.SharedFiles;

/// <summary>A test that measures on shared data and is skipped, with the reason, where the data is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string relativePath)
    {
        if (SharedData.Find(relativePath) is null)
        {
            Skip = $"The shared {relativePath} is not beside the repository (KRM_SHARED names another folder).";
        }
    }
}
