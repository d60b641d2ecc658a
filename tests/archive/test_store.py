"""A file that cannot be used is refused with a reason; a crash leaves the last good state."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from briefgen import archive, pipeline
from briefgen.archive import store
from briefgen.errors import ArchiveError
from briefgen.knowledge.project import Project
from briefgen.model import Briefing, Chronology

ROOT = Path(__file__).parent.parent.parent


def not_a_database(path: Path) -> None:
    path.write_text("these are the minutes of a meeting, and no archive\n" * 40)


def of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (title)")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {store.APPLICATION}")
        connection.execute("PRAGMA user_version = 999")
        connection.execute("CREATE TABLE later (something)")


def damaged(path: Path) -> None:
    with store.writing(path):
        pass
    data = bytearray(path.read_bytes())
    data[100:5000] = b"\xff" * 4900
    path.write_bytes(data)


def a_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (not_a_database, "is no archive of briefgen; name another file"),
        (of_another_program, "is an SQLite file of another program"),
        (newer, "was written by a newer briefgen"),
        (damaged, "is damaged"),
        (a_folder, "cannot be opened"),
    ],
)
def test_what_is_no_sound_archive_is_refused(
    place: Path, project: Project, day: Chronology, spoil: Callable[[Path], None], reason: str
) -> None:
    spoil(place)
    with pytest.raises(ArchiveError, match=f"archive.sqlite: {reason}"):
        pipeline.issue(day, project, place)
    if place.is_file():
        with pytest.raises(ArchiveError, match=f"archive.sqlite: {reason}"):
            archive.search(place, archive.Query(text="drones"), project.zone)


def test_a_locked_archive_is_told_and_not_waited_for_without_end(
    place: Path, day: Chronology, issue: Callable[[Chronology], Briefing],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    issue(day)
    monkeypatch.setattr(store, "PATIENCE", 0.05)
    with closing(sqlite3.connect(place, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with (
            pytest.raises(ArchiveError, match="is being written by another process"),
            store.writing(place),
        ):
            pass
        other.execute("ROLLBACK")


def test_reading_goes_on_while_another_process_writes(
    place: Path, day: Chronology, next_day: Chronology, project: Project,
    issue: Callable[[Chronology], Briefing],
) -> None:  # fmt: skip
    issue(day)
    with store.writing(place) as connection:
        connection.execute("UPDATE editions SET number = 99")
        assert 1 == archive.search(place, archive.Query(text="drones"), project.zone)[0].last
        assert 2 == archive.past(place, next_day.date).number
        connection.execute("UPDATE editions SET number = 1")


def test_nothing_is_written_through_a_reading(
    place: Path, day: Chronology, issue: Callable[[Chronology], Briefing]
) -> None:
    issue(day)
    with (
        pytest.raises(ArchiveError, match="cannot be written"),
        store.reading(place) as connection,
    ):
        connection.execute("DELETE FROM events")


def test_there_is_nothing_to_read_before_an_edition(place: Path) -> None:
    with pytest.raises(ArchiveError, match="there is no archive"):
        archive.check(place)
    place.touch()
    with pytest.raises(ArchiveError, match="holds no edition yet"):
        archive.check(place)


def test_an_empty_file_becomes_an_archive(
    place: Path, day: Chronology, issue: Callable[[Chronology], Briefing]
) -> None:
    place.touch()
    assert 1 == issue(day).number
    assert () == archive.check(place).problems


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, day: Chronology, project: Project
) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(ArchiveError, match="cannot be opened"):
        pipeline.issue(day, project, folder / "archive.sqlite")[1]()


CRASHES = """
import os, sqlite3, sys
from pathlib import Path
from briefgen import archive, pipeline
from briefgen.archive import store
from briefgen.cli.sources import chronicled, project_of

folder = Path(sys.argv[1])
project = project_of(Path("samples/two-days/briefgen.toml"))
days = [chronicled([f"samples/two-days/{name}"], project, None, None, lambda _: None)
        for name in ("monday", "tuesday")]
place = folder / "archive.sqlite"
pipeline.issue(days[0], project, place)[1]()
before = place.read_bytes()
_, record = pipeline.issue(days[1], project, place)
connect = sqlite3.connect

def dying_after(statements):
    left = [statements]
    def count(_):
        left[0] -= 1
        if left[0] < 0:
            os._exit(9)
    def connected(*args, **kwargs):
        connection = connect(*args, **kwargs)
        connection.set_trace_callback(count)
        return connection
    return connected

points = finished = 0
while not finished:
    for name in ("archive.sqlite-wal", "archive.sqlite-shm"):
        (folder / name).unlink(missing_ok=True)
    place.write_bytes(before)
    child = os.fork()
    if not child:
        store.sqlite3.connect = dying_after(points)
        record()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    finished = os.waitstatus_to_exitcode(status) == 0
    problems = archive.check(place).problems
    last = archive.past(place, days[1].date.replace(day=20)).last
    assert not problems, (points, problems)
    assert last.number == (2 if finished else 1), (points, last.number)
    assert len(last.events) == len(days[finished].events + days[finished].undated)
    points += 1
print(points)
"""


def test_a_crash_at_any_statement_leaves_the_last_good_edition(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CRASHES, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 50, "so many points at which the process was ended"


def test_a_crash_while_the_archive_is_made_leaves_none_or_a_whole_one(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PulledPlugError(Exception):
        pass

    whole = list(store.statements(store.migrations()[0]))
    for point in range(len(whole)):

        def broken(script: str, stop: int = point) -> object:
            yield from whole[:stop]
            raise PulledPlugError(script[:1])

        with monkeypatch.context() as patch:
            patch.setattr(store, "statements", broken)
            with pytest.raises(PulledPlugError), store.writing(place):
                pass
        with closing(sqlite3.connect(place)) as connection:
            assert 0 == connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    with store.writing(place):
        pass
    assert () == archive.check(place).problems
