namespace Krm.Analytics.Anonymization;

/// <summary>Names of the kinds of personal data.</summary>
public static class PersonalDataKinds
{
    /// <summary>All kinds, in order of the enumeration.</summary>
    public static IReadOnlyList<PersonalDataKind> All { get; } = Array.AsReadOnly(Enum.GetValues<PersonalDataKind>());

    internal static int Count => All.Count;

    extension(PersonalDataKind kind)
    {
        /// <summary>Name in German, plural, for reports.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The kind is not defined.</exception>
        public string GermanName => Names[IndexOf(kind)].German;

        /// <summary>The word in the placeholder unless the options say otherwise: PERSON in [PERSON_1].</summary>
        /// <exception cref="ArgumentOutOfRangeException">The kind is not defined.</exception>
        public string DefaultLabel => Names[IndexOf(kind)].Label;
    }

    private static (string German, string Label)[] Names { get; } =
    [
        ("Personen", "PERSON"),
        ("Anschriften", "ADRESSE"),
        ("E-Mail-Adressen", "EMAIL"),
        ("Internetadressen mit persönlichem Teil", "URL"),
        ("Telefonnummern", "TELEFON"),
        ("Geburtsdaten", "GEBURTSDATUM"),
        ("IBAN", "IBAN"),
        ("BIC", "BIC"),
        ("Kontonummern", "KONTO"),
        ("Kartennummern", "KARTE"),
        ("Steuernummern", "STEUERNUMMER"),
        ("Steuer-Identifikationsnummern", "STEUER_ID"),
        ("Sozialversicherungsnummern", "SOZIALVERSICHERUNG"),
        ("Krankenversichertennummern", "KRANKENVERSICHERUNG"),
        ("Ausweisnummern", "AUSWEIS"),
        ("Kennzeichen", "KENNZEICHEN"),
        ("Aktenzeichen", "AKTENZEICHEN"),
        ("Kundennummern", "KUNDENNUMMER"),
        ("Koordinaten", "KOORDINATEN"),
        ("IP-Adressen", "IP"),
    ];

    internal static int IndexOf(PersonalDataKind kind) =>
        (int)kind >= 0 && (int)kind < Names.Length ? (int)kind : throw new ArgumentOutOfRangeException(nameof(kind), kind, "The kind of personal data is not defined; see PersonalDataKinds.All.");
}
