"""A line about a firm that it does not name → the Edits that say which one its article tells of.

"The airline [Marlin Air] cut nine flights", "[Marlin Air’s] sales rose 8%".
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefgen.events.language.datelines import after_dateline
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import Word, Wording, read_wording
from briefgen.events.sentences.calendar import Edit
from briefgen.events.sentences.subjects import (
    before_verb,
    behind_opening,
    is_name,
    is_tie,
    names_in,
)
from briefgen.events.speech.sayings import find_saying
from briefgen.model import Document, Sentence

__all__ = ["firm_edits"]

LONGEST = 6
"""Words of a firm's name, at most."""
WINDOW = 60
"""Sentences before a line that are asked which firm their article is about."""
AROUND = 20_000
"""Characters on each side of a name within which the text may show that it is a common word."""
REACH = 6
"""Sentences before a line of which each may only go on about one firm."""


def firm_edits(document: Document, wording: Wording, lexicon: Statements) -> Iterator[Edit]:
    """The edits of a line: of "the company", or of "sales" that are nobody's."""
    noun = _unnamed_firm(wording, lexicon)
    if noun is not None:
        name = _only_firm(document, wording, lexicon) or _main_firm(document, wording, lexicon)
        if name and name.split()[0] not in {*_texts(wording, lexicon)}:
            yield Edit(start=noun.end, end=noun.end, put=f" [{name}]")
        return
    first = _measured(wording, lexicon)
    if first is None:
        return
    name = _owner(document, wording, lexicon)
    known = name is not None and name.split()[0] in {*_texts(wording, lexicon)}
    if name is not None and lexicon.possessives and not known:
        ending = lexicon.possessives[0][: 1 if name.endswith("s") else None]
        start = first.text[0].lower()
        yield Edit(start=first.start, end=first.start + 1, put=f"[{name}{ending}] {start}")


def _texts(wording: Wording, lexicon: Statements) -> Iterator[str]:
    """The words of a line, and those of its owners without their endings."""
    for word in wording.words:
        yield from (word.text, lexicon.bare(word.text))


def _measured(wording: Wording, lexicon: Statements) -> Word | None:
    """The first word of a subject that counts what nobody by name has: "Pretax profit"."""
    start = behind_opening(wording, lexicon)
    words = before_verb(wording, start, lexicon)
    if any(is_name(w, lexicon) for w in wording.within((wording.start, start))):
        return None  # "At Orm Marine, profit fell"
    if not words or not any(w.lower in lexicon.measures for w in words):
        return None
    owned = {*lexicon.determiners, *lexicon.indefinite, *lexicon.owners} | lexicon.demonstratives
    first = words[0]
    tied = first.lower in owned | lexicon.function_words | lexicon.context | lexicon.pronouns
    tied = tied or first.lower in lexicon.introducers
    whose = any(lexicon.bare(w.text) != w.text for w in words)
    whose = whose or "," in wording.text[words[0].start : words[-1].end]
    named = _is_proper(first, wording) or any(is_name(w, lexicon) for w in words[1:])
    if tied or whose or named or first.quoted or not first.text[0].isalpha():
        return None
    return None if find_saying(wording, lexicon) else first


def _is_proper(first: Word, wording: Wording) -> bool:
    """Whether the text has a word in capitals where no sentence opens."""
    inside = re.compile(rf"[a-zß-öø-ÿ,] {re.escape(first.text)}(?![\w-])")
    return first.text[:1].isupper() and inside.search(wording.text) is not None


def _owner(document: Document, wording: Wording, lexicon: Statements) -> str | None:
    """Whose sales a line counts: the firm that the sentences before it are about."""
    name = _last_firm(document, wording, lexicon)
    if name is None:
        name = _only_firm(document, wording, lexicon)
        before = _before(document, wording)[-1:]
        told = _read(document, before[0], lexicon) if before else wording
        others = any(is_name(word, lexicon) for word in told.words[1:])
        if name is None or (others and name.split()[0] not in {*_texts(told, lexicon)}):
            return None
    return None if _is_public(name, lexicon) else name


