namespace Krm.Analytics.Classification.Models;

/// <summary>The upper half of a <see cref="float"/>: its whole range at a precision of one in 256.</summary>
/// <param name="Bits">The bits.</param>
/// <remarks>Half a float is half the memory to wait for; turning it into a float is one shift.</remarks>
internal readonly record struct ShortFloat(ushort Bits)
{
    private const int Shift = 16;

    /// <summary>The number.</summary>
    public float Value => BitConverter.UInt32BitsToSingle((uint)Bits << Shift);

    /// <summary>The nearest short number; the value must be finite and not negative.</summary>
    public static ShortFloat Nearest(float value) => new((ushort)((BitConverter.SingleToUInt32Bits(value) + 0x7FFF) >> Shift));

    /// <summary>The smallest short number that is not below; the value must be finite and not negative.</summary>
    public static ShortFloat AtLeast(float value) => new((ushort)((BitConverter.SingleToUInt32Bits(value) + 0xFFFF) >> Shift));
}
