namespace Krm.Calendar.OfficeHours;

/// <summary>How something reaches an office; each way can have its own acceptance cut-off.</summary>
public enum ReceiptChannel
{
    /// <summary>A letter (Brief), also in the letterbox at night; without a cut-off until 24:00.</summary>
    Letter,

    /// <summary>An electronic message (E-Mail, Fax, portal); without a cut-off until 24:00.</summary>
    Message,

    /// <summary>A visit (Vorsprache); only within the opening hours, without a cut-off until closing time.</summary>
    Visit,
}
