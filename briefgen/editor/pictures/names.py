"""Places on a map → their marks, names, rings and leader lines; the legend and the scale."""

from collections.abc import Mapping, Sequence

from briefgen.editor.pictures.extent import Spot, unwrap
from briefgen.editor.pictures.frame import own_countries
from briefgen.editor.pictures.graticule import bar_length
from briefgen.editor.pictures.ground import NAME as COUNTRY
from briefgen.editor.pictures.ground import SPACING, Ground
from briefgen.editor.pictures.labels import Named, Placed, place
from briefgen.editor.pictures.lines import circle
from briefgen.editor.pictures.marks import MARK, OTHER, mark
from briefgen.editor.pictures.measure import text_width
from briefgen.editor.pictures.naming import area_name, country_name, in_language
from briefgen.editor.pictures.projection import Projection
from briefgen.editor.pictures.scene import Scene
from briefgen.editor.pictures.sites import EDGE, Site
from briefgen.editor.words import Words
from briefgen.knowledge.gazetteer import OWN, Gazetteer, Kind
from briefgen.model import Place, Precision
from briefgen.model.picture import Layer, Path, Shape, Text

__all__ = ["draw_legend", "draw_scale", "draw_sites"]

NAME, TOWN, LEGEND = 10.2, 8.6, 9.4
"""Sizes of text."""
RING = 11.5
ROOMY = MARK * 1.3
"""Half the width of the widest mark."""
MOST_BESIDE = 4
"""Numbers of further entries that follow a place's name."""
MOST_TOWNS = 9
"""Places without events that are named for orientation."""
BIG = 150_000


def draw_sites(
    sites: Sequence[Site],
    shapes: Mapping[str | None, int],
    ground: Ground | None,
    projection: Projection,
    gazetteer: Gazetteer,
    *,
    words: Words,
) -> tuple[tuple[Layer, ...], tuple[Site, ...]]:
    """Marks, names and leader lines; and the sites whose name found no room."""
    spots = [projection(site.spot.lon, site.spot.lat) for site in sites]
    named = [
        Named(
            x=x,
            y=y,
            mark=RING if site.vague else ROOMY,
            width=text_width(site.place.name + _beside(site), NAME) + 2,
            height=NAME * 1.12,
        )
        for site, (x, y) in zip(sites, spots, strict=True)
    ]
    countries = _country_names(ground, sites, projection, gazetteer, words)
    named += [
        Named(
            x=x,
            y=y,
            mark=0,
            width=text_width(name, COUNTRY, SPACING),
            height=COUNTRY * 1.3,
            free=True,
            needed=False,
        )
        for name, x, y in countries
    ]
    towns = _towns(sites, projection, gazetteer)
    if ground is not None:
        towns = [(in_language(town, words), x, y) for town, x, y in towns]
    named += [
        Named(
            x=x,
            y=y,
            mark=2.2,
            width=text_width(town.name, TOWN) + 2,
            height=TOWN * 1.12,
            needed=False,
        )
        for town, x, y in towns
    ]
    tall = projection.height
    frame = (EDGE, EDGE, projection.width - EDGE, tall - EDGE)
    bar = (projection.width - 14 - bar_length(projection)[0] - 8, tall - 30, projection.width, tall)
    placed = place(named, frame, (bar,))
    first, second = len(sites), len(sites) + len(countries)
    layers = (
        *_town_layers(towns, placed[second:]),
        _country_layer(countries, placed[first:second]),
        *_site_layers(sites, spots, placed[:first], shapes),
    )
    unnamed = tuple(s for s, p in zip(sites, placed[:first], strict=True) if p.box is None)
    return tuple(layer for layer in layers if layer.shapes), unnamed


def _beside(site: Site) -> str:
    """The numbers of further entries of a place: " · 7 · 9 +4"."""
    rest = [item.number for item in site.shown[1:]]
    text = "".join(f" · {number}" for number in rest[:MOST_BESIDE])
    more = len(rest) - MOST_BESIDE
    return f"{text} +{more}" if more > 0 else text


