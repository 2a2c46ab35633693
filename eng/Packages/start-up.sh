#!/usr/bin/env bash
# Measures how long krm takes to start, as the table of docs/packages.md: median of ten calls after two that do not count.
# Publishes what it measures. Kept figures come from an idle machine; compare lines of one run only.
# eng/Packages/start-up.sh WORK
set -euo pipefail
work=$1
repository=$(realpath "$(dirname "$0")/../..")
mkdir -p "$work"
printf 'land,week,date,n,end\nHH,MoFr,2024-03-29,2,2024-04-05\n' > "$work/days.csv"

publish() {
    [ -d "$work/$1" ] || dotnet publish "$repository/src/Krm.Cli" -c Release -m:1 -o "$work/$@" > "$work/$1.log"
}

publish framework-dependent
publish ready-to-run --use-current-runtime -p:PublishProfile=ready-to-run
publish trimmed --use-current-runtime -p:PublishProfile=trimmed
publish trimmed-ready-to-run --use-current-runtime -p:PublishProfile=trimmed-ready-to-run

median() {
    local times=()
    for round in $(seq 12); do
        local start=${EPOCHREALTIME/[.,]/}
        "$@" > /dev/null
        local end=${EPOCHREALTIME/[.,]/}
        [ "$round" -gt 2 ] && times+=($((end - start)))
    done
    printf '%s\n' "${times[@]}" | sort -n | awk '{ time[NR] = $1 } END { printf "%.0f ms", (time[5] + time[6]) / 2000 }'
}

echo "| publish | folder | \`krm --version\` | \`krm workdays\`, one row |"
echo "|---|---|---|---|"
for kind in framework-dependent ready-to-run trimmed trimmed-ready-to-run; do
    krm="$work/$kind/krm"
    echo "| $kind | $(du -sm "$work/$kind" | cut -f1) MB | $(median "$krm" --version) | $(median "$krm" workdays --input "$work/days.csv" --output "$work/result.csv" --quiet) |"
done
