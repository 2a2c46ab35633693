namespace Krm.Analytics.Anonymization;

/// <summary>A kind of personal data that the anonymiser recognises.</summary>
public enum PersonalDataKind
{
    /// <summary>Name of a person.</summary>
    Person,

    /// <summary>Postal address: street with house number, postcode with place.</summary>
    Address,

    /// <summary>E-mail address.</summary>
    Email,

    /// <summary>Web address with a personal part: a profile, a user or session id, a position.</summary>
    Url,

    /// <summary>Telephone, mobile or fax number.</summary>
    Telephone,

    /// <summary>Date or year of birth.</summary>
    DateOfBirth,

    /// <summary>International bank account number (ISO 13616).</summary>
    Iban,

    /// <summary>Business identifier code of a bank (ISO 9362).</summary>
    Bic,

    /// <summary>Account number or bank code before IBAN.</summary>
    BankAccount,

    /// <summary>Number of a credit or debit card (ISO/IEC 7812).</summary>
    PaymentCard,

    /// <summary>Tax number (Steuernummer) of a tax office.</summary>
    TaxNumber,

    /// <summary>Tax identification number (Identifikationsnummer, § 139b AO).</summary>
    TaxId,

    /// <summary>Social insurance number (Versicherungsnummer, § 147 SGB VI).</summary>
    SocialInsuranceNumber,

    /// <summary>Health insurance number (Krankenversichertennummer, § 290 SGB V).</summary>
    HealthInsuranceNumber,

    /// <summary>Number of an identity card, passport, residence permit or driving licence.</summary>
    IdentityDocument,

    /// <summary>Licence plate of a vehicle (Kennzeichen).</summary>
    LicensePlate,

    /// <summary>File number (Aktenzeichen), number of a community of need (BG-Nummer), ticket number.</summary>
    FileNumber,

    /// <summary>Customer, contract, member or personnel number.</summary>
    CustomerNumber,

    /// <summary>Geographic coordinates.</summary>
    Coordinates,

    /// <summary>Internet protocol or hardware address of a device.</summary>
    IpAddress,
}
