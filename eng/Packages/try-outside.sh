#!/usr/bin/env bash
# Installs the packages of a folder into a fresh project outside the repository and runs the README's C# there,
# then installs the tool from the same folder and runs `krm demo`. Shows dependencies that only the repository fulfils.
# eng/Packages/try-outside.sh FOLDER WORK
set -euo pipefail
packages=$(realpath "$1")
work=$2
repository=$(realpath "$(dirname "$0")/../..")
version=$(basename "$packages"/Krm.Calendar.*.nupkg .nupkg | sed 's/^Krm\.Calendar\.//')

# A cache of its own: packages of the same version from an earlier run must not be taken.
export NUGET_PACKAGES="$work/cache"
mkdir -p "$work/app"
cd "$work/app"
cat > app.csproj <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
    <RestoreAdditionalProjectSources>$packages</RestoreAdditionalProjectSources>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Krm.Hosting" Version="$version" />
    <PackageReference Include="Krm.Reporting" Version="$version" />
  </ItemGroup>
</Project>
PROJECT
sed -n '/^```csharp/,/^```/p' "$repository/README.md" | sed '/^```/d' > Program.cs
cat > PastCases.cs <<'SOURCE'
global using static PastCases;
using Krm.Analytics.Classification;

internal static class PastCases
{
    public static readonly LabeledText[] pastCases =
    [
        .. Enumerable.Range(1, 40).Select(n => new LabeledText($"Die Laterne in der Gasse {n} ist dunkel", "Straßenbeleuchtung")),
        .. Enumerable.Range(1, 40).Select(n => new LabeledText($"Am Weg {n} liegt Sperrmüll", "Abfall")),
    ];
}
SOURCE
dotnet run > output.txt
printf '2024-04-03\n2026-03-16\nStraßenbeleuchtung\n' | diff - output.txt

dotnet tool install Krm.Cli --version "$version" --tool-path "$work/tools" --add-source "$packages"
"$work/tools/krm" demo --output "$work/demo"
grep -q '"pattern"' "$work/demo/causes.json"
