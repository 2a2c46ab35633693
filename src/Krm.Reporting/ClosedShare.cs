namespace Krm.Reporting;

/// <summary>Which share of the cases is closed some days after receipt.</summary>
/// <param name="Days">Calendar days after receipt, 0 or more.</param>
/// <param name="Share">Share closed by then, 0 to 1, rounded as <see cref="ShareInterval.Careful"/> does.</param>
public readonly record struct ClosedShare(int Days, double Share);
