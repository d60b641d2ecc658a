"""A line and its article → Edits that put in what its names are short for.

An article names somebody in full once ("Harbour Master Ida Holm") and then by a surname; an office
too ("Aven's trade ministry", then "the ministry"). A line stands alone, so what is missing of the
first name is put before or behind the second, in square brackets and word for word: "[Harbour
Master Ida] Holm said", "the ministry [Aven's trade ministry] said". Nothing is put in where the
article leaves it open: two full names that end alike, a name that stands alone before.
"""

import re
from collections.abc import Iterator, Sequence

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import Word, Wording
from briefgen.events.sentences.calendar import Edit
from briefgen.events.sentences.firms import firm_edits
from briefgen.events.sentences.which import which_edits
from briefgen.model import Document

__all__ = ["full_name", "full_names"]

REACH = 12_000
"""Characters before a line within which a full name is looked for."""
MOST = 2
"""Names of one line that are told in full."""
LONGEST = 6
"""Words of a full name before its last one, at most."""
SHORTEST = 3
"""Letters of a surname."""
NEAR = 2_000
"""Characters before a line within which "the ministry" has its full name."""
_RUN = re.compile(r"(?:[^\W\d_][\w’'.&-]*\s)*$")
"""The words right before an offset, parted by single spaces."""
_COMMA = re.compile(r"\.?,")
_NEXT = re.compile(r"(?: [^\W\d_a-zß-öø-ÿ][\w-]*)+")


def full_names(document: Document, wording: Wording, lexicon: Statements) -> list[Edit]:
    """The edits of a line, none in a language whose names are inflected or not told by capitals."""
    if not lexicon.capital_names:
        return []
    edits = list(firm_edits(document, wording, lexicon))
    edits = edits or list(_offices(document, wording, lexicon))
    edits += [
        e for e in which_edits(document, wording, lexicon) if all(e.start != o.start for o in edits)
    ]
    seen: set[str] = set()
    for at, word in enumerate(wording.words):
        name = lexicon.bare(word.text)
        if name in seen or not _stands_alone(wording, at, lexicon):
            continue
        honoured = at > 0 and wording.words[at - 1].lower in lexicon.honorifics
        front, back = _around(document, name, wording.start, lexicon, person=honoured)
        if honoured or _explained(wording, at, lexicon):
            front = _given(front, lexicon)
        if front:
            edits.append(Edit(start=word.start, end=word.start, put=f"[{front}] "))
        if back:
            end = word.start + len(name)
            edits.append(Edit(start=end, end=end, put=f" [{back}]"))
        if front or back:
            seen.add(name)
        if len(seen) == MOST:
            break
    return edits


def _is_of_many(wording: Wording, at: int, lexicon: Statements) -> bool:
    """Whether a name is one of "Messrs. Rook and Holm"."""
    for word in reversed(wording.words[:at]):
        if word.lower in lexicon.honorifics_many:
            return True
        if not (word.text[:1].isupper() or word.lower in lexicon.coordinators):
            return False
    return False


def _explained(wording: Wording, at: int, lexicon: Statements) -> bool:
    """Whether a line tells the office of a name: "attorney Holm", "Holm, the harbour master"."""
    before = wording.words[at - 1].lower if at else ""
    word = wording.words[at]
    behind = wording.text[word.start + len(lexicon.bare(word.text)) : wording.end]
    return before in lexicon.titles or _office_told(behind, lexicon)


def _given(front: str, lexicon: Statements) -> str:
    """What stands before a surname, without an office: "Harbour Master *Ida*"."""
    words = front.split(" ")
    offices = lexicon.titles | lexicon.honorifics
    last = max((n for n, w in enumerate(words, 1) if w.rstrip(".").lower() in offices), default=0)
    return " ".join(words[last:])


