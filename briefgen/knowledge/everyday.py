"""everyday.LANGUAGE.txt → the words that texts of a language are full of."""

from functools import cache
from importlib import resources

__all__ = ["everyday"]


@cache
def everyday(language: str) -> frozenset[str]:
    """Words in lower case, names among them ("Washington"); none where there is no list."""
    path = resources.files(__package__) / f"everyday.{language}.txt"
    return frozenset(path.read_text(encoding="utf-8").split()) if path.is_file() else frozenset()
