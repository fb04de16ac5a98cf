"""The gate for pictures: sniffed, measured, and encoded anew, so that no byte of the file itself reaches a document.

EXIF, XMP and whatever follows the image data stay behind. Pillow runs only the decoders named here: it would start
Ghostscript for an EPS called ``logo.png``.
"""

from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from briefgen.errors import BriefgenError, Problem, Where

MAX_BYTES = 5 * 1024 * 1024
MAX_PIXELS = 25_000_000
MAX_EDGE = 2000
"""Pixels along the longer edge that a page can use: 170 mm at 300 dpi. A larger picture is scaled down."""


class Pixels(NamedTuple):
    """A picture encoded anew: PNG where it has transparency or few colours, else JPEG; ``size`` in pixels."""

    data: bytes
    media: str
    size: tuple[int, int]


def read_picture(path: Path, where: Where, address: str) -> Pixels:
    """The picture at ``path``; ``where`` and ``address`` are the fact that names it, for messages.

    Raises:
        BriefgenError: it is missing, no regular file, too large, or neither PNG nor JPEG.
    """

    def refuse(what: str, hint: str) -> BriefgenError:
        return BriefgenError(Problem(where, "R001", what, hint, address))

    if not path.is_file() or path.is_symlink():
        raise refuse(f"there is no picture '{path.name}'", "put the file into the event's folder, or mend its name")
    if path.stat().st_size > MAX_BYTES:
        raise refuse(f"'{path.name}' has {path.stat().st_size // 1024} KB", f"at most {MAX_BYTES // 1024} KB; save it smaller")
    data = path.read_bytes()
    if not data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        raise refuse(f"'{path.name}' is neither PNG nor JPEG, whatever its name says", "save it as PNG or JPEG")

    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415  heavy: only where a picture is read

    try:
        with Image.open(BytesIO(data), formats=["PNG", "JPEG"]) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise refuse(f"'{path.name}' has {picture.width} × {picture.height} pixels", f"at most {MAX_PIXELS // 10**6} million; save it smaller")
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((MAX_EDGE, MAX_EDGE))
            transparent = upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info
            clean = upright.convert("RGBA" if transparent else "RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise refuse(f"'{path.name}' cannot be read as a picture: {error}", "open it and save it again as PNG or JPEG") from None
    out = BytesIO()
    if transparent:
        clean.save(out, "PNG", optimize=True)
        return Pixels(out.getvalue(), "image/png", clean.size)
    clean.save(out, "JPEG", quality=88, optimize=True)
    return Pixels(out.getvalue(), "image/jpeg", clean.size)
