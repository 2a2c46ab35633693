using Krm.Analytics.Classification;
using Krm.Cli.Tables;

namespace Krm.Cli.Models;

/// <summary>Reads a model file named on the command line.</summary>
internal static class ModelFile
{
    private static ReadOnlySpan<byte> SeveralMagic => "KRMMULT\n"u8;

    /// <summary>Reads a model with one category a case, or one with several.</summary>
    /// <exception cref="RefusalException">There is no such file, or it is no usable model; the message says why.</exception>
    public static (TextClassifier? One, MultiLabelTextClassifier? Several) ReadAny(string path, Messages messages)
    {
        using var stream = InputFile.OpenSeekable(path, messages);
        Span<byte> magic = stackalloc byte[SeveralMagic.Length];
        var isSeveral = stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) == magic.Length && magic.SequenceEqual(SeveralMagic);
        if (!isSeveral)
        {
            return (Read(path, messages), null);
        }

        stream.Position = 0;
        try
        {
            return (null, MultiLabelTextClassifier.Read(stream));
        }
        catch (ModelFormatException exception)
        {
            throw new RefusalException($"{path}: {exception.Message}");
        }
    }

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
