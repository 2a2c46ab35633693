namespace Krm.Rules.Validation;

/// <summary>A region would need more boxes than the analysis handles.</summary>
internal sealed class RegionTooComplexException : Exception;
