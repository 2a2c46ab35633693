namespace Krm.Analytics.Anonymization.Scanning;

/// <summary>What a label word announces.</summary>
internal enum LabelKind : byte
{
    None,
    Telephone,
    Iban,
    BankAccount,
    Bic,
    PaymentCard,
    TaxNumber,
    TaxId,
    SocialInsuranceNumber,
    HealthInsuranceNumber,
    IdentityDocument,
    LicensePlate,
    DateOfBirth,
    FileNumber,
    CustomerNumber,
    Coordinates,
    IpAddress,
    Address,
    PostalCode,
    PostBox,
    Person,

    /// <summary>"Zeichen": a file number only behind "Ihr", "Unser" or "Mein", otherwise a road sign.</summary>
    ReferenceSign,
}
