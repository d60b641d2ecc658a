"""Event → who says so, worded: those whom its headline does not name, and all of them."""

import re
from dataclasses import dataclass

from briefgen.editor.desk import Desk
from briefgen.editor.lines import one_line, shorten
from briefgen.model import Event, Report, Standing

__all__ = ["Attribution", "attribute", "denies", "stated_by", "told_by"]

_BRACKETS = re.compile(r"\[[^\]]*\] ?")
MOST_CLAIMANTS = 4
CLAIMANT = 90
"""Characters of a claimant's name and office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """What stands behind a headline: "According to Marl's harbour office"."""

    label: str = ""
    names: str = ""


def attribute(event: Event, headline: str, desk: Desk) -> Attribution:
    """The claimants whom the headline does not name in the same words.

    Where it names another one who says so, too, they do so "also"; "the trade ministry" in the
    headline is no other one than Sorrand's trade ministry.
    """
    if event.standing is Standing.DISPUTED:
        return Attribution()  # the figures and the disputed table say who claims what
    bare = _BRACKETS.sub("", headline)  # "[Garth] Holm" is who the quote calls Holm
    told = f"{headline} {bare}".casefold()
    claimants = _claimants(event, desk)
    others = tuple(who for who in claimants if who.casefold() not in told)
    if not others:
        return Attribution()
    named = [who for who in claimants if who not in others]
    also = any(not any(_in_full(other, who) for other in others) for who in named)
    name = "also_according_to" if also else "according_to"
    return Attribution(
        label=desk.words.text(f"template.{name}"),
        names="; ".join(others[:MOST_CLAIMANTS]).removesuffix("."),
    )


def _in_full(other: str, named: str) -> bool:
    """Whether a name is another one with its owner in place of an article: "the navy" of Aven."""
    article, _, name = named.partition(" ")
    return article.islower() and bool(name) and other.casefold().endswith(f" {name.casefold()}")


def told_by(report: Report, desk: Desk) -> str:
    """Whose word a report is: its claimant's, else its publisher's, else that of its source.

    The title of an article is nobody's name: where none is known, it says so, with the source.
    """
    if report.attribution is not None:
        return one_line(report.attribution.who)
    publisher = desk.documents[report.document].source.publisher
    unnamed = f"{desk.words.text('sources.unnamed')} [{desk.numbers[report.document]}]"
    return one_line(publisher) if publisher else unnamed


def stated_by(event: Event, desk: Desk) -> str:
    """Every claimant; the publishers where nobody is quoted."""
    sources = [desk.documents[report.document].source for report in event.reports]
    publishers = dict.fromkeys(source.publisher for source in sources if source.publisher)
    return "; ".join((_claimants(event, desk) or tuple(publishers))[:MOST_CLAIMANTS])


def _claimants(event: Event, desk: Desk) -> tuple[str, ...]:
    """Who says so, each once, best report first; who denies it is no claimant."""
    found: dict[str, str] = {}
    for report in event.reports:
        if report.attribution and not denies(report, desk):
            who = shorten(report.attribution.who, CLAIMANT)
            found.setdefault(who.casefold(), who)
    return tuple(found.values())


def denies(report: Report, desk: Desk) -> bool:
    """Whether the report does nothing but deny."""
    verb = report.attribution.verb if report.attribution else ""
    return verb in desk.lexicon(report).denials
