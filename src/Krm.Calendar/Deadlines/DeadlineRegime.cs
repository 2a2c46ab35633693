namespace Krm.Calendar.Deadlines;

/// <summary>The law by which a period is computed.</summary>
public enum DeadlineRegime
{
    /// <summary>An authority's own target (Serviceziel, Dienstanweisung); no statute, no shift of the end unless asked for.</summary>
    Service,

    /// <summary>Bürgerliches Gesetzbuch, §§ 186–193.</summary>
    Bgb,

    /// <summary>Verwaltungsverfahrensgesetz, §§ 31, 41.</summary>
    VwVfG,

    /// <summary>Zehntes Buch Sozialgesetzbuch, §§ 26, 37.</summary>
    SgbX,

    /// <summary>Abgabenordnung, §§ 108, 122.</summary>
    Ao,

    /// <summary>Zivilprozessordnung, § 222.</summary>
    Zpo,

    /// <summary>Verwaltungsgerichtsordnung, § 57.</summary>
    VwGO,

    /// <summary>Sozialgerichtsgesetz, § 64.</summary>
    Sgg,

    /// <summary>Finanzgerichtsordnung, § 54.</summary>
    Fgo,

    /// <summary>Verwaltungszustellungsgesetz of the Federation.</summary>
    VwZG,

    /// <summary>Onlinezugangsgesetz, § 9.</summary>
    Ozg,

    /// <summary>Regulation (EEC, Euratom) No 1182/71, Art. 2–3.</summary>
    EU1182,
}
