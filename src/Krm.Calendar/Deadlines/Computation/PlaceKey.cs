using Krm.Calendar.Holidays;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>A Land and, if known, a municipality in it.</summary>
internal readonly record struct PlaceKey(Bundesland Land, MunicipalityKey? Municipality);