def _stands_alone(wording: Wording, at: int, lexicon: Statements) -> bool:
    """Whether a word may be a surname: in capitals, with no other name beside it."""
    words = wording.words
    word, name = words[at], lexicon.bare(words[at].text)
    if (
        word.quoted
        or len(name) < SHORTEST
        or not name.replace("-", "").isalpha()
        or not _is_name(word.text)
        or _is_of_many(wording, at, lexicon)
    ):
        return False
    plain = lexicon.function_words | lexicon.pronouns | lexicon.time_words | lexicon.introducers
    if lexicon.bare(word.lower) in plain | lexicon.nobody | lexicon.adverbs:
        return False
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    if before is not None and _touch(wording, before, word):
        opens = at == 1 and before.lower in plain | lexicon.coordinators
        honoured = before.lower.rstrip(".") in lexicon.honorifics
        named = _is_name(before.text) and not (opens or honoured)
        if named or before.lower in {*lexicon.determiners, *lexicon.indefinite}:
            return False
    return after is None or not (_touch(wording, word, after) and _is_name(after.text))


def _touch(wording: Wording, left: Word, right: Word) -> bool:
    """Whether nothing but a blank, or the stop of an abbreviation, parts two words."""
    return wording.text[left.end : right.start] in {" ", ". "}


def _is_name(text: str) -> bool:
    """Whether a word is written as names are, and is no abbreviation in capitals."""
    return text[:1].isupper() and not text.isupper()


def full_name(document: Document, name: str, before: int, lexicon: Statements) -> str | None:
    """The full name of a person whom an article calls by a surname, None where it is not sure."""
    if not lexicon.capital_names or not name.replace("-", "").isalpha() or not _is_name(name):
        return None
    front, back = _around(document, name, before, lexicon)
    return " ".join(filter(None, (front, name, back))) if front or back else None


def _around(
    document: Document, name: str, before: int, lexicon: Statements, *, person: bool = False
) -> tuple[str, str]:
    """What stands before and behind a surname where the article names its bearer in full.

    Both empty where that is not sure: a name that stands alone first, or two that end alike.
    """
    text = document.text
    found: list[tuple[str, str]] = []
    for start, end in _told(document, before):
        for match in re.finditer(rf"(?<![\w’'-]){name}(?![\w-])", text[start:end]):
            here, there = start + match.start(), start + match.end()
            full = _before(text, start, here, lexicon), _behind(text, there)
            if full[1] and not _titled(text, start, here, lexicon):
                return "", ""  # "Ford Motor": no surname
            if not any(full):
                if not found:
                    return "", ""
                continue
            found.append(full)
            person = person or bool(full[1]) or _is_person(text, full[0], there, lexicon)
    sure = [full for full in found if not _only_honours(full, lexicon)]
    given = {(front.split(" ")[-1], back) for front, back in sure}
    if not person or len(given) != 1 or found[0] != sure[0]:
        return "", ""
    return sure[0]


def _only_honours(full: tuple[str, str], lexicon: Statements) -> bool:
    """Whether a name has no more than a "Mr" in front."""
    return not full[1] and full[0].split(" ")[-1].rstrip(".").lower() in lexicon.honorifics


def _titled(text: str, start: int, at: int, lexicon: Statements) -> bool:
    """Whether a title stands right before a name: "spokesman Lin Jian"."""
    run = _RUN.search(text, start, at)
    words = run[0].split() if run else []
    return bool(words) and words[-1].rstrip(".").lower() in lexicon.titles | lexicon.honorifics


def _behind(text: str, at: int) -> str:
    """The one word in capitals right behind a name: "Lin *Jian*"; all, where there are more."""
    match = _NEXT.match(text, at)
    return match[0].strip() if match else ""


def _told(document: Document, before: int) -> Sequence[tuple[int, int]]:
    """The stretches of an article's text before an offset, its title and headings left out."""
    return [
        (max(b.start, before - REACH), min(b.end, before))
        for b in document.blocks
        if not b.kind.announces and b.start < before and b.end > before - REACH
    ]


