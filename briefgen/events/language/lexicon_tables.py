"""locales/statements.CODE.toml → Statements."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from briefgen.events.language.grammar import Bracket
from briefgen.events.language.lexicon import Statements
from briefgen.events.language.stems import stem_with
from briefgen.knowledge import locale
from briefgen.knowledge.spelling import spelled
from briefgen.knowledge.tables import Table, read_table

__all__ = ["LANGUAGES", "lexicon_of", "load_statements"]

FOLDER = Path(locale.__file__).parent / "locales"
EVERY = "every"
"""The file that holds what is the same in all languages."""
LANGUAGES = tuple(
    sorted(
        code
        for path in FOLDER.glob("statements.*.toml")
        if (code := path.name.split(".")[1]) != EVERY
    )
)
"""ISO 639-1 codes of the languages whose words for statements are known, in order."""
SAMPLES = ("example", "never")
"""Sentences that the tests read."""


def lexicon_of(language: str, default: Statements) -> Statements:
    """The statement words of a document's language; the default where it has none."""
    return load_statements(language) if language in LANGUAGES else default


@cache
def load_statements(language: str) -> Statements:
    """The statement words of a language; English where it has no file of its own.

    Raises KnowledgeError, naming table and key, for a file with a key that is missing or unknown.
    """
    code = language if language in LANGUAGES else "en"
    return _typed(code, _table(code), _table(EVERY))


def _table(code: str) -> Table:
    return read_table(FOLDER / f"statements.{code}.toml", shown=f"statements.{code}.toml")


@lru_cache(maxsize=4096)
def _spelled(word: str, where: str) -> tuple[str, ...]:
    return spelled(word, where)


def _words(table: Table, key: str) -> tuple[str, ...]:
    """The words of a list, with every ending."""
    where = f"{table.file}: {table.place}: {key}"
    return tuple(dict.fromkeys(f for w in table.texts(key) for f in _spelled(w, where)))


def _brackets(table: Table) -> tuple[Bracket, ...]:
    made = []
    for one in table.tables("bracket"):
        form = one.optional("form")
        made.append(
            Bracket(
                auxiliary=frozenset(one.texts("auxiliary")),
                form=re.compile(form) if form else None,
                tense=one.text("tense"),
            )
        )
        one.done()
    return tuple(made)


def _typed(language: str, data: Table, every: Table) -> Statements:
    stem = stem_with(language)
    reporting, happening, tense = (data.table(k) for k in ("reporting", "happening", "tense"))
    background, rhetoric = data.table("background"), data.table("rhetoric")
    headline, anaphora, grammar = (data.table(k) for k in ("headline", "anaphora", "grammar"))
    groups, stop, synonyms = every.table("reporting_groups"), data.table("stop"), _synonyms(data)
    mended = data.table("corrections")
    verbs = {form: base for base in reporting.values for form in _words(reporting, base)}

    def stems(table: Table, key: str) -> frozenset[str]:
        return frozenset(map(stem, _words(table, key)))

    for key in SAMPLES:
        data.asked.add(key)
    statements = Statements(
        language=language,
        verbs=verbs,
        verb_forms=frozenset(verbs),
        plain_verb=groups.text("plain"),
        plain_said=data.text("plain_said"),
        acts=frozenset(groups.texts("act")),
        performing=frozenset(groups.texts("performing")),
        announcing=frozenset(groups.texts("announcing")),
        warnings=frozenset(groups.texts("warning")),
        denials=frozenset(groups.texts("denial")),
        one_sided=frozenset(groups.texts("one_sided")),
        confirmations=frozenset(groups.texts("confirmation")),
        talk=frozenset(groups.texts("talk")),
        stance_stems=stems(happening, "stances"),
        happening=stems(happening, "stems") | stems(tense, "ongoing_stems"),
        done=stems(happening, "stems") | stems(happening, "done_stems"),
        happening_forms=_words(happening, "forms"),
        happening_ending=_words(happening, "endings"),
        nouns=stems(happening, "noun_stems"),
        done_ending=_words(tense, "done_ending"),
        present_form=_words(tense, "present_form"),
        ongoing_stems=stems(tense, "ongoing_stems"),
        never_past=frozenset(_words(tense, "never_past")),
        future=_words(tense, "future"),
        future_ending=_words(tense, "future_ending"),
        brackets=_brackets(tense),
        nominal=tense.text("nominal", "present"),
        unreal=_words(tense, "unreal"),
        opinions=_words(tense, "opinions"),
        nothing=_words(tense, "nothing"),
        desk=_words(rhetoric, "desk"),
        explaining=_words(rhetoric, "explaining"),
        ongoing=_words(tense, "ongoing"),
        **_sets(tense, TENSE),
        **_sets(background, BACKGROUND),
        until_by=background.flag("until_by", False),
        passing=_words(background, "passing"),
        subordinate=_words(background, "subordinate"),
        rhetoric=_words(rhetoric, "phrases"),
        rhetoric_stems=stems(rhetoric, "stems"),
        voice_stems=stems(rhetoric, "voice_stems"),
        verdict_stems=stems(rhetoric, "verdict_stems") | stems(rhetoric, "stems"),
        **_sets(rhetoric, RHETORIC),
        **_sets(headline, HEADLINE),
        indefinite=_words(headline, "indefinite"),
        indefinite_doubtful=_words(headline, "indefinite_doubtful"),
        openers=_words(rhetoric, "openers"),
        arguing=_words(rhetoric, "arguing"),
        musing=_words(rhetoric, "musing"),
        lead_ins=_words(headline, "lead_ins"),
        lead_in_shapes=_words(headline, "lead_in_shapes"),
        tail_verbs=_words(headline, "tail_verbs"),
        beside=headline.flag("beside", False),
        capital_names=headline.flag("capital_names", False),
        on=headline.text("on", ""),
        the=headline.text("the", ""),
        unknown=headline.text("unknown"),
        possessives=_words(headline, "possessives"),
        **_sets(headline, HEADLINE_NAMES),
        anaphora=_words(anaphora, "starts"),
        back=_words(anaphora, "back"),
        hanging=_words(anaphora, "hanging"),
        openers_back=frozenset(_words(anaphora, "openers")),
        of_many=frozenset(_words(anaphora, "many")),
        groups=frozenset(_words(anaphora, "groups")),
        it=anaphora.text("it", ""),
        of_person=frozenset(_words(anaphora, "person")),
        **_sets(anaphora, ANAPHORA),
        stagings=_words(anaphora, "stagings"),
        **_sets(grammar, GRAMMAR),
        attribution_phrases=_words(grammar, "attribution_phrases"),
        postpositions=_words(grammar, "postpositions"),
        backward=_words(grammar, "backward"),
        inversion=grammar.flag("inversion", False),
        verb_second=grammar.flag("verb_second", False),
        signed=grammar.flag("signed", False),
        elisions=_words(grammar, "elisions"),
        adverb_ending=_words(grammar, "adverb_ending"),
        participle_ending=_words(grammar, "participle_ending"),
        present_ending=_words(grammar, "present_ending"),
        past_ending=_words(grammar, "past_ending"),
        past_ending_never=_words(grammar, "past_ending_never"),
        correction_openers=frozenset(_words(mended, "openers")),
        corrections=_corrections(mended),
        correcting=_words(mended, "correcting"),
        failed=_words(tense, "failed"),
        unmet=_words(tense, "unmet"),
        canon={stem(w): stem(base) for base, words in synonyms.items() for w in words},
        stop=frozenset(_words(stop, "words")),
    )
    read = (happening, tense, background, rhetoric, headline, anaphora, grammar, groups, stop)
    for table in (*read, mended, data, every):
        table.done()
    return statements


