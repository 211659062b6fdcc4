#!/usr/bin/env bash
# Checks the types of the dashboard's scripts with a pinned TypeScript, fetched once into a cache.
# The dashboard itself needs neither; without npm there is nothing to check with, and this says so.
set -euo pipefail
cd "$(dirname "$0")/.."
version=5.9.3
if ! command -v npm >/dev/null || ! command -v node >/dev/null; then
  echo "weft: no npm here: the dashboard's types are not checked" >&2
  exit 0
fi
cache=${XDG_CACHE_HOME:-$HOME/.cache}/weft-typescript-$version
if [ ! -e "$cache/package/bin/tsc" ]; then
  fetched=$(mktemp -d)
  trap 'rm -rf "$fetched"' EXIT
  (cd "$fetched" && npm pack --silent "typescript@$version" >/dev/null)
  mkdir -p "$cache"
  tar xzf "$fetched/typescript-$version.tgz" -C "$cache"
fi
node "$cache/package/bin/tsc" -p src/weft/dashboard/jsconfig.json
echo "the dashboard's types hold"
