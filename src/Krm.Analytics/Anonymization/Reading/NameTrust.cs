namespace Krm.Analytics.Anonymization.Reading;

/// <summary>How sure the context is that a name follows.</summary>
internal enum NameTrust
{
    /// <summary>"Herr", "Name:", "ich heiße": a name follows almost surely.</summary>
    Salutation,

    /// <summary>"Mit freundlichen Grüßen": often a name, sometimes a role or a place.</summary>
    Signature,

    /// <summary>"Hausmeister", "Nachbarin": a name may follow.</summary>
    Role,
}
