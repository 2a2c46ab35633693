using Krm.Calendar.Holidays;

namespace Krm.Calendar.WorkingDays;

/// <summary>One reason why a day is not counted, or may not be.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Kind">Kind of reason.</param>
/// <param name="Land">The Land whose calendar gives the reason; two Länder can speak in a combined calendar.</param>
/// <param name="Text">The reason in German, without a full stop.</param>
/// <param name="Holiday">The holiday with basis and validity, for both kinds of holiday; else null.</param>
/// <param name="Closure">The closure with its note, for <see cref="DayReasonKind.Closure"/>; else null.</param>
public sealed record DayReason(DayReasonKind Kind, Bundesland Land, string Text, Holiday? Holiday = null, Closure? Closure = null);
