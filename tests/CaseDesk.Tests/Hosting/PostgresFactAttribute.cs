namespace CaseDesk.Tests.Hosting;

/// <summary>A test against a real PostgreSQL server; skipped by name where the machine has none.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (Tools.PostgresPrograms is null)
        {
            Skip = "No PostgreSQL on this machine (Debian: postgresql).";
        }
    }
}
