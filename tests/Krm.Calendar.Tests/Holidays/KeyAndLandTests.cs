using Krm.Calendar.Holidays;

namespace Krm.Calendar.Tests.Holidays;

public class KeyAndLandTests
{
    [Fact]
    public void Parse_AllCodes_AreTheSixteenOfIso3166()
    {
        string[] codes = [.. Bundeslaender.All.Select(land => land.Code())];

        Assert.Equal(["BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"], codes);
        Assert.All(Bundeslaender.All, land => Assert.Equal(land, Bundeslaender.Parse(land.Code())));
        Assert.Equal(Bundesland.Bayern, Bundeslaender.Parse("by"));
        Assert.Equal(Bundesland.Bayern, Bundeslaender.Parse("de-BY"));
    }

    [Fact]
    public void GermanName_EachLand_IsTheOfficialName()
    {
        Assert.Equal("Baden-Württemberg", Bundesland.BadenWuerttemberg.GermanName());
        Assert.Equal("Bayern", Bundesland.Bayern.GermanName());
        Assert.Equal("Berlin", Bundesland.Berlin.GermanName());
        Assert.Equal("Brandenburg", Bundesland.Brandenburg.GermanName());
        Assert.Equal("Bremen", Bundesland.Bremen.GermanName());
        Assert.Equal("Hamburg", Bundesland.Hamburg.GermanName());
        Assert.Equal("Hessen", Bundesland.Hessen.GermanName());
        Assert.Equal("Mecklenburg-Vorpommern", Bundesland.MecklenburgVorpommern.GermanName());
        Assert.Equal("Niedersachsen", Bundesland.Niedersachsen.GermanName());
        Assert.Equal("Nordrhein-Westfalen", Bundesland.NordrheinWestfalen.GermanName());
        Assert.Equal("Rheinland-Pfalz", Bundesland.RheinlandPfalz.GermanName());
        Assert.Equal("Saarland", Bundesland.Saarland.GermanName());
        Assert.Equal("Sachsen", Bundesland.Sachsen.GermanName());
        Assert.Equal("Sachsen-Anhalt", Bundesland.SachsenAnhalt.GermanName());
        Assert.Equal("Schleswig-Holstein", Bundesland.SchleswigHolstein.GermanName());
        Assert.Equal("Thüringen", Bundesland.Thueringen.GermanName());
    }

    [Theory]
    [InlineData("XX")]
    [InlineData("")]
    [InlineData("DE-")]
    [InlineData("Bayern")]
    public void Parse_NoCode_NamesWhatIsAllowed(string code)
    {
        FormatException exception = Assert.Throws<FormatException>(() => Bundeslaender.Parse(code));

        Assert.Contains($"'{code}'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("BW, BY, BE, BB, HB, HH, HE, MV, NI, NW, RP, SL, SN, ST, SH, TH", exception.Message, StringComparison.Ordinal);
        Assert.False(Bundeslaender.TryParse(code, out Bundesland land));
        Assert.Equal(default, land);
    }

    [Fact]
    public void Parse_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => Bundeslaender.Parse(null!));
        Assert.False(Bundeslaender.TryParse(null, out _));
        Assert.Throws<ArgumentNullException>(() => MunicipalityKey.Parse(null!));
        Assert.False(MunicipalityKey.TryParse(null, out _));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(16)]
    public void Code_NoLand_IsRefused(int value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Bundesland)value).Code());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Bundesland)value).GermanName());
    }

    [Theory]
    [InlineData("01001000", Bundesland.SchleswigHolstein)]
    [InlineData("02000000", Bundesland.Hamburg)]
    [InlineData("03101000", Bundesland.Niedersachsen)]
    [InlineData("04011000", Bundesland.Bremen)]
    [InlineData("05111000", Bundesland.NordrheinWestfalen)]
    [InlineData("06411000", Bundesland.Hessen)]
    [InlineData("07111000", Bundesland.RheinlandPfalz)]
    [InlineData("08111000", Bundesland.BadenWuerttemberg)]
    [InlineData("09162000", Bundesland.Bayern)]
    [InlineData("10041100", Bundesland.Saarland)]
    [InlineData("11000000", Bundesland.Berlin)]
    [InlineData("12051000", Bundesland.Brandenburg)]
    [InlineData("13003000", Bundesland.MecklenburgVorpommern)]
    [InlineData("14612000", Bundesland.Sachsen)]
    [InlineData("15001000", Bundesland.SachsenAnhalt)]
    [InlineData("16051000", Bundesland.Thueringen)]
    public void Parse_Key_KnowsItsLand(string text, Bundesland land)
    {
        MunicipalityKey key = MunicipalityKey.Parse(text);

        Assert.Equal(land, key.Land);
        Assert.Equal(text, key.ToString());
        Assert.False(key.IsDefault);
    }

    [Theory]
    [InlineData("00000000")]
    [InlineData("17000000")]
    [InlineData("9761000")]
    [InlineData("097610000")]
    [InlineData("0976100x")]
    [InlineData("-9761000")]
    [InlineData("")]
    public void Parse_NoKey_IsRefused(string text)
    {
        FormatException exception = Assert.Throws<FormatException>(() => MunicipalityKey.Parse(text));

        Assert.Contains($"'{text}'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("eight digits", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Equals_Keys_CompareDigits()
    {
        MunicipalityKey augsburg = MunicipalityKey.Parse("09761000");
        MunicipalityKey same = MunicipalityKey.Parse("09 761 000");
        MunicipalityKey other = MunicipalityKey.Parse("09162000");

        Assert.True(augsburg == same);
        Assert.False(augsburg != same);
        Assert.True(augsburg != other);
        Assert.False(augsburg == other);
        Assert.True(augsburg.Equals((object)same));
        Assert.False(augsburg.Equals("09761000"));
        Assert.Equal(augsburg.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(augsburg.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Default_Key_NamesNoMunicipality()
    {
        MunicipalityKey key = default;

        Assert.True(key.IsDefault);
        Assert.Equal("", key.ToString());
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => key.Land);
        Assert.Contains("names no municipality", exception.Message, StringComparison.Ordinal);
    }
}
