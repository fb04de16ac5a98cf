#!/bin/sh
# Style, types, tests. Arguments go to pytest: scripts/test.sh tests/build -k lock
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"
ruff check .
ruff format --check .
mypy
python -m pytest -n 2 "$@"
