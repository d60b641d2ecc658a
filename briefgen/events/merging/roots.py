"""A name in any case → its root, by which its forms meet: "Харкова", "Харкові", "Харківська".

Endings are taken off, and of what stays only the head and the consonants count, for vowels come
and go and change ("Київ", "Києва"). What it takes is data:
knowledge/cues/happenings.LANGUAGE.toml.
"""

from functools import lru_cache

from briefgen.knowledge.keys import fold

__all__ = ["root_of"]

STAYS = 3
"""Letters that stay where an ending is taken off, at least."""
TELLING = 3
"""Consonants of a root by which a name is known, at least; else all its letters count."""


@lru_cache(maxsize=20_000)
def root_of(
    name: str, endings: tuple[str, ...], vowels: str, turned: tuple[tuple[str, str], ...]
) -> str:
    """The root of a name in lower case; ``vowels`` are the letters that do not count.

    ``turned``: a last consonant, and what it may have been before an ending ("Рогізці", "Рогізка").
    """
    name = fold(name)
    fits = [e for e in endings if name.endswith(e) and len(name) - len(e) >= STAYS]
    base = name.removesuffix(max(fits, key=len)) if fits else name
    base = base[:-1] + dict(turned).get(base[-1:], base[-1:])
    bones = base[:1]
    for letter in base[1:]:
        if letter not in vowels and letter != bones[-1]:
            bones += letter
    return bones if len(bones) >= TELLING else base
