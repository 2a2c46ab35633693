namespace Krm.Analytics.Classification.ModelFiles;

/// <summary>Constants of the model file: magic, version, length of the body, SHA-256 of the body, body.</summary>
internal static class ModelFormat
{
    /// <summary>First eight bytes of every model file.</summary>
    public static ReadOnlySpan<byte> Magic => "KRMTEXT\n"u8;

    /// <summary>The version written, and the only one read.</summary>
    public const ushort Version = 4;

    /// <summary>Magic, version (2 bytes), length of the body (4 bytes), SHA-256 (32 bytes).</summary>
    public const int HeaderLength = 8 + 2 + 4 + 32;

    /// <summary>Largest body accepted, in bytes.</summary>
    public const int MaximumBodyLength = 512 * 1024 * 1024;

    /// <summary>Most categories a model can have.</summary>
    public const int MaximumCategories = 1000;

    /// <summary>Longest name of a category, in UTF-8 bytes.</summary>
    public const int MaximumNameLength = 1000;
}
