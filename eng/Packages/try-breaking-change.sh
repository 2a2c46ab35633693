#!/usr/bin/env bash
# Proves that packing fails where the public API lost something an earlier package had, and passes where nothing was lost.
# eng/Packages/try-breaking-change.sh WORK
set -euo pipefail
work=$1
repository=$(realpath "$(dirname "$0")/../..")
mkdir -p "$work/library" "$work/earlier" "$work/later"
cd "$work/library"
cat > Directory.Build.props <<PROJECT
<Project>
  <PropertyGroup><DirectoryPackagesPropsPath>$repository/Directory.Packages.props</DirectoryPackagesPropsPath></PropertyGroup>
  <Import Project="$repository/src/Directory.Build.props" />
</Project>
PROJECT
echo "<Project><Import Project=\"$repository/src/Directory.Build.targets\" /></Project>" > Directory.Build.targets
cat > Krm.Example.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><Description>Example.</Description></PropertyGroup>
</Project>
PROJECT
echo "Example." > README.md

write() {
    cat > Answer.cs <<SOURCE
namespace Krm.Example;

/// <summary>An answer.</summary>
public static class Answer
{
    /// <summary>The answer.</summary>
    public static int Get() => 42;
$1
}
SOURCE
}

write '
    /// <summary>The question.</summary>
    public static string Ask() => "?";'
dotnet pack -c Release -p:Version=1.0.0 -o "$work/earlier"
dotnet pack -c Release -p:Version=1.1.0 -o "$work/later" -p:EarlierPackages="$work/earlier"

write ''
if dotnet pack -c Release -p:Version=1.2.0 -o "$work/later" -p:EarlierPackages="$work/earlier" > breaking.log; then
    echo "A lost member was packed without complaint."
    exit 1
fi

grep -q 'CP0002.*Ask' breaking.log
