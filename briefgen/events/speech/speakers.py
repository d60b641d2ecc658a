"""The words around a verb of saying → who speaks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.tenses import finite_in, finite_words
from briefgen.events.language.words import Word, Wording

__all__ = [
    "CLAUSE_END",
    "Saying",
    "is_subject",
    "shared_subject",
    "subject_after",
    "subject_start",
    "without_auxiliaries",
]

CLAUSE_END = re.compile(r",\s|;\s|:\s|[.!?][”\"»]?\s*$|\s[-—–]\s|[“”«»\"]")
_BREAK = re.compile(r"[,;:]\s+|\s[—–]\s|”\s*|»\s*")
SUBJECT_WORDS = 16
"""A subject of more words than this, asides not counted, is a clause and no subject."""
CHANNEL_WORDS = 6
"""How many words after a verb may say where it was said, before its subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A verb of saying with its subject and what is said; offsets in the document."""

    verb: str
    """Base form: ``say``, ``claim``."""
    said: str
    """As it stands in the text."""
    who: tuple[int, int]
    content: tuple[int, int]
    at: int
    """Where the verb starts."""
    through: tuple[int, int] | None = None
    """Who passes it on, where that is another."""
    carried: bool = False
    """Whether it is wholly quoted, and who speaks stands in another sentence."""
    staged: bool = False
    """Whether the rest of its sentence only stages it: "dropped a bombshell, revealing that"."""


def subject_start(wording: Wording, at: int, lexicon: Statements) -> int:
    """Where the subject before a verb starts: after introductory phrases and their commas."""
    start = wording.start
    for match in _BREAK.finditer(wording.text, wording.start, at):
        opening = wording.text[start : match.start()].lower().strip()
        first, _, rest = opening.partition(" ")
        led = (
            first.endswith(lexicon.participle_ending) and rest[:1].islower()
        )  # "Speaking in Orm, "
        led = led or opening.startswith(tuple(f"{p} " for p in lexicon.attribution_phrases))
        led = led or all(w in lexicon.time_words or w.isdigit() for w in opening.split())
        if not led and opening not in lexicon.lead_ins and first not in lexicon.introducers:
            break
        start = match.end()
    words = wording.within((start, at))
    bare = lexicon.adverbs - lexicon.introducers | lexicon.joints
    ahead = next((n for n, w in enumerate(words) if w.lower not in bare), 0)
    ahead = ahead or _behind_time(words, lexicon)
    return words[ahead].start if ahead else start


def _behind_time(words: Sequence[Word], lexicon: Statements) -> int:
    """Index of the article behind a phrase without a comma: "Late on Monday *the* authority"."""
    if not words or words[0].lower not in lexicon.introducers | lexicon.date_prepositions:
        return 0
    tied = lexicon.function_words | lexicon.date_prepositions | lexicon.introducers
    return next(
        (
            at
            for at in range(len(words) - 1, 0, -1)
            if words[at].lower in lexicon.determiners and words[at - 1].lower not in tied
        ),
        0,
    )


def without_auxiliaries(
    wording: Wording, span: tuple[int, int], lexicon: Statements
) -> tuple[int, int]:
    """A subject without what belongs to its verb: "X has repeatedly" called for."""
    words = wording.within(span)
    auxiliary = lexicon.perfect | lexicon.pluperfect | lexicon.passive | lexicon.adverbs
    kept = len(words)
    while kept > 1:
        last = words[kept - 1]
        if last.lower in auxiliary or (
            last.lower.endswith(lexicon.adverb_ending) and _is_plain(last)
        ):
            kept -= 1
            continue
        timed = _time_behind(words[:kept], lexicon)
        if timed == kept:
            break
        kept = timed
    return wording.trim(span[0], words[kept].start) if kept < len(words) else span


def _is_plain(word: Word) -> bool:
    """Whether a word is no name: "Mr. Ridley" is not how he does it."""
    return not word.text[:1].isupper()


def _time_behind(words: Sequence[Word], lexicon: Statements) -> int:
    """How many words are left of a subject without a time at its end: "the board *on June 18*"."""
    at = len(words)
    while at > 1 and (words[at - 1].text.isdigit() or words[at - 1].lower in lexicon.time_words):
        at -= 1
    if at == len(words):
        return at
    if words[at - 1].lower in lexicon.date_prepositions | lexicon.introducers and at > 1:
        return at - 1
    return at if words[at].lower in lexicon.time_words else len(words)


def shared_subject(wording: Wording, span: tuple[int, int], lexicon: Statements) -> tuple[int, int]:
    """The subject of "X did not give a number but" said: what stands before its first verb.

    A deed that was done is no part of what X says, so of "X sank it and" said nothing is made.
    """
    words = wording.within(span)
    if not words or words[-1].lower not in lexicon.joints:
        return span
    verb = main_finite(wording, span, lexicon)
    after = [w for w in words if verb is not None and w.start > verb.start][:1]
    if verb is None or not after or after[0].lower not in lexicon.negations:
        return span
    return wording.trim(span[0], verb.start)


def main_finite(wording: Wording, span: tuple[int, int], lexicon: Statements) -> Word | None:
    """The first finite verb of a span that no subordinate clause takes."""
    finite = {w.start for w, _ in finite_words(wording, span, lexicon)}
    opened, clause = 0, span[0]
    for word in wording.within(span):
        if "," in wording.text[clause : word.start] and opened:
            opened = 0  # "X, which leads Y, went": the comma ends the clause
        if word.lower in lexicon.subordinators:
            opened, clause = 1, word.end
        elif word.start in finite and not opened:
            return word
    return None


def is_subject(wording: Wording, span: tuple[int, int], lexicon: Statements) -> bool:
    """Whether words may be who speaks: no clause, no plan, no bare noun of happening."""
    who = wording.text[span[0] : span[1]]
    asides = who.count(",")
    if not any(c.isalpha() for c in who) or len(who.split()) > SUBJECT_WORDS + 10 * asides:
        return False
    relatives = lexicon.relatives - lexicon.function_words - {*lexicon.determiners}
    if who.lower().split()[0] in lexicon.conditional | lexicon.introducers | relatives:
        return False
    head = who.split(",")[0]
    words = head.lower().split()
    if any(word in lexicon.future for word in words) or words[-1] in lexicon.subordinate:
        return False
    if who.lower().split()[-1] in lexicon.joints:
        return False  # "The board met and" said
    if len(words) == 1 and lexicon.stem(words[0]) in lexicon.nouns:
        return False  # "Shots reported near the pier"
    return finite_in(wording, (span[0], span[0] + len(head)), lexicon) is None


def subject_after(
    wording: Wording, verb: str, at: int, lexicon: Statements
) -> tuple[int, int] | None:
    """The subject that follows a verb of saying which ends at an offset: "sagte X am Montag".

    A place of speech before it is skipped ("повідомив у Telegram X"); of a form without a subject
    the preposition is ("повідомили в ДСНС"). None where no subject stands there.
    """
    stop = CLAUSE_END.search(wording.text, at, wording.end)
    end = stop.start() if stop else wording.end
    words = [w for w in wording.within((at, end)) if not w.quoted]
    if words and verb in lexicon.impersonal and words[0].lower in lexicon.impersonal_in:
        words = words[1:]
    else:
        words = _after_channel(words, lexicon)
    kept: list[Word] = []
    for word in words:
        if word.text.isdigit() or (
            kept and word.lower in lexicon.subject_stops | lexicon.particles
        ):
            break
        kept.append(word)
    if not kept or kept[0].lower in {*lexicon.subject_stops, *lexicon.introducers}:
        return None
    if finite_in(wording, (kept[0].start, kept[-1].end), lexicon) is not None:
        return None
    return kept[0].start, kept[-1].end


def _after_channel(words: list[Word], lexicon: Statements) -> list[Word]:
    """The words behind where something was said: "у своєму Telegram-каналі"."""
    if not words or words[0].lower not in lexicon.subject_stops:
        return words
    told = [n for n, w in enumerate(words[:CHANNEL_WORDS]) if w.lower in lexicon.channels]
    return words[told[-1] + 1 :] if told else words
