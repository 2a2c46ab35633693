using Krm.Analytics.Classification;

namespace Krm.Analytics.Tests.Classification;

internal static class ModelBytes
{
    public static byte[] Of(TextClassifier classifier)
    {
        using var stream = new MemoryStream();
        classifier.Write(stream);
        return stream.ToArray();
    }

    public static TextClassifier Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return TextClassifier.Read(stream);
    }
}
