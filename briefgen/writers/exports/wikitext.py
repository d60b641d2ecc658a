"""Extract → MediaWiki text: the chronology as a list, quotes under each event, sources as notes."""

import re

from briefgen.model.briefing import SourceLine
from briefgen.model.ledger import Ledger, Line
from briefgen.writers.escape import clean, http_url
from briefgen.writers.exports.extract import Extract

__all__ = ["escape_wikitext", "to_wikitext"]

SPECIAL = re.compile(
    r"[&<>\[\]{}|~]"  # entities, tags, links, templates, tables, signatures
    r"|__+|''+|^'|'$"  # magic words; italics, also where ours stand beside it
    r"|(?<=[A-Za-z]):(?=\S)"  # what makes an address a link
)
"""All that starts or ends markup within a line. None of our lines begins with a source's words."""
MAGIC = re.compile(r"\b(RFC|PMID|ISBN)\s+(?=\d)", re.IGNORECASE)
"""Words that become links by themselves before a number."""


def to_wikitext(extract: Extract) -> bytes:
    """A page for any MediaWiki, of plain markup alone: no template, no extension but references."""
    ledger = extract.ledger
    words = ledger.words
    parts = [
        f"= {escape_wikitext(ledger.title)} =",
        " ".join(map(escape_wikitext, (ledger.date_label + ".", ledger.cutoff_label + "."))),
    ]
    if ledger.note:
        parts.append(f"''{escape_wikitext(ledger.note)}''")
    parts.append(f"== {escape_wikitext(ledger.heading)} ==")
    parts.append(_list(ledger.lines, ledger, dated=True) or escape_wikitext(words["no_events"]))
    if ledger.undated:
        parts.append(f"== {escape_wikitext(words['undated'])} ==")
        parts.append(escape_wikitext(words["undated_note"]))
        parts.append(_list(ledger.undated, ledger, dated=False))
    parts.append(f"== {escape_wikitext(words['sources'])} ==")
    parts.append(_sources(ledger))
    if ledger.notices:
        parts.append(f"== {escape_wikitext(words['notices'])} ==")
        parts.append("\n".join(f"* {escape_wikitext(n.message)}" for n in ledger.notices))
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def escape_wikitext(text: str) -> str:
    """One line of MediaWiki text that shows as the text itself: what is special as an entity."""
    line = " ".join(clean(text).split())
    line = SPECIAL.sub(lambda match: "".join(f"&#{ord(sign)};" for sign in match[0]), line)
    return MAGIC.sub(lambda match: f"{match[1]}&#32;", line)


def _list(lines: tuple[Line, ...], ledger: Ledger, *, dated: bool) -> str:
    return "\n".join(_item(line, ledger, dated=dated) for line in lines)


def _item(line: Line, ledger: Ledger, *, dated: bool) -> str:
    entry = line.entry
    when = f"'''{escape_wikitext(entry.when)}''' – " if dated else ""
    about = (*line.about, entry.theater) if entry.theater else line.about
    head = f'* <span id="{entry.anchor}"></span>{when}{escape_wikitext(entry.headline)}'
    rows = [f"{head} (''{escape_wikitext(', '.join(about))}'')"]
    for proof in entry.evidence:
        who = f" ({escape_wikitext(proof.claimant)})" if proof.claimant else ""
        cited = f"[[#s{proof.source}|{proof.source}]]"
        rows.append(f"** {ledger.quoted(escape_wikitext(proof.quote))}{who} {cited}")
    return "\n".join(rows)


def _sources(ledger: Ledger) -> str:
    return "\n".join(_source(source) for source in ledger.sources)


def _source(source: SourceLine) -> str:
    url = http_url(source.url)
    title = escape_wikitext(source.title)
    linked = f"[{_address(url)} {title}]" if url else title
    named = f"{source.publisher}, " if source.publisher else ""
    rest = escape_wikitext(f"{named}{source.when}. {source.path}")
    return f'# <span id="{source.anchor}"></span>{linked}. {rest}'


def _address(url: str) -> str:
    """An address in which no markup starts: what wikitext reads is percent-encoded."""
    encoded = re.sub(r"""[\[\]'{}|<>"~_\\*]""", lambda match: f"%{ord(match[0]):02X}", url)
    return encoded.replace("&", "&amp;")
