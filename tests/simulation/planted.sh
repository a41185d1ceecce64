#!/usr/bin/env bash
# Plants the bugs of planted.md one at a time in a copy of the sources and runs the simulation until it notices.
#   planted.sh [--seeds N] [--from S] [PATTERN]      at most N seeds for each bug (300); only patches named so
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."

seeds=400
from=1
pattern=
while [[ $# -gt 0 ]]; do
    case $1 in
    --seeds) seeds=$2; shift 2 ;;
    --from) from=$2; shift 2 ;;
    -*) echo "usage: ./dev planted [--seeds N] [--from S] [PATTERN]" >&2; exit 2 ;;
    *) pattern=$1; shift ;;
    esac
done

tree=build/planted/tree
log=build/planted/log
mkdir -p "$tree"
exec 9>build/planted/lock
flock -n 9 || { echo "planted: another one is running" >&2; exit 1; }

# What git knows of and what is new, as it stands; only changed files, so that the next build is a small one.
copy_sources() {
    mkdir -p "$tree"
    git ls-files -co --exclude-standard | while IFS= read -r file; do
        if [[ -e $file ]] && ! cmp -s "$file" "$tree/$file"; then
            mkdir -p "$tree/$(dirname "$file")"
            cp "$file" "$tree/$file"
        fi
    done
    # what is gone by now must not be built
    (cd "$tree" && find . -path ./build -prune -o -type f -printf '%P\n') | while IFS= read -r file; do
        [[ -e $file ]] || rm "$tree/$file"
    done
}

build_copy() {
    (cd "$tree" && { [[ -f build/dev/build.ninja ]] || cmake --preset dev; } && cmake --build --preset dev --target dure-soak) >"$log" 2>&1
}

soak() { timeout 900 "$tree/build/dev/bin/dure-soak" --seeds "$seeds" --from "$from" --quiet; }

copy_sources
build_copy || { tail -n 20 "$log" >&2; echo "planted: the copy does not build" >&2; exit 1; }
soak >"$log" 2>&1 || { cat "$log"; echo "planted: without a bug there must be no violation" >&2; exit 1; }
echo "without a bug: $(tail -n 1 "$log")"

caught=0
planted=0
for patch in tests/simulation/planted/*"$pattern"*.patch; do
    name=$(basename "$patch" .patch)
    planted=$((planted + 1))
    git apply --directory="$tree" "$patch" || { echo "$name: no longer applies"; continue; }
    if ! build_copy; then
        tail -n 20 "$log" >&2
        echo "$name: does not build"
    elif soak >"$log" 2>&1; then
        echo "$name: NOT CAUGHT by $seeds seeds"
    else
        caught=$((caught + 1))
        echo "$name: caught, $(grep -m 1 '^seed' "$log" || echo "ended with $(tail -n 1 "$log")" | cut -c 1-160)"
    fi
    git apply --directory="$tree" --reverse "$patch"
done
echo "$caught of $planted caught"
[[ $caught == "$planted" ]]
