using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Tests.Anonymization.Scanning;

/// <summary>What counts as a placeholder of an earlier run: capital letters, digits and "_" in brackets, a number at the end.</summary>
public class PlaceholderTests
{
    private const string LongestLabel = "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMN";

    [Theory]
    [InlineData("[A_1]")]
    [InlineData("[PERSON_1]")]
    [InlineData("[STEUER_ID_12]")]
    [InlineData("[A1_1]")]
    [InlineData("[" + LongestLabel + "_12345]")]
    public void PlaceholderEnd_Placeholder_IsBehindTheBracket(string text)
    {
        Assert.Equal(text.Length, Tokenizer.PlaceholderEnd(text, 0));
        Assert.Equal(text.Length, Tokenizer.PlaceholderEnd(text + " und so weiter", 0));
        Assert.Equal(text.Length + 3, Tokenizer.PlaceholderEnd("an " + text, 3));
        Assert.True(Tokenizer.EndsPlaceholder(text, text.Length - 1));
        Assert.True(Tokenizer.EndsPlaceholder("an " + text + ".", text.Length + 2));
        Assert.True(Tokenizer.EndsPlaceholder(new string('x', 60) + text, text.Length + 59));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[A]")]
    [InlineData("[1]")]
    [InlineData("[_1]")]
    [InlineData("[A_]")]
    [InlineData("[A_B]")]
    [InlineData("[A_1B]")]
    [InlineData("[a_1]")]
    [InlineData("[A-1]")]
    [InlineData("[A 1]")]
    [InlineData("[Ä_1]")]
    [InlineData("(A_1]")]
    [InlineData("[" + LongestLabel + "_123456]")]
    public void PlaceholderEnd_OtherBrackets_IsTheirBeginning(string text)
    {
        Assert.Equal(0, text[0] == '[' ? Tokenizer.PlaceholderEnd(text, 0) : 0);
        Assert.False(Tokenizer.EndsPlaceholder(text, text.Length - 1));
        Assert.False(Tokenizer.EndsPlaceholder(new string('x', 60) + text, text.Length + 59));
    }

    [Fact]
    public void PlaceholderEnd_OpenBracket_IsItsBeginning()
    {
        Assert.Equal(0, Tokenizer.PlaceholderEnd("[A_1", 0));
        Assert.Equal(3, Tokenizer.PlaceholderEnd("an [", 3));
        Assert.False(Tokenizer.EndsPlaceholder("A_1]", 3));
        Assert.False(Tokenizer.EndsPlaceholder("[A_1]]", 5));
    }
}
