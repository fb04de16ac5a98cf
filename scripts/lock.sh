#!/bin/sh
# Renews requirements.lock: every library with its version and the hashes of all its files, for all systems and Pythons that briefgen runs on.
# The lock names no address: it holds wherever the files come from.
set -eu
cd "$(dirname "$0")/.."
tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
python3 -m venv "$tool/venv"
"$tool/venv/bin/python" -m pip install --quiet --disable-pip-version-check uv
printf 'editables\nhatchling\n' >"$tool/build.in"
"$tool/venv/bin/uv" pip compile pyproject.toml "$tool/build.in" --extra dev --extra bench --upgrade \
    --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet --output-file "$tool/lock"
if grep -E '://|^-|@ ' "$tool/lock" >/dev/null; then
    echo "The new lock names an address; it is not taken." >&2
    exit 1
fi
{ echo "# Made by scripts/lock.sh from pyproject.toml; do not edit."; cat "$tool/lock"; } >requirements.lock
grep -c '==' requirements.lock | sed 's/$/ libraries locked./'
