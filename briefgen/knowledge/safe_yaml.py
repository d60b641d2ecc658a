"""YAML text → plain lists, tables and strings, within bounds.

Every scalar stays the string that was written: "2024-07-18", "no" and "14:05" are not turned into
a date, a False and 845. Nothing is constructed, so nothing can be run; depth and aliases are
counted before anything is built.
"""

from typing import Any

from briefgen.errors import SourceError

__all__ = ["NOTHING", "load_yaml"]

DEPTH = 30
"""How deep lists and tables may nest."""
ALIASES = 100
"""How many aliases (``*name``) a file may use."""
LENGTH = 20_000_000
"""Characters of YAML that are read."""
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""Strings that say: nothing."""


def load_yaml(text: str) -> Any:
    """Lists, dicts and strings; None for an empty text.

    Raises SourceError naming line, reason and remedy.
    """
    import yaml  # noqa: PLC0415 (15 ms, not every run reads YAML)

    if len(text) > LENGTH:
        raise SourceError(f"more than {LENGTH:,} characters of YAML; split the file")
    parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    depth = aliases = 0
    try:
        for event in yaml.parse(text, Loader=parser):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif isinstance(event, yaml.AliasEvent):
                aliases += 1
            if depth > DEPTH:
                raise SourceError(f"lists nested more than {DEPTH} deep; flatten them")
            if aliases > ALIASES:
                raise SourceError(f"more than {ALIASES} aliases (*name); write the values out")
        return yaml.load(text, Loader=parser)  # noqa: S506 (BaseLoader constructs strings only)
    except yaml.YAMLError as error:
        raise SourceError(_explain(error)) from error
    except (RecursionError, ValueError) as error:
        raise SourceError(f"not YAML that can be read: {error}") from error


def _explain(error: Exception) -> str:
    """Line, column, problem, remedy."""
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or " ".join(str(error).split())
    if mark is None:
        return f"not YAML: {problem}"
    return f"not YAML: line {mark.line + 1}, column {mark.column + 1}: {problem}; mend it there"
