"""Name → the key that tables hold it by: lower case, no marks, Cyrillic without case endings."""

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

__all__ = ["fold"]

LATIN = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ə": "a",
        "þ": "th",
    }
)
ROUNDS = 2
"""How often an ending is taken off a Cyrillic word: "Львові" loses "і", then "ов"."""
SHORTEST = 3
"""Letters of a Cyrillic word that stay."""

_MARKS = re.compile(r"['’‘ʼʹ`´\u0300-\u036f]+")
_GAPS = re.compile(r"[\s.\-‐‑–,()]+")


def fold(name: str) -> str:
    """The key of a name: "Kamianets-Podilskyi" and "KAMIANETS PODILSKYI" are one."""
    text = name
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    text = _MARKS.sub("", text.lower())
    text = _GAPS.sub(" ", text).strip()
    if text.isascii():
        return text
    return " ".join(_uninflected(word) for word in text.translate(LATIN).split(" "))


def _uninflected(word: str) -> str:
    """A Cyrillic word without its case endings ("Харкова" meets "Харків"); others as they are."""
    if not "\u0400" <= word[0] <= "\u04ff":
        return word
    for _ in range(ROUNDS):
        for ending in _endings():
            if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
                word = word[: -len(ending)]
                break
    return word


def _listed() -> list[str]:
    path = Path(__file__).parent / "cues" / "inflection.toml"
    return list(tomllib.loads(path.read_text(encoding="utf-8"))["endings"])


@cache
def _endings() -> tuple[str, ...]:
    """Cyrillic case endings, longest first, marks taken off as in a key."""
    bare = (_MARKS.sub("", unicodedata.normalize("NFKD", end)) for end in _listed())
    return tuple(sorted(dict.fromkeys(bare), key=lambda end: (-len(end), end)))