TENSE = (
    "conditional", "possible", "suppositions", "imperatives", "nobody", "future_in_past", "perfect",
    "pluperfect", "present_be", "infinitive", "past_forms", "participles", "passive", "owed",
    "grants", "by", "by_stops",
)  # fmt: skip
BACKGROUND = (
    "counting", "comparison", "comparing", "than", "rated", "rates", "levels", "account",
    "limiting", "owing", "tried", "trying", "edges", "naming", "instead", "changed", "plans",
)  # fmt: skip
GRAMMAR = (
    "function_words", "noun_before", "introducers", "coordinators", "tail_starts", "adverbs",
    "determiners", "demonstratives", "subordinators", "complementizers", "relatives",
    "as_openers", "media", "citing", "quoting", "negations", "impersonal", "impersonal_in",
    "channels", "subject_stops", "particles", "offices", "about", "time_words",
    "owners",
)  # fmt: skip


ANAPHORA = (
    "charges", "context", "of_claims", "harm", "without", "firms", "organisations", "measures",
    "objects", "humans", "ties", "pairs", "pointing",
)  # fmt: skip
RHETORIC = (
    "voice_phrases", "linking", "addressing", "interjections", "standing", "capable", "anew",
    "usual", "holding", "held", "copulas", "qualifying", "classing", "eventful", "attached",
    "pundits",
)  # fmt: skip
HEADLINE_NAMES = (
    "date_prepositions", "pronouns", "personal", "honorifics", "honorifics_many", "titles",
)  # fmt: skip
HEADLINE = (
    "hype", "hype_adverbs", "kept_after", "vowels", "rubrics", "asking", "indefinite_numbers",
)  # fmt: skip


def _corrections(table: Table) -> tuple[str, ...]:
    """The phrases of a publisher about its own text; every text with every deed."""
    deeds = _words(table, "deeds")
    pairs = (f"{text} {deed}" for text in _words(table, "texts") for deed in deeds)
    return (*_words(table, "phrases"), *pairs)


def _sets(table: Table, keys: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """The lists of a table that are looked up word by word; an absent one is empty."""
    return {key: frozenset(_words(table, key)) for key in keys}


def _synonyms(data: Table) -> Mapping[str, tuple[str, ...]]:
    """Base word → the words that it stands for."""
    table = data.table("synonyms")
    return {base: _words(table, base) for base in table.values}
