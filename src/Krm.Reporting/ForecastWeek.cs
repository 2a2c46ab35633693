using NodaTime;

namespace Krm.Reporting;

/// <summary>How many cases a week will probably bring.</summary>
/// <param name="Start">Monday of the week.</param>
/// <param name="Expected">Expected cases.</param>
/// <param name="Low">Lower edge of the 95 % range, 0 or more.</param>
/// <param name="High">Upper edge of the 95 % range.</param>
public readonly record struct ForecastWeek(LocalDate Start, double Expected, double Low, double High);