def _country_names(
    ground: Ground | None,
    sites: Sequence[Site],
    projection: Projection,
    gazetteer: Gazetteer,
    words: Words,
) -> list[tuple[str, float, float]]:
    """Names in capitals, and where they would stand; of invented countries, at their point."""
    marked = {site.place.name for site in sites}
    if ground is None:
        points = [p for p in own_countries(gazetteer) if p.name not in marked]
        return [(p.name.upper(), *projection(p.lon, p.lat)) for p in points]
    found = []
    for country in ground.countries:
        known = gazetteer.country(country.zone.code or None)
        given = known.name if known else area_name(country.zone.name, words)
        name = country_name(country.zone.code, given, words)
        if name not in marked:
            found.append((name.upper(), country.x, country.y))
    return found


def _towns(
    sites: Sequence[Site], projection: Projection, gazetteer: Gazetteer
) -> list[tuple[Place, float, float]]:
    """The places for orientation: a user's own, then capitals, then the largest towns."""
    marked = {(site.place.lat, site.place.lon) for site in sites}
    window = projection.window()
    found = []
    for entry in gazetteer.entries:
        spot = entry.place
        if spot.lat is None or spot.lon is None or (spot.lat, spot.lon) in marked:
            continue
        town = entry.kind in {Kind.CAPITAL, Kind.TOWN} and entry.weight >= BIG
        if not (town or (entry.weight >= OWN and spot.precision is not Precision.COUNTRY)):
            continue
        if not window.south < spot.lat < window.north:
            continue
        (turned,) = unwrap([Spot(lon=spot.lon, lat=spot.lat, weight=1)], projection.middle[0])
        x, y = projection(turned.lon, turned.lat)
        if EDGE < x < projection.width - EDGE and EDGE < y < projection.height - EDGE:
            capital = entry.kind is Kind.CAPITAL
            found.append(((not capital, -entry.weight, spot.name), (spot, x, y)))
    found.sort(key=lambda item: item[0])
    return [town for _, town in found[:MOST_TOWNS]]


def _town_layers(
    towns: Sequence[tuple[Place, float, float]], placed: Sequence[Placed]
) -> tuple[Layer, ...]:
    there = [
        (town, spot)
        for (town, _, _), spot in zip(towns, placed, strict=True)
        if spot.shown and spot.box
    ]
    dots = tuple(Path(d=circle(spot.x, spot.y, 1.6)) for _, spot in there)
    names = tuple(_label(town.name, spot, TOWN) for town, spot in there)
    return (
        Layer(role="town", shapes=dots),
        Layer(role="town-halo", shapes=names),
        Layer(role="town-name", shapes=names),
    )


def _country_layer(
    countries: Sequence[tuple[str, float, float]], placed: Sequence[Placed]
) -> Layer:
    names = tuple(
        Text(
            x=round((spot.box[0] + spot.box[2]) / 2, 1),
            y=round((spot.box[1] + spot.box[3]) / 2 + COUNTRY * 0.35, 1),
            text=name,
            anchor="middle",
        )
        for (name, _, _), spot in zip(countries, placed, strict=True)
        if spot.box
    )
    return Layer(role="country-name", shapes=names)


def _label(text: str, spot: Placed, size: float, entry: int | None = None) -> Text:
    """The name in its box, flush with the side that is turned to the mark."""
    assert spot.box is not None
    left, top, right, bottom = spot.box
    anchor, x = "middle", (left + right) / 2
    if left > spot.x:
        anchor, x = "start", left
    elif right < spot.x:
        anchor, x = "end", right
    y = (top + bottom) / 2 + size * 0.34
    return Text(x=round(x, 1), y=round(y, 1), text=text, anchor=anchor, entry=entry)


