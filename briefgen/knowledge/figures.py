"""knowledge/cues/figures.toml → what a thing counted weighs among the figures of a day."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["OTHER", "load_weights"]

OTHER = 1.0
"""Weight of what the table does not list."""


@cache
def load_weights() -> Mapping[str, float]:
    """Unit, as of :class:`briefgen.model.Quantity`, → weight; 0: never a key figure."""
    path = files("briefgen.knowledge") / "cues" / "figures.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    weights: dict[str, float] = {}
    for kind in table.values():
        for unit in kind["units"]:
            weights.setdefault(unit, float(kind["weight"]))
    return MappingProxyType(weights)
