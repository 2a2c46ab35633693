namespace Krm.Hosting.Telemetry;

/// <summary>What is decided.</summary>
internal enum DecisionKind
{
    Plan,
    Classification,
    Deadline,
}
