using NodaTime;

namespace Krm.Benchmarks.Rules;

internal enum HarburgKind { Complaint, Request, Suggestion, Praise, TechnicalSupervision, DisciplinarySupervision, Objection, Petition }

internal enum HarburgChannel { Letter, Mail, Fax, Record, Telephone, Person, Form }

internal enum HarburgAddressee { Quality, Department, Leadership }

internal enum HarburgProcedure { General, Online, Special }

internal enum HarburgSender { Person, Company, Authority }

/// <summary>A case as a programmer would declare it who writes the rules of Harburg by hand.</summary>
internal readonly record struct HarburgCase(
    HarburgKind Kind,
    HarburgChannel Channel,
    HarburgAddressee Addressee,
    string Department,
    HarburgProcedure Procedure,
    HarburgSender Sender,
    bool IsConcrete,
    bool IsAboutOffice,
    bool NeedsReaction,
    LocalDate Received);
