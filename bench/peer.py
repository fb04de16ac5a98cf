"""The peer's command: docxtpl fills a Word template three times, LibreOffice makes the PDFs. A process of its own, as cold as ours.

python -m bench.peer FOLDER one|each
"""

import json
import subprocess
import sys
from pathlib import Path

from docxtpl import DocxTemplate


def main(folder: Path, starts: str) -> None:
    """Render every language of FOLDER/words.json, then convert: all with one start of LibreOffice, or each with its own."""
    out = folder / "peer"
    out.mkdir(exist_ok=True)
    made = []
    for lang, blocks in json.loads((folder / "words.json").read_text(encoding="utf-8")).items():
        template = DocxTemplate(folder / "template.docx")
        template.render({"blocks": blocks}, autoescape=True)
        made.append(out / f"{lang}.docx")
        template.save(made[-1])
    for group in [made] if starts == "one" else [[path] for path in made]:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(out), *map(str, group)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    missing = [path for path in made if not path.with_suffix(".pdf").is_file()]
    if missing:
        raise SystemExit(f"LibreOffice made no PDF of {missing}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
