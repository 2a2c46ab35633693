// Draws the icon of the packages: a calendar sheet, one day of it ticked off.
// dotnet run eng/Icon/DrawIcon.cs eng/Icon/krm.png
#:property PublishAot=false
using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;

const int Size = 128;
const int Samples = 4;
var ground = new Vector3(0x1F, 0x4E, 0x79);
var sheet = new Vector3(0xFF, 0xFF, 0xFF);
var band = new Vector3(0xC8, 0x3A, 0x2B);
var day = new Vector3(0xB8, 0xC7, 0xD6);
var tick = new Vector3(0x1E, 0x8E, 0x5A);

var rows = new byte[Size * ((Size * 4) + 1)];
for (var y = 0; y < Size; y++)
{
    for (var x = 0; x < Size; x++)
    {
        var color = Vector4.Zero;
        for (var sample = 0; sample < Samples * Samples; sample++)
        {
            color += ColorAt(new Vector2(x + (((sample % Samples) + 0.5f) / Samples), y + (((sample / Samples) + 0.5f) / Samples)));
        }

        var alpha = color.W / (Samples * Samples);
        var place = (y * ((Size * 4) + 1)) + 1 + (x * 4);
        for (var channel = 0; channel < 3; channel++)
        {
            rows[place + channel] = (byte)Math.Round(color.W == 0 ? 0 : color[channel] / color.W);
        }

        rows[place + 3] = (byte)Math.Round(alpha * 255);
    }
}

using var file = File.Create(args[0]);
file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
var header = new byte[13];
BinaryPrimitives.WriteInt32BigEndian(header, Size);
BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Size);
header[8] = 8;
header[9] = 6;
WriteChunk("IHDR", header);
using (var packed = new MemoryStream())
{
    using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
    {
        zlib.Write(rows);
    }

    WriteChunk("IDAT", packed.ToArray());
}

WriteChunk("IEND", []);

// Colour times coverage, coverage in W: the outermost shape first, what lies on it afterwards.
Vector4 ColorAt(Vector2 point)
{
    if (!InBox(point, 4, 4, 124, 124, 24))
    {
        return Vector4.Zero;
    }

    var color = ground;
    if (InBox(point, 24, 26, 104, 106, 10))
    {
        color = InBox(point, 24, 26, 104, 46, 0) ? band : sheet;
        for (var index = 0; index < 12; index++)
        {
            var left = 33 + (index % 4 * 17);
            var top = 53 + (index / 4 * 16);
            if (index < 11 && InBox(point, left, top, left + 11, top + 10, 2))
            {
                color = day;
            }
        }
    }

    if (InBox(point, 40, 18, 47, 36, 3) || InBox(point, 81, 18, 88, 36, 3))
    {
        color = sheet;
    }

    return Near(point, new(70, 84), new(84, 98)) || Near(point, new(84, 98), new(114, 62)) ? new Vector4(tick, 1) : new Vector4(color, 1);
}

static bool InBox(Vector2 point, float left, float top, float right, float bottom, float radius)
{
    var half = new Vector2(right - left, bottom - top) / 2;
    var away = Vector2.Abs(point - new Vector2(left, top) - half) - half + new Vector2(radius);
    return away.X <= radius && away.Y <= radius && Vector2.Max(away, Vector2.Zero).Length() <= Math.Max(radius, 0.001f);
}

static bool Near(Vector2 point, Vector2 start, Vector2 end)
{
    var along = Math.Clamp(Vector2.Dot(point - start, end - start) / (end - start).LengthSquared(), 0, 1);
    return Vector2.Distance(point, start + (along * (end - start))) <= 6.5f;
}

void WriteChunk(string type, byte[] content)
{
    var chunk = new byte[content.Length + 12];
    BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
    System.Text.Encoding.ASCII.GetBytes(type).CopyTo(chunk, 4);
    content.CopyTo(chunk, 8);
    var check = uint.MaxValue;
    foreach (var value in chunk.AsSpan(4, content.Length + 4))
    {
        check ^= value;
        for (var bit = 0; bit < 8; bit++)
        {
            check = (check >> 1) ^ ((check & 1) * 0xEDB88320);
        }
    }

    BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 8), ~check);
    file.Write(chunk);
}
