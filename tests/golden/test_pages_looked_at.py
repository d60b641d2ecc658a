"""Pages of the PDF look as they did when they were looked at: small pictures, compared loosely.

``--accept`` draws them anew; look at them before a commit.
"""

from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from briefgen.editor import compose
from briefgen.knowledge.project import Project
from briefgen.model import Chronology
from briefgen.writers import write

FOLDER = Path(__file__).parent / "pages"
SCALE = 0.4
"""Of 72 dots an inch: a page of A4 is 238 dots wide."""
MEAN = 3.0
"""Of 255: how far all dots of a page may be from those of its golden, on average."""
PATCH = 90
"""Of 255: how far any patch of a page may be, blurred over some dots."""


def drawn(data: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.render(scale=SCALE, grayscale=True).to_pil() for page in document]
    finally:
        document.close()


def apart(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """Mean difference of the dots, and the greatest one of a patch."""
    blurred = [image.convert("L").filter(ImageFilter.BoxBlur(3)) for image in (one, other)]
    patches = ImageChops.difference(*blurred)
    mean = ImageStat.Stat(ImageChops.difference(one.convert("L"), other.convert("L"))).mean[0]
    return mean, float(patches.getextrema()[1])  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def pages(day: Chronology, project: Project, invented: Any) -> dict[str, Image.Image]:
    one = invented.one_event_day()
    of_day = drawn(write("pdf", compose(day, project), day, project))
    of_one = drawn(write("pdf", compose(one, project), one, project))
    return {
        **{f"day-{number}": image for number, image in enumerate(of_day, 1)},
        **{f"one-event-{number}": image for number, image in enumerate(of_one, 1)},
    }


def test_pages_look_as_they_were_accepted(pages: dict[str, Image.Image], accept: bool) -> None:
    if accept:
        FOLDER.mkdir(exist_ok=True)
        for old in FOLDER.glob("*.png"):
            old.unlink()
        for name, image in pages.items():
            image.quantize(16).save(FOLDER / f"{name}.png", optimize=True)
    assert sorted(pages) == sorted(path.stem for path in FOLDER.glob("*.png"))
    for name, image in pages.items():
        with Image.open(FOLDER / f"{name}.png") as golden:
            assert golden.size == image.size, name
            mean, patch = apart(golden, image)
        assert mean <= MEAN, f"{name} differs by {mean:.1f}; look, then pytest --accept"
        assert patch <= PATCH, f"a part of {name} differs; look, then pytest --accept"


def test_another_page_does_not_pass_for_one(pages: dict[str, Image.Image]) -> None:
    """The tolerance is narrower than what tells two pages of text apart."""
    mean, patch = apart(pages["day-1"], pages["day-2"])
    assert mean > MEAN
    assert patch > PATCH


def test_the_goldens_are_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.glob("*.png")) < 1_000_000


def test_a_picture_comes_back_as_it_was_stored(pages: dict[str, Image.Image]) -> None:
    """Sixteen greys lose less than the tolerance."""
    held = BytesIO()
    pages["day-1"].quantize(16).save(held, "PNG")
    with Image.open(held) as again:
        assert apart(again, pages["day-1"])[0] < MEAN / 2
