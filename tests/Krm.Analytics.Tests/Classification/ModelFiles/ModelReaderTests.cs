using System.Security.Cryptography;
using Krm.Analytics.Classification;
using Krm.Analytics.Classification.ModelFiles;
using Krm.Analytics.Evaluation;

namespace Krm.Analytics.Tests.Classification.ModelFiles;

public sealed class ModelReaderTests
{
    private static readonly TextClassifier Original = new TextClassifierTrainer().Train(SampleCases.Create(120));
    private static readonly byte[] Bytes = ModelBytes.Of(Original);

    [Fact]
    public void Read_WrittenModel_SamePredictionsAndBytes()
    {
        var read = ModelBytes.Read(Bytes);

        Assert.Equal(Bytes, ModelBytes.Of(read));
        Assert.Equal(Original.Metadata, read.Metadata);
        Assert.All(SampleCases.Create(200, seed: 9), item => Assert.Equal(Original.Classify(item.Text), read.Classify(item.Text)));
    }

    [Fact]
    public void Read_CutAnywhere_IsRefused()
    {
        for (var length = 0; length < Bytes.Length; length += length < 64 ? 1 : 97)
        {
            var exception = Assert.Throws<ModelFormatException>(() => ModelBytes.Read(Bytes[..length]));
            Assert.Equal(length == 0 ? ModelProblem.NotAModel : ModelProblem.Truncated, exception.Reason);
        }
    }

    [Fact]
    public void Read_TextFile_IsNotAModel()
    {
        var exception = Assert.Throws<ModelFormatException>(() => ModelBytes.Read("id,date,text\n1,2024-01-01,Hallo\n"u8.ToArray()));

        Assert.Equal(ModelProblem.NotAModel, exception.Reason);
    }

    [Fact]
    public void Read_NewerVersion_AsksForANewerLibrary()
    {
        var bytes = (byte[])Bytes.Clone();
        bytes[8]++;

        var exception = Assert.Throws<ModelFormatException>(() => ModelBytes.Read(bytes));

        Assert.Equal(ModelProblem.TooNew, exception.Reason);
        Assert.Contains("newer", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OlderVersion_AsksToTrainAgain()
    {
        var bytes = (byte[])Bytes.Clone();
        bytes[8]--;

        var exception = Assert.Throws<ModelFormatException>(() => ModelBytes.Read(bytes));

        Assert.Equal(ModelProblem.TooOld, exception.Reason);
        Assert.Contains("train again", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OneBitChangedInTheBody_IsRefused()
    {
        for (var position = ModelFormat.HeaderLength; position < Bytes.Length; position += 31)
        {
            var bytes = (byte[])Bytes.Clone();
            bytes[position] ^= 1;

            Assert.Equal(ModelProblem.Altered, Assert.Throws<ModelFormatException>(() => ModelBytes.Read(bytes)).Reason);
        }
    }

    [Fact]
    public void Read_SomethingAppended_IsRefused()
    {
        Assert.Equal(ModelProblem.Altered, Assert.Throws<ModelFormatException>(() => ModelBytes.Read([.. Bytes, 0])).Reason);
    }

    [Fact]
    public void Read_HugeLengthClaimed_DoesNotAllocateIt()
    {
        var bytes = Bytes[..(ModelFormat.HeaderLength + 10)];
        BitConverter.TryWriteBytes(bytes.AsSpan(10), ModelFormat.MaximumBodyLength);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<ModelFormatException>(() => ModelBytes.Read(bytes));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void Read_HostileBodyWithRightChecksum_OnlyFailsAsDocumented()
    {
        var generator = new SeededGenerator(42);
        var refused = 0;
        for (var mutation = 0; mutation < 3000; mutation++)
        {
            var bytes = (byte[])Bytes.Clone();
            for (var change = generator.Next(3); change >= 0; change--)
            {
                bytes[ModelFormat.HeaderLength + generator.Next(bytes.Length - ModelFormat.HeaderLength)] = (byte)generator.Next(256);
            }

            SHA256.HashData(bytes.AsSpan(ModelFormat.HeaderLength), bytes.AsSpan(14, 32));
            try
            {
                var prediction = ModelBytes.Read(bytes).Classify("Sperrmüll am Bahnhof");
                Assert.False(double.IsNaN(prediction.Confidence));
            }
            catch (ModelFormatException exception)
            {
                Assert.NotEqual(ModelProblem.Altered, exception.Reason);
                refused++;
            }
        }

        Assert.True(refused > 0);
    }
}
