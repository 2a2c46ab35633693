using System.Text.Json.Serialization;

namespace Krm.Cli.Demo;

/// <summary>Generated readers for the text book.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DemoTextBook))]
internal sealed partial class DemoJsonContext : JsonSerializerContext;
