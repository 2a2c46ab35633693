using Krm.Analytics.Classification;
using Krm.Cli.Tables;

namespace Krm.Cli.Models;

/// <summary>Reads a model file named on the command line.</summary>
internal static class ModelFile
{
    /// <exception cref="RefusalException">There is no such file, or it is no usable model; the message says why.</exception>
    public static TextClassifier Read(string path, Messages messages)
    {
        using var stream = InputFile.Open(path, messages);
        try
        {
            return TextClassifier.Read(stream);
        }
        catch (ModelFormatException exception)
        {
            throw new RefusalException($"{path}: {exception.Message}");
        }
    }
}
