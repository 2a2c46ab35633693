namespace Krm.Calendar.Deadlines.Computation;

/// <summary>The one section on counting back that belongs to no regime.</summary>
internal static class BackwardSection
{
    public const string GeneralMeeting = "§ 121 Abs. 7 AktG";
}