def _before(text: str, start: int, at: int, lexicon: Statements) -> str:
    """The words in capitals right before an offset, what only opens the sentence left out."""
    run = _RUN.search(text, start, at)
    words = run[0].split() if run else []
    front: list[str] = []
    for word in reversed(words):
        if not word[:1].isupper():
            break
        front.insert(0, word)
        if len(front) == LONGEST:
            break
    opening = (
        lexicon.function_words | lexicon.introducers | lexicon.adverbs | lexicon.coordinators
        | lexicon.subordinators | lexicon.time_words | {*lexicon.lead_ins, *lexicon.determiners}
    )  # fmt: skip
    while front and front[0].lower() in opening:
        front = front[1:]
    return " ".join(front)


def _is_person(text: str, front: str, end: int, lexicon: Statements) -> bool:
    """Whether a full name is a person's: a title, an age, an office behind it, or it speaks."""
    if any(w.rstrip(".").lower() in lexicon.titles | lexicon.honorifics for w in front.split()):
        return True
    behind = text[end : end + 40]
    if re.match(r",\s\d\d\b", behind):
        return True
    first = re.match(r"(,?)\s+([^\W\d_]+)", behind)
    if first is None:
        return False
    if first[1]:
        told = first[2].lower() in lexicon.titles | {"who"} or _office_told(behind, lexicon)
        return told and len(front.split()) < LONGEST
    return first[2].lower() in lexicon.verbs and len(front.split()) == 1


def _office_told(behind: str, lexicon: Statements) -> bool:
    """Whether an office stands beside a name: ", the foreign minister of Aven"."""
    aside = re.match(r",\s([^,;.:()]+)", behind)
    words = aside[1].lower().split() if aside else []
    if not words or words[0] not in {*lexicon.determiners, *lexicon.indefinite}:
        return False
    ends = (n for n, w in enumerate(words) if n and w in lexicon.function_words)
    return any(w in lexicon.titles | lexicon.humans for w in words[: next(ends, len(words))])


def _offices(document: Document, wording: Wording, lexicon: Statements) -> Iterator[Edit]:
    """What "the ministry" at the head of a line is short for, where one is named before."""
    words = wording.words[:3]
    if len(words) < 3 or words[0].lower not in lexicon.determiners or words[1].quoted:
        return
    noun, after = words[1], words[2]
    if not noun.text.islower() or noun.lower not in lexicon.groups | lexicon.titles:
        return
    ends = wording.text[noun.end : after.start] != " " or after.lower in lexicon.verbs
    ends = ends or after.lower in lexicon.perfect | lexicon.pluperfect | lexicon.adverbs
    if not ends:
        return
    found: dict[str, None] = {}
    for start, end in _told(document, wording.start):
        lowest = max(start, wording.start - NEAR)
        for match in re.finditer(rf"(?<![\w’'-]){noun.lower}(?![\w-])", document.text[lowest:end]):
            front = _with_adjectives(document.text, lowest, lowest + match.start(), lexicon)
            if front:
                found[f"{front} {noun.text}"] = None
    if len(found) == 1:
        full = next(iter(found))
        front = full.removesuffix(f" {noun.text}")
        if any(lexicon.bare(w) != w for w in front.split()):  # "the ministry [Aven's ministry]"
            yield Edit(start=noun.end, end=noun.end, put=f" [{full}]")
        else:
            yield Edit(start=noun.start, end=noun.start, put=f"[{front}] ")


def _with_adjectives(text: str, start: int, at: int, lexicon: Statements) -> str:
    """The words right before a noun from the first one in capitals on: "Aven's trade"."""
    run = _RUN.search(text, start, at)
    words = run[0].split() if run else []
    front: list[str] = []
    for word in reversed(words[-LONGEST:]):
        if word.lower() in lexicon.function_words | lexicon.introducers | set(lexicon.determiners):
            break
        front.insert(0, word)
    while front and not front[0][:1].isupper():
        front = front[1:]
    return " ".join(front)
