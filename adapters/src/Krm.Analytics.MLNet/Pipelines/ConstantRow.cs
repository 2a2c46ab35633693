namespace Krm.Analytics.MLNet.Pipelines;

/// <summary>The only row of a table ML.NET looks a constant up in.</summary>
internal sealed class ConstantRow<TValue>
{
    /// <summary>The key of the row.</summary>
    public const int OnlyKey = 1;

    public int Key { get; set; } = OnlyKey;

    public required TValue Value { get; set; }
}