def _main_firm(document: Document, wording: Wording, lexicon: Statements) -> str | None:
    """The firm that the sentences before a line are about, where the article opens with it."""
    name = _last_firm(document, wording, lexicon)
    for sentence in document.sentences:
        if sentence.kind.announces or name is None:
            continue
        first = _subject_name(document, _read(document, sentence, lexicon), lexicon)
        if first is not None:
            same = first.split()[0] == name.split()[0]
            return first if same and not _is_public(first, lexicon) else None
    return None


def _last_firm(document: Document, wording: Wording, lexicon: Statements) -> str | None:
    """The firm that is the subject of a sentence before a line, where the others go on about it."""
    for sentence in reversed(_before(document, wording)[-REACH:]):
        told = _read(document, sentence, lexicon)
        name = _subject_name(document, told, lexicon)
        if name is not None:
            return name
        if not _goes_on(told, lexicon):
            return None
    return None


def _goes_on(wording: Wording, lexicon: Statements) -> bool:
    """Whether a sentence is about the firm of the one before: "Its …", "Sales …", "The firm …"."""
    words = wording.words[:1]
    if not words or words[0].lower in lexicon.openers_back:
        return bool(words)
    subject = before_verb(wording, wording.start, lexicon)
    firm = len(subject) > 1 and words[0].lower in lexicon.determiners
    if firm and lexicon.bare(subject[-1].lower) in lexicon.firms:
        return True
    return _measured(wording, lexicon) is not None


def _is_public(name: str, lexicon: Statements) -> bool:
    """Whether a name is that of an office, which tells the sales of others."""
    return name.rsplit(maxsplit=1)[-1].lower() in lexicon.groups - lexicon.firms


def _only_firm(document: Document, wording: Wording, lexicon: Statements) -> str | None:
    """The name of the firm that an article is about before a line, where it is one alone."""
    firms: dict[str, str] = {}
    others: set[str] = set()
    for sentence in _before(document, wording):
        told = _read(document, sentence, lexicon)
        name = _subject_name(document, told, lexicon)
        if name is not None:
            firms.setdefault(name.split()[0], name)
        others.update(_called(told, lexicon))
    return next(iter(firms.values())) if len({*firms, *others}) == 1 == len(firms) else None


def _called(wording: Wording, lexicon: Statements) -> Iterator[str]:
    """The first words of other names of firms: "another yard, *Orm* Marine", "*Lind* Co. said".

    A name that tells where or of what somebody is, "an analyst at Kaldra Corp.", is left out.
    """
    for word, after in pairwise(wording.words):
        touch = wording.text[word.end : after.start] in {" ", ", "}
        if touch and word.lower in lexicon.firms and is_name(after, lexicon):
            yield lexicon.bare(after.text)
    suffixes = lexicon.organisations - lexicon.groups
    for before, run in names_in(wording, lexicon):
        ends = lexicon.bare(run[-1].lower).rstrip(".") in suffixes and len(run) > 1
        if ends and (before is None or not is_tie(before, lexicon)):
            yield lexicon.bare(run[0].text)


def _before(document: Document, wording: Wording) -> Sequence[Sentence]:
    """The last sentences before a line, those left out that only announce."""
    end = bisect_right(document.sentences, wording.start, key=lambda s: s.end)
    near = document.sentences[max(0, end - WINDOW) : end]
    return [sentence for sentence in near if not sentence.kind.announces]


def _read(document: Document, sentence: Sentence, lexicon: Statements) -> Wording:
    start = after_dateline(document.text, sentence.start, sentence.end)
    return read_wording(document.text, start, sentence.end, elisions=lexicon.elisions)


