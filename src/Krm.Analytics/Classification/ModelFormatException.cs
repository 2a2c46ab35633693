namespace Krm.Analytics.Classification;

/// <summary>A model file cannot be used; the message says why and at which byte.</summary>
public sealed class ModelFormatException : FormatException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="reason">What is wrong with the file.</param>
    /// <param name="message">What was found, what is allowed and what to do; free of citizens' text.</param>
    /// <param name="position">Offset in bytes at which the problem showed; -1 if it concerns the whole file.</param>
    /// <param name="innerException">The error below, if any.</param>
    public ModelFormatException(ModelProblem reason, string message, long position = -1, Exception? innerException = null)
        : base(message, innerException)
    {
        Reason = reason;
        Position = position;
    }

    /// <summary>What is wrong with the file.</summary>
    public ModelProblem Reason { get; }

    /// <summary>Offset in bytes at which the problem showed; -1 if it concerns the whole file.</summary>
    public long Position { get; }
}
