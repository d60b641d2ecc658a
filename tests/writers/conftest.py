"""The invented day as fixtures, for the tests of the writers."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from briefgen.editor import compose
from briefgen.knowledge.project import Project
from briefgen.model import Briefing, Chronology


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules.setdefault(path.stem, module)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def invented() -> Any:
    return _load(Path(__file__).parent / "invented_day.py")


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
