"""Bytes that are not UTF-8 → the name of the code page whose letters read best.

Each candidate is scored on how its letters sit together: scripts do not mix within a word, a
capital does not follow a small letter, common letters are common. charset-normalizer is asked
only when none of them reads well (Greek, Arabic, East Asian pages).
"""

import re
from itertools import pairwise

__all__ = ["best_code_page"]

CANDIDATES = ("cp1252", "cp1251", "koi8_u", "cp1250", "cp1254", "cp866", "mac_roman")
"""In the order in which a tie goes."""
SAMPLE = 60_000
"""Bytes scored."""
GOOD = 0.35
"""A mean score per special character above which a candidate is believed."""

COMMON = {
    letter: weight
    for letters, weight in (
        ("оеаинтісрвл", 1.0),
        ("кмдпуяыьзбгчй", 0.9),
        ("хжюшцщїєґэ", 0.5),
        ("фёъў", 0.2),
        ("éèàäöüßáíóñçêô", 1.0),
        ("âîûëïúãõåøæœìòùğışİ", 0.7),
        ("ąęśżźćńłčšžřěůýőűđășțţ", 0.6),
    )
    for letter in letters
}
"""How common a letter beyond ASCII is in running text of the languages that use it."""
MARKS = frozenset("“”‘’„«»–—…€§°№•·‚©®™£½ \u00a0¿¡")
"""Signs that running text uses between words."""

_WORD = re.compile(r"[^\W\d_]+|[^\s\w]")
_CHUNK = re.compile(rb"[\x41-\x5a\x61-\x7a]*[\x80-\xff][\x41-\x5a\x61-\x7a\x80-\xff]*")


def best_code_page(data: bytes) -> str:
    """The code page in which these bytes read best, as Python names it."""
    sample = data[:SAMPLE]
    scores = [(_score(sample, page), -rank, page) for rank, page in enumerate(CANDIDATES)]
    score, _, page = max(scores)
    if score < GOOD:
        return _ask(sample) or page
    return page


def _score(sample: bytes, page: str) -> float:
    """Mean over the special characters: 1 reads well, below 0 does not."""
    try:
        text = sample.decode(page)
    except UnicodeDecodeError:
        return -9.0
    latin = sum(1 for character in text if "a" <= character.lower() <= "z")
    special = [word for word in _WORD.findall(text) if not word.isascii()]
    count = sum(1 for word in special for character in word if character > "\x7f")
    if not count:
        return -9.0
    foreign = 0.8 if latin > 4 * count else 0.0
    return sum(_word(word, foreign) for word in special) / count


def _word(word: str, foreign: float) -> float:
    """Score of one word; `foreign` is taken off where a word this short is of another script."""
    beyond = [character for character in word if character > "\x7f"]
    score = 0.0
    for character in beyond:
        if not character.isalpha():
            score += 0.6 if character in MARKS else -1.0
            continue
        score += COMMON.get(character.lower(), -0.6)
        score -= foreign if character > "\u0370" and len(word) < 3 else 0.0
    if len(word) > 1:
        score -= _disorder(word, beyond)
    return score


def _disorder(word: str, beyond: list[str]) -> float:
    """How oddly the letters of a word sit together."""
    odd = 0.0
    cyrillic = sum(1 for character in word if "\u0400" <= character <= "\u052f")
    if 0 < cyrillic < len(word):
        odd += 1.5 * len(beyond)
    if any(a.islower() and b.isupper() for a, b in pairwise(word)):
        odd += 1.0 * len(beyond)
    if not cyrillic and len(beyond) > 2 and len(beyond) > len(word) / 2:
        odd += 1.2 * len(beyond)
    return odd


def _ask(sample: bytes) -> str | None:
    """charset-normalizer's answer, None where it has none."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 (60 ms, rarely needed)

    best = from_bytes(sample).best()
    return best.encoding if best is not None else None
