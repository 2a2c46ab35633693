namespace Krm.Analytics.Anonymization.Scanning;

/// <summary>What the word lists and the ending of a word say about it; the sections of the data files carry these names.</summary>
[Flags]
internal enum WordTraits : uint
{
    None = 0,

    /// <summary>A first name of the name list.</summary>
    FirstName = 1 << 0,

    /// <summary>A last name of the name list.</summary>
    LastName = 1 << 1,

    /// <summary>A listed name that is also an ordinary word; alone it is no name.</summary>
    AmbiguousFirstName = 1 << 2,

    /// <summary>A listed name that is also an ordinary word; alone it is no name.</summary>
    AmbiguousLastName = 1 << 3,
    Salutation = 1 << 4,
    Title = 1 << 5,
    Particle = 1 << 6,

    /// <summary>A particle that is no article: it may stand inside a name without a salutation before it.</summary>
    NameParticle = 1 << 7,
    Role = 1 << 8,
    Greeting = 1 << 9,
    Closing = 1 << 10,
    ClosingFiller = 1 << 11,

    /// <summary>A street name in one word: Musterstraße.</summary>
    StreetName = 1 << 12,

    /// <summary>A word that makes the words before it a street: Kölner Straße.</summary>
    StreetHead = 1 << 13,
    StreetOpening = 1 << 14,

    /// <summary>Looks like a street but is none: Radweg, Stellplatz.</summary>
    StreetOrdinary = 1 << 15,

    /// <summary>Behind a name it makes an institution of it: Schule, Platz, Gesetz.</summary>
    Institution = 1 << 16,
    Unit = 1 << 17,
    NumberWord = 1 << 18,
    Filler = 1 << 19,
    Conjunction = 1 << 20,
    Article = 1 << 21,
    Month = 1 << 22,
    UrlScheme = 1 << 23,
    SocialSite = 1 << 24,
    Saint = 1 << 25,

    /// <summary>Never a name where the list does not say so.</summary>
    Ordinary = 1 << 26,
    District = 1 << 27,
    Place = 1 << 28,

    /// <summary>Ends like a noun that is no name: -ung, -heit, -keit, -schaft, -tion, -amt.</summary>
    NounEnding = 1 << 30,

    /// <summary>A role that also stands before other nouns; only a listed name counts behind it.</summary>
    WeakRole = 1 << 29,

    /// <summary>Announces a number that is no personal one: Hausnummer, Seitennummer.</summary>
    NumberKind = 1u << 31,

    AnyFirstName = FirstName | AmbiguousFirstName,
    AnyLastName = LastName | AmbiguousLastName,
    AnyName = AnyFirstName | AnyLastName,
    ClearName = FirstName | LastName,
}
