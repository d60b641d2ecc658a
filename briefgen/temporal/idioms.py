"""Turns of phrase that count in their own way → Expression: "two summers ago", "Monday week".

They are ``calendar`` expressions whose fields say what is to be done with the date they name.
"""

from briefgen.model import Expression
from briefgen.temporal.slots import Slots, expression

__all__ = ["season_years", "seasons_ago"]


def seasons_ago(slots: Slots) -> Expression | None:
    """Two summers ago: the summer of two years before; None where the number is vague."""
    number = slots.number()
    if number is None or number != int(number) or number < 1:
        return None
    season = slots.values["season"]
    fields = {"season": season, "yshift": f"{-number:.0f}", "elapsed": "1"}
    return expression("calendar", f"UNDEF-{season}-{number:.0f}Y", fields)


def season_years(slots: Slots) -> Expression | None:
    """The winter of 2022-23: the one that starts in the first year; None for other pairs."""
    first, second = slots.values["y"], slots.values["y2"]
    if (int(first) + 1) % 10 ** len(second) != int(second):
        return None
    season = slots.values["season"]
    return expression("calendar", f"{first}-{season}", {"y": first, "season": season})
