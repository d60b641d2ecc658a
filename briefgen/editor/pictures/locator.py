"""Scene → the map: where the day's events are told to have happened."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefgen.editor.pictures.frame import WIDTH, height_of, window_of
from briefgen.editor.pictures.graticule import bar_length, graticule
from briefgen.editor.pictures.ground import Ground, lay_ground
from briefgen.editor.pictures.marks import choose_shapes
from briefgen.editor.pictures.names import draw_legend, draw_scale, draw_sites
from briefgen.editor.pictures.naming import area_name, in_language
from briefgen.editor.pictures.projection import fit
from briefgen.editor.pictures.scene import Scene, Shown
from briefgen.editor.pictures.sites import Site, focus, gather, placed, split
from briefgen.editor.shelves import Shelf
from briefgen.knowledge.gazetteer import load_gazetteer
from briefgen.model import Place
from briefgen.model.picture import Layer, Path, Picture, PictureTable

__all__ = ["draw_map"]

MARGIN = 30.0
FEW = 3
"""Places, below which the days before are on the map too."""


def draw_map(scene: Scene, width: float = WIDTH) -> Picture | None:
    """The map; None where no event has a place with a point, or the project wants none.

    A narrow one shows the same with words as tall, so that they can be read on a small screen.
    """
    settings = scene.desk.project.map
    events = scene.of(Shelf.CURRENT)
    sites = gather(events)
    if len(sites) < FEW:
        events = scene.of(Shelf.CURRENT, Shelf.EARLIER)
        sites = gather(events)
    if not settings.show or not sites:
        return None
    real = scene.desk.project.bundled_places if settings.outlines is None else settings.outlines
    gazetteer, words = load_gazetteer(scene.desk.project), scene.desk.words
    if real:
        sites = tuple(replace(site, place=in_language(site.place, words)) for site in sites)
    window = window_of(sites, settings, gazetteer, real=real)
    height = round(height_of(window) * width / WIDTH)
    projection = fit(window, width, height, 0.0 if settings.extent else MARGIN)
    on, off = split(sites, projection)
    on = tuple(sorted(on, key=lambda site: site.vague))  # what is told finely keeps its point
    if not on:
        return None
    ground = lay_ground(projection, focus(on), settings.disputed) if real else None
    shapes = choose_shapes(item.topic for site in on for item in site.shown)
    layers, unnamed = draw_sites(on, shapes, ground, projection, gazetteer, words=words)
    frame = Path(d=f"M.4 .4H{width - 0.4:g}V{projection.height - 0.4:g}H.4z")
    legend, beneath = draw_legend(shapes, projection, scene)
    base = ground.layers if ground else ()
    corner, sides = bar_length(projection)[0] + 20, scene.text("map.sides").split()
    lines = graticule(projection, corner, sides=sides) if not real else ()
    return Picture(
        shape="map",
        anchor="map",
        title=scene.text("map.title"),
        description=_description(on, scene),
        legend=tuple(_legend(on, unnamed, ground, scene)),
        captions=tuple(_captions(events, off, scene)),
        width=width,
        height=round(projection.height + beneath, 1),
        layers=(
            Layer(role="water" if real else "paper", shapes=(frame,)),
            *base,
            *lines,
            *layers,
            *draw_scale(projection, scene),
            Layer(role="frame", shapes=(frame,)),
            *legend,
        ),
        table=_table(sites, scene),
    )


def _description(sites: Sequence[Site], scene: Scene) -> str:
    events = sum(len(site.shown) for site in sites)
    names = scene.desk.words.joined(site.place.name for site in sites[:6])
    return scene.text("map.description", n=events, places=len(sites), names=names)


def _captions(
    events: Sequence[Shown],
    off: Sequence[Site],
    scene: Scene,
) -> Iterable[str]:
    if off:
        places = "; ".join(
            f"{site.place.name} ({', '.join(str(item.number) for item in site.shown)})"
            for site in off
        )
        yield scene.text("map.off", places=places)
    without = [str(item.number) for item in events if placed(item) is None]
    if without:
        yield scene.text("map.unplaced", n=len(without), numbers=", ".join(without))


def _legend(
    on: Sequence[Site], unnamed: Sequence[Site], ground: Ground | None, scene: Scene
) -> Iterable[str]:
    yield scene.text("map.key")
    if any(site.vague for site in on):
        yield scene.text("map.ring")
    if unnamed:
        places = "; ".join(f"{site.shown[0].number} {site.place.name}" for site in unnamed)
        yield scene.text("map.unnamed", places=places)
    if ground is None:
        yield scene.text("map.schematic")
        return
    how = scene.desk.project.map.disputed
    if ground.disputed:
        words = scene.desk.words
        names = words.joined(area_name(name, words) for name in ground.disputed)
        yield scene.text(f"map.disputed_{how}", names=names)
    yield scene.text("map.source")


def _table(sites: Sequence[Site], scene: Scene) -> PictureTable:
    def within(place: Place) -> str:
        parts = [place.admin1, place.country]
        return ", ".join(part for part in parts if part and part != place.name) or "–"

    return PictureTable(
        caption=scene.text("map.table"),
        columns=(
            scene.text("map.place"),
            scene.text("map.within"),
            scene.text("map.told_as"),
            scene.text("map.entries"),
        ),
        rows=tuple(
            (
                site.place.name,
                within(site.place),
                scene.text(f"map.{site.place.precision.value}"),
                ", ".join(str(item.number) for item in site.shown),
            )
            for site in sites
        ),
        entries=tuple(tuple(item.number for item in site.shown) for site in sites),
    )
