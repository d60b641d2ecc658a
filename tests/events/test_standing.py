"""How well an event stands: copy, claim and denial, both sides."""

from dataclasses import replace

from briefgen.events.language.lexicon_tables import load_statements
from briefgen.events.merging.standing import publishers, standing_of
from briefgen.knowledge.project import Party
from briefgen.model import (
    Attribution,
    DateBasis,
    Document,
    Quantity,
    Report,
    Source,
    Standing,
    Status,
)

LEXICON = load_statements("en")
PARTIES = (Party(id="aven", name="Aven"), Party(id="sorr", name="Sorr"))


def document(name: str, publisher: str | None) -> Document:
    source = Source(path=f"{name}.txt", format="text", digest="", publisher=publisher)
    return Document(
        id=name, title="", text="", blocks=(), sentences=(), language="en", source=source
    )


DOCUMENTS = {
    d.id: d
    for d in (
        document("wire", "Meridian Wire"),
        document("courier", "The Courier"),
        document("desk", "Strait Commission, watch desk"),
        document("blog", None),
    )
}


def report(
    name: str,
    quote: str,
    who: str | None = None,
    verb: str = "say",
    *,
    party: str | None = None,
    boats: int | None = None,
) -> Report:
    attribution = who and Attribution(
        who=who, verb=verb, said=verb, party=party, denies=verb == "deny"
    )
    return Report(
        document=name,
        start=0,
        end=len(quote),
        quote=quote,
        interval=None,
        basis=DateBasis.NONE,
        why="",
        status=Status.OCCURRED,
        attribution=attribution or None,
        quantities=(Quantity(value=boats, unit="boat", text=f"{boats} boats"),) if boats else (),
    )


def standing(*reports: Report) -> Standing:
    return standing_of(reports, DOCUMENTS, PARTIES, LEXICON)[0]


def test_two_publishers_in_their_own_words_corroborate() -> None:
    one = report("wire", "The ferry stopped on Monday.")
    other = report("courier", "Sailings were halted at noon.")
    assert Standing.CORROBORATED == standing(one, other)


def test_the_same_words_twice_are_one_publisher() -> None:
    copy = [
        report(name, "The ferry stopped on Monday, the port said.") for name in ("wire", "courier")
    ]
    assert 1 == len(publishers(copy, DOCUMENTS))
    assert Standing.SINGLE_SOURCE == standing(*copy)


def test_who_tells_what_another_publisher_says_is_no_second_one() -> None:
    told = report(
        "wire", "Two aircraft came in, the Strait Commission said.", "the Strait Commission"
    )
    own = report("desk", "Aircraft entered the zone at 01:20.")
    assert 1 == len(publishers((told, own), DOCUMENTS))


def test_a_denial_beside_a_claim_disputes_and_alone_denies() -> None:
    claim = report("wire", "Aven's navy said it shot down a drone.", "Aven's navy")
    denial = report("wire", "Sorr denied the loss.", "Sorr", "deny")
    assert Standing.DISPUTED == standing(claim, denial)
    assert Standing.DENIED == standing(denial)


def test_counts_that_exclude_each_other_dispute_and_are_not_averaged() -> None:
    one = report("wire", "Four boats were taken, said Aven.", "Aven", boats=4)
    other = report("courier", "Sorr said it holds three boats.", "Sorr", boats=3)
    assert Standing.DISPUTED == standing(one, other)


def test_both_sides_confirm() -> None:
    one = report("wire", "Aven said that eleven came home.", "Aven", party="aven")
    other = report("courier", "Sorr said it let eleven go.", "Sorr", party="sorr")
    assert Standing.CONFIRMED == standing(one, other)


def test_publishers_of_one_origin_are_one_source() -> None:
    copies = {
        name: replace(one, source=replace(one.source, origin="meridian"))
        for name, one in DOCUMENTS.items()
    }
    one = report("wire", "The ferry stopped on Monday.")
    two = report("courier", "No boat ran between the ports at the start of the week.")
    assert 2 == len(publishers((one, two), DOCUMENTS))
    assert 1 == len(publishers((one, two), copies))
    assert Standing.SINGLE_SOURCE is standing_of((one, two), copies, PARTIES, LEXICON)[0]
