#!/bin/sh
# Builds what desk.yaml asks for and says where it is.
set -eu
cd "$(dirname "$0")/.."
.venv/bin/briefgen build
echo "Look into out/: one folder an event."
