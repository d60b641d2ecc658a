"""Name → the key that tables hold it by: lower case, no marks, no apostrophes."""

import re
import unicodedata

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
_MARKS = re.compile(r"['’‘ʼʹ`´\u0300-\u036f]+")
_GAPS = re.compile(r"[\s.\-‐‑–,()]+")


def fold(name: str) -> str:
    """The key of a name: "Kamianets-Podilskyi" and "KAMIANETS PODILSKYI" are one."""
    text = name
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    text = _MARKS.sub("", text.lower())
    text = _GAPS.sub(" ", text).strip()
    return text if text.isascii() else text.translate(LATIN)
