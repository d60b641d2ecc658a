"""Ten reprints of one wire story are one source: families, credits, near copies."""

from datetime import UTC
from pathlib import Path

from briefgen.knowledge.packs import load_families
from briefgen.knowledge.project import Family
from briefgen.model import Document
from briefgen.readers import ReadOptions, Sidecar, read, read_bytes
from briefgen.readers.origins.families import with_origins
from briefgen.readers.origins.near_copies import near_copies
from briefgen.readers.sidecar import Entry

WIRE = Family(id="meridian", name="Wire", publishers=("Meridian Wire",), credits=("Meridian Wire",))
HOUSE = Family(
    id="holt",
    name="Holt House",
    publishers=("Holt Evening", "Holt Morning"),
    domains=("holt.example",),
)
STORY = (
    "Some nine hundred harvest workers left the fields around Holt on Thursday over a cut in piece "
    "rates. The growers' union called the strike unlawful and asked the court for an order. "
    "Barges with barley waited at the lock until dark, and their masters played cards. "
    "The minister of labour will receive both sides on Monday in the old customs house.\n"
)
OTHER = (
    "Nine hundred people who bring in the harvest near Holt stopped work on Thursday because their "
    "pay by the sack was lowered. Growers say that the strike breaks the law and went to court. "
    "At the lock, barges laden with barley stood still all evening. On Monday the labour minister "
    "wants to hear the two parties.\n"
)


THIRD = "The lock at Brennick will be closed for five years from spring, the water board decided.\n"


def document(text: str, publisher: str | None = None, url: str | None = None) -> Document:
    sidecar = Sidecar(name="x.meta.yaml", file=Entry(publisher=publisher, url=url))
    name = f"{publisher or 'x'}.txt"
    return read_bytes(text.encode(), name, ReadOptions(zone=UTC), sidecar=sidecar).documents[0]


def origins(*documents: Document) -> list[str | None]:
    return [one.source.origin for one in with_origins(documents, (WIRE, HOUSE))]


def test_publishers_and_addresses_of_one_owner_are_one_family() -> None:
    assert ["holt", "holt", None] == origins(
        document(STORY, "Holt Evening"),
        document(OTHER, url="https://news.holt.example/1"),
        document(THIRD, url="https://notholt.example/1"),
    )


def test_an_agency_that_is_credited_is_the_origin_whoever_prints_it() -> None:
    text = f"HOLT, June 3, 2032 (Meridian Wire) — {STORY}"
    assert ["meridian"] == origins(document(text, "Holt Evening"))


def test_reprints_are_of_one_origin_and_own_words_are_not() -> None:
    shorter = STORY.rsplit(". ", 1)[0] + ".\n"
    longer = f"{STORY}\nOur own reporter adds that the cards were marked.\n"
    one, two, three, other = origins(
        document(STORY, "A"), document(shorter, "B"), document(longer, "C"), document(OTHER, "D")
    )
    assert one is not None
    assert one == two == three
    assert other is None


def test_reprints_of_agency_copy_are_the_agencys() -> None:
    credited = f"HOLT, June 3, 2032 (Meridian Wire) — {STORY}"
    assert ["meridian", "meridian"] == origins(document(STORY, "A"), document(credited, "B"))


def test_short_texts_are_no_copies() -> None:
    short = "The ferry did not sail on Monday."
    assert () == near_copies((document(short, "A"), document(short, "B")))


def test_origins_are_told_while_sources_are_read(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(STORY, encoding="utf-8")
        (tmp_path / f"{name}.meta.yaml").write_text(f"publisher: Paper {name}\n", encoding="utf-8")
    reading = read([tmp_path], ReadOptions(zone=UTC))
    assert 3 == len(reading.documents)
    assert 1 == len({one.source.origin for one in reading.documents})


def test_no_publisher_or_domain_of_the_bundled_table_stands_twice() -> None:
    families = load_families(("world",))
    for names in ("publishers", "domains", "credits"):
        told = [name.casefold() for family in families for name in getattr(family, names)]
        assert sorted(set(told)) == sorted(told)
