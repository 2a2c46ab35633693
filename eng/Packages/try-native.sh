#!/usr/bin/env bash
# Compiles the README's C# ahead of time to native code, with the packages of a folder, and runs it.
# Needs the ahead-of-time compiler from the package source and clang or gcc; not part of continuous integration.
# eng/Packages/try-native.sh FOLDER WORK
set -euo pipefail
packages=$(realpath "$1")
work=$2
repository=$(realpath "$(dirname "$0")/../..")
version=$(basename "$packages"/Krm.Calendar.*.nupkg .nupkg | sed 's/^Krm\.Calendar\.//')
linker=$(command -v clang > /dev/null && echo clang || echo gcc)

export NUGET_PACKAGES="$work/cache"
mkdir -p "$work/native"
cd "$work/native"
cat > native.csproj <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <PublishAot>true</PublishAot>
    <CppCompilerAndLinker>$linker</CppCompilerAndLinker>
    <RestoreAdditionalProjectSources>$packages</RestoreAdditionalProjectSources>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Krm.Analytics" Version="$version" />
    <PackageReference Include="Krm.Rules" Version="$version" />
    <TrimmerRootAssembly Include="Krm.Calendar;Krm.Rules;Krm.Analytics" />
  </ItemGroup>
</Project>
PROJECT
sed -n '/^```csharp/,/^```/p' "$repository/README.md" | sed '/^```/d' > Program.cs
sed -n '/^global using static/,/^SOURCE/p' "$repository/eng/Packages/try-outside.sh" | sed '/^SOURCE/d' > PastCases.cs
dotnet publish --use-current-runtime -o out
./out/native > output.txt
printf '2024-04-03\n2026-03-16\nStraßenbeleuchtung\n' | diff - output.txt
ls -l out/native
