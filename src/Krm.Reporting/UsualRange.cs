namespace Krm.Reporting;

/// <summary>How many cases a period of a series usually has.</summary>
/// <param name="Expected">Mean of the periods outside the finding.</param>
/// <param name="Low">Lower edge of the 95 % range of single periods, 0 or more.</param>
/// <param name="High">Upper edge of the 95 % range of single periods.</param>
public readonly record struct UsualRange(double Expected, double Low, double High);
