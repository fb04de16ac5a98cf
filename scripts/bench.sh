#!/bin/sh
# Ratios, measured in turn in one run. Arguments go to the bench: scripts/bench.sh --rounds 9
set -eu
cd "$(dirname "$0")/.."
exec .venv/bin/python -m bench "$@"
