"""Plan + entries → the part of the brief that is looked at."""

from collections.abc import Callable, Mapping, Sequence

from briefgen.editor.desk import Desk
from briefgen.editor.pictures.claims import draw_claims
from briefgen.editor.pictures.hours import draw_hours
from briefgen.editor.pictures.keyfigures import EarlierFigure, draw_figures
from briefgen.editor.pictures.locator import draw_map
from briefgen.editor.pictures.measure import measured
from briefgen.editor.pictures.pulse import draw_pulse
from briefgen.editor.pictures.scene import Scene, set_scene
from briefgen.editor.pictures.strip import draw_strip
from briefgen.editor.plan import Plan
from briefgen.model.briefing import Entry
from briefgen.model.briefing.pictures import PicturesSection
from briefgen.model.picture import Picture

__all__ = ["make_pictures"]

NARROW = 440.0
"""Units across a map whose words can be read in half the width of a page."""
DRAWN: tuple[Callable[[Scene], Picture | None], ...] = (
    draw_map,
    draw_strip,
    draw_hours,
    draw_pulse,
    draw_claims,
)
"""In the order of the page; each gives None where the day has nothing for it to show."""


def make_pictures(
    plan: Plan,
    entries: Mapping[str, Entry],
    desk: Desk,
    earlier: Sequence[EarlierFigure] = (),
) -> PicturesSection:
    """All pictures for which the day has something to show.

    Earlier: the figures of the editions that told of the events before, where an archive has them.
    """
    scene = set_scene(plan, entries, desk)
    drawn = (*(draw(scene) for draw in DRAWN), draw_figures(scene, earlier))
    pictures = tuple(measured(picture) for picture in drawn if picture is not None)
    narrow = draw_map(scene, NARROW)
    return PicturesSection(
        anchor="look",
        title=scene.text("title"),
        note=None if pictures else scene.text("none"),
        pictures=pictures,
        narrow=(measured(narrow),) if narrow else (),
        tables_title=scene.text("tables"),
        as_table=scene.text("as_table"),
    )
