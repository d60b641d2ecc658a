"""Text → ISO 639-1 code of its language, "und" where it cannot be told."""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from briefgen.readers.shapes import ReadOptions

__all__ = ["UNKNOWN", "detect_language", "heard", "normal_code"]

UNKNOWN = "und"
SAMPLE = 20_000
"""Characters looked at."""
SHORT = 8
"""Words below which a text is too short to tell; the default is believed."""
LEAST = 0.08
"""Share of a language's small words below which a text is not in it."""
LETTER_WEIGHT = 2.0
"""What one letter that only one language uses counts, in words."""
MARKED_UP = 60_000
"""Characters of a marked-up file from which its language is told before it is read."""

_WORD = re.compile(r"[^\W\d_]+")
_MARKUP = re.compile(r"<[^<>]*>")
_CODE_BLOCK = re.compile(r"<(script|style)\b.*?</\1", re.DOTALL | re.IGNORECASE)
_CODE = re.compile(r"^([a-z]{2})(?:[-_].*)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Profile:
    words: frozenset[str]
    letters: frozenset[str]
    script: str


def normal_code(declared: str | None) -> str | None:
    """``en`` out of ``en-GB``; None for what is no code."""
    match = _CODE.match(declared.strip().casefold()) if declared else None
    return match[1] if match else None


def heard(options: ReadOptions, text: str) -> ReadOptions:
    """The options, with the language that a file's text is in; marks do not count."""
    sample = text[:MARKED_UP]
    if "<" in sample:
        sample = _MARKUP.sub(" ", _CODE_BLOCK.sub(" ", sample))
    language = detect_language(sample, options.language)
    return replace(options, detected=None if language == UNKNOWN else language)


def detect_language(text: str, default: str) -> str:
    """The language whose small words and own letters the text uses most.

    A text too short to tell is in the default language where its script allows that.
    """
    words = Counter(_WORD.findall(text[:SAMPLE].casefold()))
    total = words.total()
    if not total:
        return UNKNOWN
    script = _script(words)
    scores = {
        code: _score(words, profile, total)
        for code, profile in _profiles().items()
        if profile.script == script
    }
    if not scores:
        return UNKNOWN
    best = max(scores, key=lambda code: (scores[code], code == default, code))
    if total < SHORT and default in scores:
        telling = scores[best] > scores[default] + 1.5 / total
        return best if telling else default
    return best if scores[best] >= LEAST else UNKNOWN


def _score(words: Counter[str], profile: _Profile, total: int) -> float:
    known = sum(words[word] for word in profile.words)
    own = sum(
        count * sum(map(word.count, profile.letters))
        for word, count in (words.items() if profile.letters else ())
    )
    return (known + LETTER_WEIGHT * own) / total


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
    path = resources.files("briefgen.readers").joinpath("data/languages.toml")
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        code: _Profile(
            words=frozenset(table["words"]),
            letters=frozenset(table.get("letters", "")),
            script=table.get("script", "latin"),
        )
        for code, table in raw.items()
    }
