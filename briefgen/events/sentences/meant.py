"""A report that opens with a pronoun → whom or what its line names for it."""

from briefgen.events.language.lexicon import Statements
from briefgen.events.language.words import read_wording
from briefgen.events.sentences.antecedents import pronoun_told
from briefgen.events.sentences.full_names import full_name
from briefgen.events.speech.claimants import is_named
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
    if speaker and pronoun.lower in lexicon.personal:
        called, _, aside = speaker.partition(", ")  # "Ida Holm, who leads the board"
        opens = {*lexicon.relatives, *lexicon.determiners, *lexicon.indefinite, *lexicon.titles}
        parted = not aside or aside.split()[0].lower() in opens  # not "the Orm, Aven, yard"
        full = full_name(document, called, report.start, lexicon) if parted else None
        if full or (parted and is_named(called, lexicon)):
            return full or called
    if report.subject is None:
        return None
    if is_named(report.subject, lexicon):
        return report.subject
    return full_name(document, report.subject, report.start, lexicon)
