namespace Krm.Cli.Doctor;

/// <summary>How a line of <c>krm doctor</c> is to be read.</summary>
internal enum DoctorState
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Works, but a person should know.</summary>
    Doubtful,

    /// <summary>Has to be mended.</summary>
    Bad,
}
