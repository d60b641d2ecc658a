"""A report that opens with a pronoun → whom or what its line names for it."""

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import Word, Wording, read_wording
from briefgen.events.sentences.antecedents import pronoun_told
from briefgen.events.sentences.full_names import full_name
from briefgen.events.sentences.names import is_person
from briefgen.events.speech.claimants import is_named
from briefgen.events.speech.sayings import find_saying
from briefgen.model import Document, Report

__all__ = ["meant"]


def meant(report: Report, document: Document, lexicon: Statements) -> str | None:
    """What a leading pronoun means: a person, who speaks; else the subject before.

    "She" is never an office: where neither is a person or a ship by name, nothing is put in.
    """
    wording = read_wording(report.quote, 0, len(report.quote), elisions=lexicon.elisions)
    pronoun = pronoun_told(wording, 0, lexicon)
    if pronoun is None or pronoun.lower not in lexicon.of_person:
        return report.subject
    speaker = report.attribution.who if report.attribution else None
    told_of = _is_told_of(pronoun, wording, lexicon)
    if speaker and pronoun.lower in lexicon.personal and not told_of:
        who = _speaker(speaker, report, document, lexicon)
        if who is not None:
            return who
    if report.subject is None or (told_of and speaker and _same(report.subject, speaker)):
        return None
    if is_named(report.subject, lexicon):
        return report.subject
    full = full_name(document, report.subject, report.start, lexicon)
    if full is None and is_person(document, report.subject, report.start, lexicon):
        return report.subject
    return full


def _is_told_of(pronoun: Word, wording: Wording, lexicon: Statements) -> bool:
    """Whether somebody else by name tells of whom a pronoun means: "He left, Holm said"."""
    saying = find_saying(wording, lexicon)
    if saying is None or saying.who[0] <= pronoun.start < saying.who[1]:
        return False
    who = wording.text[slice(*saying.who)].lower()
    return saying.content[0] <= pronoun.start < saying.content[1] and who not in lexicon.pronouns


def _same(name: str, speaker: str) -> bool:
    """Whether a name and a speaker end alike: "Holm" and "Captain Ida Holm"."""
    return name.rsplit(maxsplit=1)[-1] == speaker.partition(",")[0].split()[-1]


def _speaker(speaker: str, report: Report, document: Document, lexicon: Statements) -> str | None:
    """Who speaks, without what is told beside the name; None where that is nobody alone."""
    called, _, aside = speaker.partition(", ")  # "Ida Holm, who leads the board"
    opens = {*lexicon.relatives, *lexicon.determiners, *lexicon.indefinite, *lexicon.titles}
    if aside and aside.split()[0].lower() not in opens:  # "the Orm, Aven, yard"
        return None
    full = full_name(document, called, report.start, lexicon)
    known = is_named(called, lexicon) or _is_office(called, lexicon)
    return full or (called if known else None)


def _is_office(who: str, lexicon: Statements) -> bool:
    """Whether somebody speaks by an office alone: "a spokesman", "the harbour master"."""
    words = [word.lower() for word in who.split()]
    known = words[0] in {*lexicon.determiners, *lexicon.indefinite}
    return known and any(word in lexicon.titles | lexicon.humans for word in words)
