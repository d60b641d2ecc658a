"""docs/schema describes what is written: the briefing's is made of the model, the chronology's is
tested against it, and every output is valid."""

import ast
import inspect
import json
import textwrap
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from briefgen import pipeline, writers
from briefgen.knowledge import load_project
from briefgen.knowledge.project import Project
from briefgen.model import (
    Anchor,
    Basis,
    Briefing,
    Chronology,
    Grain,
    Precision,
    Standing,
    Status,
)
from briefgen.model import briefing as room
from briefgen.model.briefing import Section
from briefgen.readers import ReadOptions
from briefgen.writers.briefing_json import BRIEFING_SCHEMA
from briefgen.writers.exchange import SCHEMA

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "docs" / "schema"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(name: str) -> dict[str, Any]:
    found = json.loads((FOLDER / f"{name}.schema.json").read_text("utf-8"))
    assert isinstance(found, dict)
    Draft202012Validator.check_schema(found)
    return found


def check(data: object, name: str) -> None:
    Draft202012Validator(schema(name), format_checker=FormatChecker()).validate(data)


def written(name: str, day: Chronology, project: Project) -> Any:
    edition = pipeline.brief(day, project)
    return json.loads(writers.write(name, edition, day, project))


def sample(week: str) -> tuple[Chronology, Project]:
    folder = ROOT / "samples" / week
    project = load_project(folder / "briefgen.toml")
    options = ReadOptions(zone=project.zone, language=project.language)
    reading = pipeline.read([folder / "inbox"], options)
    day = pipeline.day_of(reading.documents, project)
    assert day is not None
    return pipeline.chronicle(reading, project, day), project


class TestBriefing:
    def test_the_schema_is_that_of_the_model(self, accept: bool) -> None:
        made = json.dumps(briefing_schema(), indent=1, ensure_ascii=False) + "\n"
        path = FOLDER / "briefing-1.schema.json"
        if accept:
            path.write_text(made, "utf-8")
        assert made == path.read_text("utf-8"), "run pytest --accept, and read what changed"

    def test_the_invented_day(self, day: Chronology, project: Project) -> None:
        check(written("briefing", day, project), "briefing-1")

    def test_it_holds_what_the_brief_says(self, day: Chronology, project: Project) -> None:
        data = written("briefing", day, project)
        brief = pipeline.brief(day, project)
        assert BRIEFING_SCHEMA == data["schema"]
        assert [section.kind for section in brief.sections] == [s["kind"] for s in data["sections"]]
        assert list(brief.bottom_line) == data["bottom_line"]

    def test_another_key_is_refused(self, day: Chronology, project: Project) -> None:
        data = written("briefing", day, project) | {"colour": "red"}
        with pytest.raises(ValidationError, match="colour"):
            check(data, "briefing-1")


class TestChronology:
    def test_the_invented_day(self, day: Chronology, project: Project) -> None:
        check(written("json", day, project), "chronology-1")

    @pytest.mark.parametrize("week", ["kestrel-strait", "real-map"])
    def test_the_samples(self, week: str) -> None:
        day, project = sample(week)
        data = written("json", day, project)
        check(data, "chronology-1")
        check(written("briefing", day, project), "briefing-1")
        golden = ROOT / "samples" / "expected" / week / "chronology.json"
        check(json.loads(golden.read_text("utf-8")), "chronology-1")

    @pytest.mark.parametrize(
        ("name", "known"),
        [("status", Status), ("standing", Standing), ("precision", Precision), ("anchor", Anchor),
         ("basis", Basis)],
    )  # fmt: skip
    def test_its_words_are_those_of_the_model(self, name: str, known: type[Enum]) -> None:
        assert [member.value for member in known] == schema("chronology-1")["$defs"][name]["enum"]

    def test_its_grains_are_those_of_the_model(self) -> None:
        assert [grain.word for grain in Grain] == schema("chronology-1")["$defs"]["grain"]["enum"]

    def test_its_name_is_the_one_written(self) -> None:
        assert {"const": SCHEMA} == schema("chronology-1")["properties"]["schema"]

    @pytest.mark.parametrize(
        ("path", "wrong"),
        [
            (("events", 0, "date", "edtf"), "Thursday"),
            (("events", 0, "status"), "rumoured"),
            (("events", 0, "date"), None),
            (("events", 0, "reports"), []),
            (("undated", 0, "date"), {}),
            (("events", 0, "colour"), "red"),
        ],
    )
    def test_what_is_no_chronology_is_refused(
        self, path: tuple[str | int, ...], wrong: object, day: Chronology, project: Project
    ) -> None:
        data = written("json", day, project)
        place = data
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = wrong
        with pytest.raises(ValidationError):
            check(data, "chronology-1")


def briefing_schema() -> dict[str, Any]:
    """The JSON Schema of a briefing, made of the types and the docstrings of the model."""
    known: dict[str, dict[str, Any]] = {}
    whole = described(Briefing, known)
    properties = {"schema": {"const": BRIEFING_SCHEMA}, **whole["properties"]}
    return {
        "$schema": DIALECT,
        "$id": "urn:x-briefgen:schema:briefing:1",
        "title": "briefgen briefing, version 1",
        "description": whole["description"],
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": dict(sorted(known.items())),
    }


def described(kind: type, known: dict[str, dict[str, Any]]) -> dict[str, Any]:
    hints, notes = get_type_hints(kind), notes_of(kind)
    properties: dict[str, Any] = {}
    if isinstance(name := getattr(kind, "kind", None), str):
        properties["kind"] = {"const": name}
    for field in fields(kind):
        note = {"description": notes[field.name]} if field.name in notes else {}
        properties[field.name] = {**typed(hints[field.name], known), **note}
    return {
        "description": inspect.cleandoc(kind.__doc__ or ""),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def typed(hint: Any, known: dict[str, dict[str, Any]]) -> dict[str, Any]:
    origin, inside = get_origin(hint), get_args(hint)
    if origin in {Union, types.UnionType}:
        return {"anyOf": [typed(one, known) for one in inside]}
    if origin is tuple:
        assert inside[-1] is Ellipsis
        return {"type": "array", "items": typed(inside[0], known)}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": typed(inside[1], known)}
    if hint is Section:
        return {"oneOf": [typed(one, known) for one in leaves(Section)]}
    if is_dataclass(hint):
        assert isinstance(hint, type)
        if hint.__name__ not in known:
            known[hint.__name__] = {}
            known[hint.__name__] = described(hint, known)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    return dict(SIMPLE[hint])


SIMPLE: Mapping[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
}


def leaves(kind: type) -> list[type]:
    """The sections that are written, by name."""
    # a slotted dataclass is made twice: the one that the room exports is used
    kinds: list[type] = kind.__subclasses__()
    return [getattr(room, name) for name in sorted({kind.__name__ for kind in kinds})]


def notes_of(kind: type) -> dict[str, str]:
    """What stands under each field of a class, its bases' first."""
    notes: dict[str, str] = {}
    for base in reversed(kind.__mro__[:-1]):
        (tree,) = ast.parse(textwrap.dedent(inspect.getsource(base))).body
        assert isinstance(tree, ast.ClassDef)
        for before, after in zip(tree.body, tree.body[1:], strict=False):
            if (
                isinstance(before, ast.AnnAssign)
                and isinstance(before.target, ast.Name)
                and isinstance(after, ast.Expr)
                and isinstance(after.value, ast.Constant)
            ):
                notes[before.target.id] = " ".join(str(after.value.value).split())
    return notes
