"""The gate for pictures."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from briefgen.errors import BriefgenError, Where
from briefgen.read.picture import MAX_BYTES, MAX_EDGE, read_picture

HERE = Where("facts.yaml", 3, 5)


def save(path: Path, image: Image.Image, encoding: str, **options: object) -> Path:
    image.save(path, encoding, **options)
    return path


def test_what_hides_in_a_picture_stays_behind(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x013B] = "Secret Photographer"
    path = save(tmp_path / "a.jpg", Image.new("RGB", (40, 20), "red"), "JPEG", exif=exif)
    path.write_bytes(path.read_bytes() + b"TRAILING SECRET")
    found = read_picture(path, HERE, "e.picture")
    assert found.media == "image/jpeg"
    assert found.size == (40, 20)
    assert b"Secret" not in found.data
    assert b"SECRET" not in found.data
    assert Image.open(BytesIO(found.data)).size == (40, 20)


def test_transparency_stays_and_large_pictures_shrink(tmp_path: Path) -> None:
    assert read_picture(save(tmp_path / "a.png", Image.new("RGBA", (10, 10), (0, 0, 0, 0)), "PNG"), HERE, "e").media == "image/png"
    assert max(read_picture(save(tmp_path / "b.png", Image.new("L", (4000, 100)), "PNG"), HERE, "e").size) == MAX_EDGE


def refused(path: Path) -> str:
    with pytest.raises(BriefgenError) as caught:
        read_picture(path, HERE, "e.picture.file")
    (problem,) = caught.value.problems
    assert problem.where == HERE
    assert problem.address == "e.picture.file"
    return problem.what


def test_what_is_refused(tmp_path: Path) -> None:
    postscript = tmp_path / "logo.png"
    postscript.write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n(run) print")
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    large = tmp_path / "large.jpg"
    large.write_bytes(b"\xff\xd8\xff" + b"\0" * MAX_BYTES)
    assert "there is no picture" in refused(tmp_path / "none.png")
    assert "there is no picture" in refused(tmp_path)
    assert "neither PNG nor JPEG" in refused(postscript)
    assert "cannot be read" in refused(broken)
    assert "KB" in refused(large)
