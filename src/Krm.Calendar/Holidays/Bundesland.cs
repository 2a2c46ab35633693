namespace Krm.Calendar.Holidays;

/// <summary>The 16 Länder of Germany, in alphabetical order.</summary>
/// <remarks>Kept in German because "state" collides with status. Codes and names: <see cref="Bundeslaender"/>.</remarks>
public enum Bundesland
{
    /// <summary>Baden-Württemberg (BW).</summary>
    BadenWuerttemberg,

    /// <summary>Bayern (BY).</summary>
    Bayern,

    /// <summary>Berlin (BE).</summary>
    Berlin,

    /// <summary>Brandenburg (BB).</summary>
    Brandenburg,

    /// <summary>Bremen (HB).</summary>
    Bremen,

    /// <summary>Hamburg (HH).</summary>
    Hamburg,

    /// <summary>Hessen (HE).</summary>
    Hessen,

    /// <summary>Mecklenburg-Vorpommern (MV).</summary>
    MecklenburgVorpommern,

    /// <summary>Niedersachsen (NI).</summary>
    Niedersachsen,

    /// <summary>Nordrhein-Westfalen (NW).</summary>
    NordrheinWestfalen,

    /// <summary>Rheinland-Pfalz (RP).</summary>
    RheinlandPfalz,

    /// <summary>Saarland (SL).</summary>
    Saarland,

    /// <summary>Sachsen (SN).</summary>
    Sachsen,

    /// <summary>Sachsen-Anhalt (ST).</summary>
    SachsenAnhalt,

    /// <summary>Schleswig-Holstein (SH).</summary>
    SchleswigHolstein,

    /// <summary>Thüringen (TH).</summary>
    Thueringen,
}
