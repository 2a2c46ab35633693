namespace Krm.Analytics.MLNet;

/// <summary>What the compiler tells hosts that trim or compile ahead of time.</summary>
internal static class TrimmingWarnings
{
    public const string Unreferenced = "ML.NET finds the parts of a model by reflection; a trimmed program may lack them. Use TextClassifier there.";
    public const string Dynamic = "ML.NET makes code at run time. Use TextClassifier where code is compiled ahead of time.";
}
