using System.Globalization;
using System.Text;

namespace Krm.Analytics.Counting;

/// <summary>Writes and reads counts in a compact binary form.</summary>
/// <remarks>
/// The same counts always give the same bytes. Layout: the letters <c>KRMC</c>, the format version, the plan, whether there
/// is an exposure, the distinct values of each dimension in ordinal order, then the rows in canonical order with value
/// numbers, period, count and exposure as variable-length integers, at the end a 64-bit checksum (FNV-1a) of all before.
/// </remarks>
public static class CountCubeBinary
{
    private const int Magic = 0x434D524B;
    private const decimal ExposureScale = 1_000_000m;

    /// <summary>Writes counts.</summary>
    /// <param name="cube">The counts.</param>
    public static byte[] Write(CountCube cube)
    {
        ArgumentNullException.ThrowIfNull(cube);
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write7BitEncodedInt(CountPlan.FormatVersion);
            writer.Write((byte)cube.Plan.Period);
            writer.Write(cube.HasExposure);
            writer.Write(cube.Plan.DataVersion);
            writer.Write7BitEncodedInt(cube.Plan.Dimensions.Count);
            foreach (var name in cube.Plan.Dimensions)
            {
                writer.Write(name);
            }

            WriteRows(writer, cube, WriteValues(writer, cube));
        }

        var checksum = Checksum(stream.GetBuffer().AsSpan(0, (int)stream.Length));
        stream.Write(BitConverter.GetBytes(checksum));
        return stream.ToArray();
    }

    /// <summary>Reads counts written by <see cref="Write"/>.</summary>
    /// <param name="bytes">All bytes.</param>
    /// <exception cref="FormatException">The bytes are no counts, of another format version, cut short or changed.</exception>
    public static CountCube Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12 || BitConverter.ToInt32(bytes) != Magic)
        {
            throw new FormatException("The file does not begin with the letters KRMC: it holds no counts.");
        }

        if (Checksum(bytes[..^8]) != BitConverter.ToUInt64(bytes[^8..]))
        {
            throw new FormatException("The counts are cut short or changed: the checksum at the end does not fit.");
        }

        using var reader = new BinaryReader(new MemoryStream(bytes[4..^8].ToArray()), Encoding.UTF8);
        var version = reader.Read7BitEncodedInt();
        if (version != CountPlan.FormatVersion)
        {
            throw new FormatException(string.Create(
                CultureInfo.InvariantCulture,
                $"The counts have format version {version}, this library reads version {CountPlan.FormatVersion}."));
        }

        var period = (PeriodKind)reader.ReadByte();
        var hasExposure = reader.ReadBoolean();
        var dataVersion = reader.ReadString();
        var plan = new CountPlan(period, ReadTexts(reader), dataVersion);
        var values = plan.Dimensions.Select(_ => ReadTexts(reader)).ToArray();
        return ReadRows(reader, plan, values, hasExposure);
    }

    private static Dictionary<string, int>[] WriteValues(BinaryWriter writer, CountCube cube)
    {
        var codes = new Dictionary<string, int>[cube.Plan.Dimensions.Count];
        for (var i = 0; i < codes.Length; i++)
        {
            var dimension = i;
            var values = cube.Rows.Select(row => row.Values[dimension]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            codes[i] = values.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
            writer.Write7BitEncodedInt(values.Count);
            foreach (var value in values)
            {
                writer.Write(value);
            }
        }

        return codes;
    }

    private static void WriteRows(BinaryWriter writer, CountCube cube, Dictionary<string, int>[] codes)
    {
        writer.Write7BitEncodedInt(cube.Rows.Count);
        foreach (var row in cube.Rows)
        {
            for (var i = 0; i < codes.Length; i++)
            {
                writer.Write7BitEncodedInt(codes[i][row.Values[i]]);
            }

            writer.Write7BitEncodedInt(row.Period.Number);
            writer.Write7BitEncodedInt64(row.Count);
            if (cube.HasExposure)
            {
                // Wider than 64 bits in the extreme case (10^15 with six decimals), hence whole part and fraction.
                var exposure = row.Exposure.GetValueOrDefault();
                writer.Write7BitEncodedInt64((long)decimal.Truncate(exposure));
                writer.Write7BitEncodedInt((int)((exposure - decimal.Truncate(exposure)) * ExposureScale));
            }
        }
    }

    private static CountCube ReadRows(BinaryReader reader, CountPlan plan, string[][] values, bool hasExposure)
    {
        var builder = new CountCubeBuilder(plan);
        var cell = new string[values.Length];
        for (var remaining = reader.Read7BitEncodedInt(); remaining > 0; remaining--)
        {
            for (var i = 0; i < cell.Length; i++)
            {
                cell[i] = values[i][reader.Read7BitEncodedInt()];
            }

            var period = new CountPeriod(plan.Period, reader.Read7BitEncodedInt());
            var count = reader.Read7BitEncodedInt64();
            var exposure = hasExposure
                ? reader.Read7BitEncodedInt64() + (reader.Read7BitEncodedInt() / ExposureScale)
                : (decimal?)null;
            builder.Add(period, cell, count, exposure);
        }

        return builder.Build();
    }

    private static string[] ReadTexts(BinaryReader reader)
    {
        var texts = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = reader.ReadString();
        }

        return texts;
    }

    private static ulong Checksum(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var value in bytes)
        {
            hash = unchecked((hash ^ value) * 1099511628211UL);
        }

        return hash;
    }
}
