namespace Krm.Calendar.Holidays;

/// <summary>A set of municipalities of one Land, given by prefixes of their keys; the longest prefix decides.</summary>
internal sealed record HolidayArea(
    string Path,
    string Id,
    Bundesland Land,
    string Name,
    IReadOnlyDictionary<string, AreaMembership> Prefixes)
{
    /// <summary>Whether a municipality belongs; unknown where no prefix matches.</summary>
    public AreaMembership MembershipOf(MunicipalityKey municipality)
    {
        string key = municipality.ToString();
        for (int length = key.Length; length > 0; length--)
        {
            if (Prefixes.TryGetValue(key.Substring(0, length), out AreaMembership membership))
            {
                return membership;
            }
        }

        return AreaMembership.Unknown;
    }
}
