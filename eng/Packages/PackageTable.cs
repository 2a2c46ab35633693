// What the packages in a folder hold, as the table of docs/packages.md; refuses what should not be there.
// dotnet run eng/Packages/PackageTable.cs FOLDER
#:property PublishAot=false
using System.Globalization;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

// Every dependency there may be; a new one needs a reason in docs/adr and a line here.
var allowed = new Dictionary<string, string[]>
{
    ["Krm.Calendar net10.0"] = ["NodaTime"],
    ["Krm.Calendar .NETStandard2.0"] = ["NodaTime", "System.Memory", "System.Text.Json"],
    ["Krm.Rules net10.0"] = ["Krm.Calendar"],
    ["Krm.Rules .NETStandard2.0"] = ["Krm.Calendar"],
    ["Krm.Analytics net10.0"] = ["Krm.Calendar", "MathNet.Numerics"],
    ["Krm.Reporting net10.0"] = ["Krm.Analytics", "Krm.Rules"],
    ["Krm.Hosting net10.0"] =
    [
        "Krm.Analytics", "Krm.Calendar", "Krm.Rules", "Microsoft.Extensions.Diagnostics.HealthChecks",
        "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Options.ConfigurationExtensions",
    ],
};
string[] needed = ["README.md", "krm.png"];
string[] ids = ["Krm.Calendar", "Krm.Rules", "Krm.Analytics", "Krm.Reporting", "Krm.Hosting", "Krm.Cli"];
var problems = new List<string>();

Console.WriteLine("| package | target | package size | library size | depends on |");
Console.WriteLine("|---|---|---|---|---|");
foreach (var id in ids)
{
    var files = Directory.GetFiles(args[0], $"{id}.*.nupkg");
    if (files.Length != 1)
    {
        problems.Add($"{id}: {files.Length} packages in {args[0]}");
        continue;
    }

    if (!File.Exists(Path.ChangeExtension(files[0], ".snupkg")))
    {
        problems.Add($"{id}: no symbols");
    }

    using var package = ZipFile.OpenRead(files[0]);
    Describe(id, new FileInfo(files[0]).Length, package);
}

foreach (var problem in problems)
{
    Console.Error.WriteLine(problem);
}

return problems.Count == 0 ? 0 : 1;

void Describe(string id, long size, ZipArchive package)
{
    using var stream = package.GetEntry(id + ".nuspec")!.Open();
    var metadata = XDocument.Load(stream).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    foreach (var name in new[] { "license", "readme", "icon", "description", "tags", "authors", "repository" })
    {
        if (metadata.Elements().All(element => element.Name.LocalName != name))
        {
            problems.Add($"{id}: no {name}");
        }
    }

    problems.AddRange(needed.Where(name => package.GetEntry(name) is null).Select(name => $"{id}: no {name}"));
    if (metadata.Descendants().Any(element => element.Name.LocalName == "packageType"))
    {
        Console.WriteLine($"| `{id}` | tool | {Kilobytes(size)} | | nothing: it brings what it needs |");
        return;
    }

    foreach (var group in metadata.Descendants().Where(element => element.Name.LocalName == "group"))
    {
        var framework = group.Attribute("targetFramework")!.Value;
        string[] dependencies = [.. group.Elements().Select(element => element.Attribute("id")!.Value).Order(StringComparer.Ordinal)];
        var folder = framework == ".NETStandard2.0" ? "netstandard2.0" : framework;
        var library = package.GetEntry($"lib/{folder}/{id}.dll")!;
        if (package.GetEntry($"lib/{folder}/{id}.xml") is null)
        {
            problems.Add($"{id} {framework}: no XML documentation");
        }

        if (!dependencies.SequenceEqual(allowed[$"{id} {framework}"]))
        {
            problems.Add($"{id} {framework}: depends on {string.Join(", ", dependencies)}; allowed: {string.Join(", ", allowed[$"{id} {framework}"])}");
        }

        var references = ReferencesOf(library);
        problems.AddRange(dependencies.Where(name => !references.Contains(name)).Select(name => $"{id} {framework}: does not use its dependency {name}"));
        Console.WriteLine($"| `{id}` | {folder} | {Kilobytes(size)} | {Kilobytes(library.Length)} | {string.Join(", ", dependencies)} |");
    }
}

static HashSet<string> ReferencesOf(ZipArchiveEntry library)
{
    using var content = new MemoryStream();
    using (var stream = library.Open())
    {
        stream.CopyTo(content);
    }

    content.Position = 0;
    using var file = new PEReader(content);
    var metadata = file.GetMetadataReader();
    return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
}

static string Kilobytes(long bytes) => (bytes / 1024).ToString("N0", CultureInfo.GetCultureInfo("en-US")) + " kB";
