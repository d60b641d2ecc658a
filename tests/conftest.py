"""The --accept option, which writes goldens anew, and the invented day as fixtures."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from briefgen.editor import compose
from briefgen.knowledge.project import Project
from briefgen.model import Briefing, Chronology

settings.register_profile("untimed", deadline=None)  # a loaded machine is no wrong answer
settings.load_profile("untimed")

ROOT = Path(__file__).parent.parent
INVENTED = ("tests.writers.invented_documents", "tests.writers.invented_day")
"""Modules in the order in which they import each other; the last one makes the days."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="write the goldens anew; read them before a commit"
    )


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def invented() -> Any:
    """The module invented_day, loaded by its path: in importlib mode tests are no package."""
    for name in INVENTED:
        path = ROOT.joinpath(*name.split(".")).with_suffix(".py")
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[INVENTED[-1]]


@pytest.fixture(scope="session")
def project(invented: Any) -> Project:
    return invented.PROJECT  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def day(invented: Any) -> Chronology:
    return invented.invented_day()  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def large(invented: Any) -> Chronology:
    return invented.large_day(150)  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def briefing(day: Chronology, project: Project) -> Briefing:
    return compose(day, project)
