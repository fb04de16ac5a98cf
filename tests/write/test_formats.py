import ast
from pathlib import Path

import pytest

import briefgen.write
from briefgen.errors import BriefgenError
from briefgen.write import FORMATS, House, write
from tests.write.samples import release

ROOM = Path(briefgen.write.__file__).parent


def writers() -> set[str]:
    """The modules and packages of the room that say `def write(document, house)`, without importing any."""
    found = set()
    for path in ROOM.iterdir():
        file = path / "__init__.py" if path.is_dir() else path
        if path != ROOM / "__init__.py" and file.suffix == ".py" and file.is_file():
            heads = [node for node in ast.parse(file.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef) and node.name == "write"]
            found |= {path.stem for head in heads if [argument.arg for argument in head.args.args] == ["document", "house"]}
    return found


def test_the_registry_is_the_folder() -> None:
    assert set(FORMATS) == writers()


def test_an_unknown_format_names_the_known_ones(house: House) -> None:
    with pytest.raises(BriefgenError, match="W004 no format 'odt'; one of tree, txt, html, pdf, docx") as caught:
        write(release("en"), "odt", house)
    assert caught.value.status == 2
