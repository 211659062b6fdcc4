#!/usr/bin/env bash
# What the tests use beside Python: curl and Node as callers, Chromium to look at the dashboard.
# Installed from Debian's packages when we may; otherwise named in one line.
set -euo pipefail
missing=()
command -v curl >/dev/null || missing+=(curl)
command -v node >/dev/null || missing+=(nodejs)
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || missing+=(chromium)
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "weft: installing for the tests: ${missing[*]}"
  log=$(mktemp)
  if { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    rm -f "$log"
    exit 0
  fi
  tail -5 "$log" >&2
fi
echo "weft: the tests need ${missing[*]}; run: apt-get install -y ${missing[*]}" >&2
exit 1
