"""Pictures of a brief → PNG with their words, for mail programs, which show no SVG."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from briefgen.errors import WriterError
from briefgen.model.briefing.pictures import PicturesSection
from briefgen.model.picture import Picture
from briefgen.writers.order import Order
from briefgen.writers.templating import bundled, render

__all__ = ["WIDTH", "MailPicture", "draw_mail_pictures"]

SHOWN = ("map", "strip")
WIDTH = 592
"""Pixels of the digest's column."""
DENSITY = 2
"""Pixels of the file for each of them: screens of telephones are fine."""
PAPER = "#fffefb"
MARGIN = 10
"""Around a picture, in its own units: it may stand on a dark ground."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailPicture:
    """One picture of the digest."""

    name: str
    """Of the file: ``map.png``."""
    cid: str
    """Content-ID without its brackets; the same picture has the same."""
    title: str
    description: str
    """What is seen where pictures are off."""
    legend: str
    width: int
    height: int
    """Pixels as shown; the file has more."""
    data: bytes
    """PNG."""


def draw_mail_pictures(order: Order) -> tuple[MailPicture, ...]:
    """Map and strip, as far as the brief has them; none without the package ``resvg-py``.

    The bundled fonts alone are used, so the same picture gives the same bytes everywhere.
    Raises TemplateError, and WriterError for a drawing of a user's template that is no SVG.
    """
    found = [
        {small.shape: small for small in section.narrow}.get(picture.shape, picture)
        for section in order.briefing.sections
        if isinstance(section, PicturesSection)
        for picture in section.pictures
        if picture.shape in SHOWN and picture.layers
    ]
    try:
        import resvg_py  # noqa: F401, PLC0415 (a binary; where it is missing, mail has no pictures)
    except ImportError:
        return ()
    return tuple(_draw(picture, order.project.templates) for picture in found)


def _draw(picture: Picture, folder: Path | None) -> MailPicture:
    import resvg_py  # noqa: PLC0415 (only mail needs it)

    drawing = render("picture.svg.html.j2", folder, {"picture": picture, "margin": MARGIN}).strip()
    fonts = sorted(str(path) for path in (bundled() / "fonts").glob("*.ttf"))
    try:
        data = resvg_py.svg_to_bytes(
            svg_string=drawing,
            width=WIDTH * DENSITY,
            background=PAPER,
            font_files=fonts,
            skip_system_fonts=True,
        )
    except ValueError as error:
        raise WriterError(f"the picture {picture.shape!r} cannot be drawn: {error}") from error
    digest = hashlib.sha256(data).hexdigest()
    return MailPicture(
        name=f"{picture.shape}.png",
        cid=f"{picture.shape}.{digest[:16]}@briefgen",
        title=f"{picture.title} ({picture.unit})" if picture.unit else picture.title,
        description=picture.description,
        legend=" ".join((*picture.legend, *picture.captions)),
        width=WIDTH,
        height=round((picture.height + 2 * MARGIN) * WIDTH / (picture.width + 2 * MARGIN)),
        data=bytes(data),
    )
