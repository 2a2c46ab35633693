using Krm.Analytics.Classification;

namespace Krm.Analytics.MLNet.Pipelines;

/// <summary>A classifier as text, the only form of any size that ML.NET keeps in a model file and hands to a custom step.</summary>
internal static class ModelText
{
    public static string Write(TextClassifier classifier)
    {
        using var bytes = new MemoryStream();
        classifier.Write(bytes);
        return Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <exception cref="ModelFormatException">The text is no model, or an altered one.</exception>
    public static TextClassifier Read(string text)
    {
        try
        {
            using var bytes = new MemoryStream(Convert.FromBase64String(text), writable: false);
            return TextClassifier.Read(bytes).WithThreshold(0);
        }
        catch (FormatException exception) when (exception is not ModelFormatException)
        {
            throw new ModelFormatException(ModelProblem.NotAModel, "The classifier inside of the ML.NET model is not readable.", innerException: exception);
        }
    }
}
