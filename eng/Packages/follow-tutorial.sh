#!/usr/bin/env bash
# Follows docs/tutorial.md literally: writes each file block to the file its first line names, runs each shell block,
# all in the order of the page, in a new folder. Ends at the first command that fails.
# eng/Packages/follow-tutorial.sh FOLDER
set -euo pipefail
repository=$(realpath "$(dirname "$0")/../..")
mkdir -p "$1"
cd "$1"
export KRM_SOURCE=$repository
# A cache of its own: packages of the same version from an earlier run must not be taken.
export NUGET_PACKAGES=$PWD/cache

awk '
    /^```/ && inside { if (file) print "KRM_BLOCK"; inside = 0; file = ""; next }
    /^```(sh|csharp|json|xml)$/ { kind = substr($0, 4); inside = 1; first = 1; next }
    inside && kind == "sh" { print; next }
    inside && first {
        file = $0; sub(/^(\/\/|<!--) /, "", file); sub(/ -->$/, "", file); first = 0
        print "mkdir -p \"$(dirname " file ")\"; cat > " file " <<'"'"'KRM_BLOCK'"'"'"
        if (kind != "xml") print
        next
    }
    inside { print }
    BEGIN { print "trap '"'"'jobs -p | xargs -r kill'"'"' EXIT" }
' "$repository/docs/tutorial.md" > steps.sh

bash -euxo pipefail -m steps.sh
