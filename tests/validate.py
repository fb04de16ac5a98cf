"""``python -m tests.validate out``: every Word file and PDF below a folder, held against all validators that are here."""

import sys
from pathlib import Path

from tests.printed_pages import NEARLY
from tests.validators import validate


def main(folder: Path) -> int:
    """Say what is wrong, file by file; 0 if nothing is."""
    files = [file for file in sorted(folder.rglob("*")) if file.suffix in {".docx", ".pdf"} and ".briefgen" not in file.parts]
    if not files:
        print(f"There is nothing in {folder} to validate: run make demo first.", file=sys.stderr)
        return 1
    found, left = validate(files)
    wrong: dict[Path, list[str]] = {}
    for file, complaints in found.items():
        for complaint in complaints:
            if NEARLY in complaint:  # a matter of chance lengths: worth a look, and no fault
                print(f"look at {file}: {complaint}")
            else:
                wrong.setdefault(file, []).append(complaint)
    for file, complaints in wrong.items():
        print(f"BAD {file}")
        for complaint in complaints:
            print(f"  {complaint}")
    for check in left:
        print(f"left out: {check}")
    words = sum(file.suffix == ".docx" for file in files)
    print(f"{words} Word files, {len(files) - words} PDFs: {f'{len(wrong)} with faults' if wrong else 'no fault'}.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "out")))