def _site_layers(
    sites: Sequence[Site],
    spots: Sequence[tuple[float, float]],
    placed: Sequence[Placed],
    shapes: Mapping[str | None, int],
) -> tuple[Layer, ...]:
    leaders, points, rings, halos, names = [], [], [], [], []
    plain: list[Shape] = []
    key: list[Shape] = []
    plain_numbers: list[Shape] = []
    key_numbers: list[Shape] = []
    for site, (px, py), spot in zip(sites, spots, placed, strict=True):
        if not spot.shown:
            continue
        first = site.shown[0]
        if spot.moved and not site.vague:
            leaders.append(Path(d=f"M{px:.1f} {py:.1f}L{spot.x:.1f} {spot.y:.1f}"))
            points.append(Path(d=circle(px, py, 1.8)))
        if spot.box:
            label = _label(site.place.name + _beside(site), spot, NAME, first.number)
            names.append(label)
            halos.append(label)
            if spot.led:
                x = min(max(spot.x, spot.box[0]), spot.box[2])
                y = min(max(spot.y, spot.box[1]), spot.box[3])
                leaders.append(Path(d=f"M{spot.x:.1f} {spot.y:.1f}L{x:.1f} {y:.1f}"))
        if site.vague:
            rings.append(Path(d=circle(spot.x, spot.y, RING), entry=first.number))
        shape = Path(d=mark(shapes[first.topic], spot.x, spot.y), entry=first.number)
        (key if site.key else plain).append(shape)
        (key_numbers if site.key else plain_numbers).append(
            Text(
                x=round(spot.x, 1),
                y=round(spot.y + 2.8, 1),
                text=str(first.number),
                anchor="middle",
                entry=first.number,
            )
        )
    return (
        Layer(role="leader", shapes=tuple(leaders)),
        Layer(role="point", shapes=tuple(points)),
        Layer(role="ring", shapes=tuple(rings)),
        Layer(role="mark", shapes=tuple(plain)),
        Layer(role="mark-key", shapes=tuple(key)),
        Layer(role="number", shapes=tuple(plain_numbers)),
        Layer(role="number-key", shapes=tuple(key_numbers)),
        Layer(role="halo", shapes=tuple(halos)),
        Layer(role="name", shapes=tuple(names)),
    )


def draw_scale(projection: Projection, scene: Scene) -> tuple[Layer, ...]:
    """The scale bar in the lower right corner."""
    length, km = bar_length(projection)
    words = scene.text("map.scale", length=scene.desk.words.count(km))
    right, y = projection.width - 12, projection.height - 10
    bar = Path(d=f"M{right - length:.1f} {y - 4}v4H{right:.1f}v-4")
    label = Text(x=round(right - length / 2, 1), y=y - 7, text=words, anchor="middle")
    return (
        Layer(role="scale-halo", shapes=(bar,)),
        Layer(role="scale", shapes=(bar,)),
        Layer(role="town-halo", shapes=(label,)),
        Layer(role="town-name", shapes=(label,)),
    )


def draw_legend(
    shapes: Mapping[str | None, int], projection: Projection, scene: Scene
) -> tuple[tuple[Layer, ...], float]:
    """The shapes with their topics, in rows beneath the frame, and how tall they are."""
    by_shape: dict[int, list[str]] = {}
    for topic, shape in shapes.items():
        known = scene.desk.topics.get(topic or "")
        name = known.name if known else None
        by_shape.setdefault(shape, []).append(name or scene.text("map.other"))
    drawn = [(shape, name) for shape, names in by_shape.items() for name in names[:1]]
    drawn = [(shape, scene.text("map.other") if shape == OTHER else name) for shape, name in drawn]
    top = projection.height
    x, y = MARK + 1, top + 17
    marks, names = [], []
    for shape, name in drawn:
        width = 2 * MARK + 5 + text_width(name, LEGEND) + 16
        if x + width - MARK > projection.width and x > MARK + 1:
            x, y = MARK + 1, y + 18
        marks.append(Path(d=mark(shape, x, y)))
        names.append(Text(x=round(x + MARK + 5, 1), y=round(y + 3.2, 1), text=name))
        x += width
    layers = (
        Layer(role="legend-mark", shapes=tuple(marks)),
        Layer(role="legend", shapes=tuple(names)),
    )
    return layers, y + MARK + 3 - top
