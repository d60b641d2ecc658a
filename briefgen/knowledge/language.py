"""Text → ISO 639-1 code of its language, "und" where it cannot be told."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["UNKNOWN", "detect_language", "normal_code"]

UNKNOWN = "und"
SAMPLE = 20_000
"""Characters looked at."""
SHORT = 8
"""Words below which a text is too short to tell for sure; the default is then believed sooner."""
LIKELY = 0.25
"""Probability from which a text counts as in a language."""
SURE = 0.5
"""The same of a short text that may be in the default language."""
TELLING = 0.25
"""Share of a language's small words from which a text is in it, if no other has nearly as many."""
AHEAD = 4.0
"""How many times the share of any other language that must be."""

_WORD = re.compile(r"[^\W\d_]+")
_STRETCH = re.compile(r"[^\x00-\x60\x7b-\x7f]+")
"""Small letters, and whatever is not ASCII: found in half the time that a word takes."""
SIGNS = frozenset("“”„‘’«»–—…©")
"""What is not ASCII and no letter, most often."""
ASCII = bytes(range(128))
SMALL_LETTERS = bytes(byte if chr(byte).isalpha() else 32 for byte in ASCII.lower()) + b" " * 128
"""What each byte of a plain text becomes: a small letter, or a space."""
_CODE = re.compile(r"^([a-z]{2})(?:[-_].*)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Profile:
    words: frozenset[str]
    letters: frozenset[str]
    alphabet: frozenset[str]
    script: str


def normal_code(declared: str | None) -> str | None:
    """``en`` out of ``en-GB``; None for what is no code."""
    match = _CODE.match(declared.strip().casefold()) if declared else None
    return match[1] if match else None


def detect_language(text: str, default: str) -> str:
    """The language that a text is in, "und" where nothing tells.

    Small words and alphabets settle most texts; the rest is asked of py3langid. A text too short
    to tell is in the default language where its script allows that.
    """
    sample = text[:SAMPLE]
    told, plain = _words(sample)
    words = Counter(told)
    if not words:
        return UNKNOWN
    script = "latin" if plain else _script(words)
    known = {code: told for code, told in _profiles().items() if told.script == script}
    code = _by_letters(words, known) or _by_words(words, known)
    if code is not None:
        return code
    code, probability = _asked(sample)
    if code != default and default in known and words.total() < SHORT and probability < SURE:
        return default
    return code if probability >= LIKELY else UNKNOWN


def _words(text: str) -> tuple[list[str], bool]:
    """The words of a text in small letters, and whether all are of ASCII."""
    raw = text.encode("utf-8", "surrogatepass")
    beyond = frozenset(raw.translate(None, ASCII).decode("utf-8", "surrogatepass"))
    if beyond <= SIGNS:
        return raw.translate(SMALL_LETTERS).decode("ascii").split(), True
    for sign in SIGNS & beyond:
        text = text.replace(sign, " ")
    low = text.casefold()
    stretches = _STRETCH.findall(low)
    whole = "".join(stretches).isalpha()
    return stretches if whole else _WORD.findall(low), low.isascii()


def _by_letters(words: Counter[str], known: Mapping[str, _Profile]) -> str | None:
    """The language whose alphabet holds every letter, one of them its neighbours lack."""
    spelt = {code: told for code, told in known.items() if told.letters}
    used = frozenset("".join(words)) if spelt else frozenset()
    fits = [code for code, told in spelt.items() if used <= told.alphabet and used & told.letters]
    return fits[0] if len(fits) == 1 else None


def _by_words(words: Counter[str], known: Mapping[str, _Profile]) -> str | None:
    """The language that has many of the words, where all others have few."""
    total = words.total()
    if total < SHORT:
        return None
    shares = sorted(
        (sum(words[word] for word in told.words if word in words) / total, code)
        for code, told in known.items()
    )
    if not shares or shares[-1][0] < TELLING:
        return None
    rest = shares[-2][0] if len(shares) > 1 else 0.0
    return shares[-1][1] if shares[-1][0] >= AHEAD * rest else None


def _asked(text: str) -> tuple[str, float]:
    """What py3langid tells: a code, and how probable it is."""
    code, probability = _identifier().classify(text)
    return str(code), float(probability)


@cache
def _identifier() -> Any:
    """The model, for languages that have a code of two letters."""
    from py3langid.langid import (  # noqa: PLC0415 (its model takes a second)
        MODEL_FILE,
        LanguageIdentifier,
    )

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in identifier.labels if len(code) == 2])
    return identifier


def _script(words: Counter[str]) -> str:
    """The script that most letters are of: latin, cyrillic, or other."""
    latin = cyrillic = other = 0
    for word, count in words.items():
        first = word[0]
        if first <= "\u024f":
            latin += len(word) * count
        elif "\u0400" <= first <= "\u052f":
            cyrillic += len(word) * count
        else:
            other += len(word) * count
    most = max(latin, cyrillic, other)
    return "latin" if most == latin else "cyrillic" if most == cyrillic else "other"


@cache
def _profiles() -> dict[str, _Profile]:
    path = resources.files("briefgen.knowledge").joinpath("languages.toml")
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        code: _Profile(
            words=frozenset(table["words"]),
            letters=frozenset(table.get("letters", "")),
            alphabet=frozenset(table.get("alphabet", "")),
            script=table.get("script", "latin"),
        )
        for code, table in raw.items()
    }
