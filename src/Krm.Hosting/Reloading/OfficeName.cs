namespace Krm.Hosting.Reloading;

/// <summary>A name under which <c>AddKrm</c> was called.</summary>
internal sealed record OfficeName(string Value);