def _unnamed_firm(wording: Wording, lexicon: Statements) -> Word | None:
    """The first "the company", or "the Orm company", of a line; None where a name stands before."""
    words = wording.words
    for at, word in enumerate(words):
        if word.quoted:
            return None
        if word.lower in lexicon.determiners:
            noun = next((w for w in words[at + 1 :] if not _tells_where(w)), word)
            if noun is not word and lexicon.bare(noun.lower) in lexicon.firms:
                return None if noun.quoted else noun
        elif at and word.text[:1].isupper() and word.lower not in lexicon.time_words:
            return None
    return None


def _tells_where(word: Word) -> bool:
    """Whether a word before a noun is a place: "the *Orm* yard", "the *Orm-based* yard"."""
    return word.text[:1].isupper()


def _subject_name(document: Document, wording: Wording, lexicon: Statements) -> str | None:
    """The subject of a sentence, or its owner, where it is a name alone and no person's."""
    start = behind_opening(wording, lexicon)
    subject = _headed(wording, start, lexicon)
    if not subject:
        subject = _named_part(wording, before_verb(wording, start, lexicon), lexicon)
    words = [w for w in subject if w.lower not in lexicon.adverbs]
    plain = lexicon.pronouns | lexicon.function_words | lexicon.introducers | lexicon.time_words
    plain |= lexicon.measures | lexicon.adverbs | {*lexicon.lead_ins}
    named = 0 < len(words) <= LONGEST and all(w.text[:1].isupper() for w in words)
    if not named or lexicon.bare(words[0].lower) in plain:
        return None
    called = {w.lower for w in words} & (lexicon.titles | lexicon.honorifics)
    if called or _is_common(document, words, lexicon):
        return None
    last = words[-1]
    stop = wording.text.startswith(".", last.end) and last.end + 1 < wording.end
    return lexicon.bare(wording.text[words[0].start : last.end + stop])


def _headed(wording: Wording, start: int, lexicon: Statements) -> Sequence[Word]:
    """A name at the head of a sentence, where a clause beside it follows: "Orm Marine, which …"."""
    words = wording.within((start, wording.end))
    for at, (word, after) in enumerate(pairwise(words), start=1):
        between = wording.text[word.end : after.start]
        if not word.text[:1].isupper():
            return ()
        if between in {", ", "., "}:
            return words[:at] if after.lower in lexicon.relatives else ()
        if between not in {" ", ". "}:
            return ()
    return ()


def _named_part(wording: Wording, words: Sequence[Word], lexicon: Statements) -> Sequence[Word]:
    """A subject up to what is said beside it, or up to its owner's end: "Holm’s | yard"."""
    beside = {*lexicon.determiners, *lexicon.indefinite, *lexicon.relatives}
    for at, (word, after) in enumerate(pairwise(words), start=1):
        if lexicon.bare(word.text) != word.text and not after.text[:1].isupper():
            return words[:at]  # no "Holm’s Inc."
        if "," in wording.text[word.end : after.start]:
            aside = after.lower in beside or after.lower.endswith(lexicon.participle_ending)
            return words[:at] if aside else ()
    return words


def _is_common(document: Document, words: Sequence[Word], lexicon: Statements) -> bool:
    """Whether one word has its capital only because it opens a sentence, or is a surname.

    The text then has it without, or behind a given name.
    """
    if len(words) > 1:
        return False
    name = lexicon.bare(words[0].text)
    common = rf"(?<![\w’'-]){re.escape(name.lower())}(?![\w-])"
    surname = rf"(?<=[\w.] )[^\W\d_a-zß-öø-ÿ][\w-]+ {re.escape(name)}(?![\w-])(?! [A-Z])"
    at = words[0].start
    text = document.text[max(0, at - AROUND) : at + AROUND]
    if re.search(f"{common}|{surname}", text) is not None:
        return True
    plural = name.lower().endswith(lexicon.present_ending)
    inside = rf"[a-zß-öø-ÿ,] {re.escape(name)}(?![\w-])|(?<![\w-]){re.escape(name)}(?:[’']| [A-Z])"
    return plural and re.search(inside, text) is None
