namespace Krm.Rules.Tests;

/// <summary>A test that needs the shared material; skipped, with the reason, where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (SharedData.Directory is null)
        {
            Skip = "The folder ../shared is missing (KRM_SHARED names another one).";
        }
    }
}
