"""`briefgen init`, `run` and `watch` in a project folder, and commands without arguments."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from briefgen.delivery.lock import alone
from briefgen.knowledge import load_project
from briefgen.knowledge.starter import starter_files

PLACE = '[[place]]\nname = "Orm"\ncountry = "XA"\nlat = 10.0\nlon = 10.0\nprecision = "town"\n'
THEATER = '[[theater]]\nid = "orm"\nname = "Orm"\nplaces = ["Orm"]\n'
FERRY = "The ferry at Orm stopped on Wednesday, its operator said."
MILL = "A fire burned down the mill at Orm on Thursday."


def run_in(where: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "briefgen", *arguments],
        cwd=where,
        capture_output=True,
        text=True,
        check=False,
    )


def git_in(where: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=where, capture_output=True, text=True, check=True
    )
    return done.stdout


def write_page(desk: Path, name: str, text: str, day: int) -> None:
    (desk / f"inbox/{name}.txt").write_text(f"{name.title()} news\n\n\n{text}\n")
    sidecar = f"publisher: Gazette\npublished: 2024-03-{day}\n"
    (desk / f"inbox/{name}.meta.yaml").write_text(sidecar)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with an empty inbox."""
    (tmp_path / "inbox").mkdir()
    (tmp_path / "places.toml").write_text(PLACE)
    (tmp_path / "theaters.toml").write_text(THEATER)
    configure_run(tmp_path)
    return tmp_path


def configure_run(folder: Path, more: str = "") -> None:
    (folder / "briefgen.toml").write_text(
        'title = "Orm brief"\nbundled_places = false\nplaces = ["places.toml"]\n'
        f'theaters = ["theaters.toml"]\ntopics = []\n{more}'
    )


def deliver_to(opened: Any, folder: Path) -> None:
    git_in(folder, "init", "--quiet", "--bare", "--initial-branch=main", "wiki.git")
    configure_run(
        folder,
        '[mail]\nrecipients = ["anna@example.org"]\nformats = ["text"]\n'
        f'[mail.server]\nhost = "127.0.0.1"\nport = {opened.server.port}\nsecurity = "none"\n'
        'attempts = 1\n[wiki]\nprofile = "gfm"\nrepository = "wiki.git"\n',
    )


RUN = ("run", "--to", "md")


def test_a_run_does_everything_once(folder: Path, office: Callable[..., Any]) -> None:
    opened = office()
    deliver_to(opened, folder)
    empty = run_in(folder, *RUN)
    assert (0, "inbox    0 documents\nedition  none: nothing to tell yet\n") == (
        empty.returncode,
        empty.stdout,
    )
    write_page(folder, "ferry", FERRY, 14)
    first = run_in(folder, *RUN)
    assert (0, "") == (first.returncode, first.stderr)
    told = re.sub(r"[0-9a-f]{10}\b", "HASH", first.stdout)
    assert [
        "inbox    1 document",
        "edition  1 of 14 Mar 2024: 1 event",
        "files    2 files written to output",
        "mail     1 sent",
        "wiki     3 pages renewed, commit HASH",
    ] == told.splitlines()
    before = {path: path.read_bytes() for path in (folder / "output").iterdir()}
    again = run_in(folder, *RUN)
    assert [
        "inbox    1 document",
        "edition  1 of 14 Mar 2024: nothing new",
        "files    as they were",
        "mail     1 had it before",
        "wiki     as it was",
    ] == again.stdout.splitlines()
    assert before == {path: path.read_bytes() for path in (folder / "output").iterdir()}
    assert 1 == len(opened.postman.kept)
    assert 1 == len(git_in(folder / "wiki.git", "log", "--format=%h", "main").splitlines())


def test_what_was_left_open_is_done_by_the_run_of_another_day(
    folder: Path, office: Callable[..., Any]
) -> None:
    opened = office()
    deliver_to(opened, folder)
    (folder / "wiki.git").rename(folder / "away.git")
    opened.postman.to_recipient = {"anna@example.org": ["451 Later"]}
    write_page(folder, "ferry", FERRY, 14)
    first = run_in(folder, *RUN)
    assert 1 == first.returncode
    assert "mail     1 deferred\nwiki     refused\n" in first.stdout
    assert "mail: edition of 2024-03-14, anna@example.org: deferred (451 Later)\n" in first.stderr
    (folder / "away.git").rename(folder / "wiki.git")
    write_page(folder, "mill", MILL, 15)
    second = run_in(folder, *RUN)
    assert (0, "") == (second.returncode, second.stderr)
    assert "mail     2 sent" in second.stdout
    assert 2 == len(opened.postman.kept)
    log = git_in(folder / "wiki.git", "log", "--reverse", "--format=%s", "main")
    assert ["Orm brief, 14 Mar 2024: 1 events", "Orm brief, 15 Mar 2024: 2 events"] == (
        log.splitlines()
    )


def test_an_archive_that_could_not_be_made_is_made_by_the_next_run(folder: Path) -> None:
    """As a full disk leaves it: a database with a header and nothing in it."""
    with closing(sqlite3.connect(folder / "archive.sqlite")) as begun:
        begun.execute("PRAGMA journal_mode = WAL")
    assert (folder / "archive.sqlite").stat().st_size
    write_page(folder, "ferry", FERRY, 14)
    done = run_in(folder, *RUN)
    assert (0, True) == (done.returncode, "edition  1 of 14 Mar 2024" in done.stdout), done.stderr


@pytest.mark.parametrize(
    ("mail", "told"),
    [
        ('recipients = ["anna@example.org"]\n', "no server to send by ([mail.server]) is named"),
        ('[mail.server]\nhost = "127.0.0.1"\n', "nobody to send to is named"),
    ],
)
def test_mail_that_is_half_configured_is_told(folder: Path, mail: str, told: str) -> None:
    configure_run(folder, f"[mail]\n{mail}")
    write_page(folder, "ferry", FERRY, 14)
    done = run_in(folder, *RUN)
    assert (0, True) == (done.returncode, f"mail     none sent; {told}" in done.stdout)


def test_one_run_at_a_time(folder: Path) -> None:
    write_page(folder, "ferry", FERRY, 14)
    with alone(folder):
        held = run_in(folder, *RUN)
    assert (2, "") == (held.returncode, held.stdout)
    assert "another briefgen is at work here" in held.stderr
    assert 0 == run_in(folder, *RUN).returncode


def test_a_wiki_copy_that_was_killed_in_the_middle_is_made_anew(
    folder: Path, office: Callable[..., Any]
) -> None:
    deliver_to(office(), folder)
    write_page(folder, "ferry", FERRY, 14)
    assert 0 == run_in(folder, *RUN).returncode
    (folder / ".briefgen/wiki/.git/index.lock").touch()
    write_page(folder, "mill", MILL, 15)
    assert 0 == run_in(folder, *RUN).returncode
    (folder / ".briefgen/wiki/.git/HEAD").unlink()
    assert "nothing changed\n" == run_in(folder, "publish").stderr


def test_a_page_with_a_date_to_come_makes_no_brief_of_the_future(folder: Path) -> None:
    write_page(folder, "ferry", FERRY, 14)
    write_page(folder, "mill", MILL, 15)
    (folder / "inbox/mill.meta.yaml").write_text("published: 2999-01-01\n")
    done = run_in(folder, *RUN)
    assert "edition  1 of 14 Mar 2024: 1 event\n" in done.stdout


def test_commands_without_arguments_read_the_inbox_of_the_project(folder: Path) -> None:
    write_page(folder, "ferry", FERRY, 14)
    done = run_in(folder, "brief", "--to", "md")
    assert "output/brief-2024-03-14.md\noutput/chronology.json\n" == done.stdout
    assert "Orm brief" in (folder / "output/brief-2024-03-14.md").read_text()
    assert "ferry" in run_in(folder, "timeline").stdout
    assert "review.yaml: 1 events" in run_in(folder, "review").stdout


def test_without_a_project_or_an_inbox_that_is_said(folder: Path, tmp_path: Path) -> None:
    (folder / "inbox").rmdir()
    gone = run_in(folder, "brief")
    assert (2, True) == (gone.returncode, "the project's inbox is not there" in gone.stderr)
    (folder / "briefgen.toml").unlink()
    for command in ("brief", "timeline", "review", "publish"):
        nothing = run_in(tmp_path, command, *(("--folder", "w") * (command == "publish")))
        assert (2, True) == (nothing.returncode, "no briefgen.toml here" in nothing.stderr)
    assert "make a project with “briefgen init”" in run_in(tmp_path, "run").stderr


def test_what_init_makes_runs(tmp_path: Path) -> None:
    made = run_in(tmp_path, "init", "desk")
    assert 0 == made.returncode
    desk = tmp_path / "desk"
    assert "edition  none: nothing to tell yet\n" in run_in(desk, "run").stdout
    write_page(desk, "kyiv", "A drone hit a depot in Kyiv on Wednesday, the mayor said.", 14)
    assert "edition  1 of 14 Mar 2024: 1 event\n" in run_in(desk, *RUN).stdout


def test_every_line_of_the_project_file_may_be_switched_on(tmp_path: Path) -> None:
    for name, data in starter_files().items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (tmp_path / "places.toml").write_text(PLACE)
    lines = starter_files()["briefgen.toml"].decode().splitlines()
    on = [re.sub(r"^# (?=\[|[a-z_]+ = )", "", line) for line in lines]
    assert lines != on
    (tmp_path / "briefgen.toml").write_text("\n".join(on))
    project = load_project(tmp_path / "briefgen.toml")
    assert project.mail.server is not None
    assert project.wiki is not None
    assert ("gazette", "donetsk desk") == (project.feeds[0].name, project.mail.groups[0].name)


class Feeder(BaseHTTPRequestHandler):
    """One feed, and no robots.txt."""

    def do_GET(self) -> None:
        found = self.path == "/world.rss"
        item = f"<item><title>Ferry</title><description>{FERRY}</description>"
        item += "<pubDate>Thu, 14 Mar 2024 08:00:00 GMT</pubDate></item>"
        body = f"<rss version='2.0'><channel><title>Gazette</title>{item}</channel></rss>".encode()
        self.send_response(200 if found else 404)
        self.end_headers()
        self.wfile.write(body if found else b"")

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (http.server's name)
        """Say nothing."""


@contextmanager
def feeder() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Feeder)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_feeds_are_fetched_before_the_inbox_is_read(folder: Path) -> None:
    table = '[[feed]]\nurl = "http://127.0.0.1:{}/world.rss"\nname = "gazette"\n'
    with feeder() as port:
        configure_run(folder, table.format(port))
        refused = run_in(folder, *RUN)
        assert (1, True) == (refused.returncode, "feeds    0 new of 1, 1 failed" in refused.stdout)
        assert "lies in a private network" in refused.stderr
        configure_run(folder, f"{table.format(port)}allow_private = true\n")
        first, again = run_in(folder, *RUN), run_in(folder, *RUN)
    assert "feeds    1 new of 1\ninbox    1 document\nedition  1 of 14 Mar" in first.stdout
    assert "feeds    0 new of 1\ninbox    1 document\n" in again.stdout
    assert "nothing new" in again.stdout


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_watching_renews_the_edition_and_ends_when_asked(
    folder: Path, tmp_path: Path, end: signal.Signals
) -> None:
    log = tmp_path / "watch.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "briefgen", "watch", "--settle", "0.2", "--look", "0.1"],
            cwd=folder,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )
    try:
        wait_for(log, "nothing to tell yet")
        write_page(folder, "ferry", FERRY, 14)
        wait_for(log, "edition  1 of 14 Mar 2024: 1 event")
        (folder / "review.yaml").write_text("events: [")
        write_page(folder, "mill", MILL, 15)
        wait_for(log, "briefgen: ")
        (folder / "review.yaml").unlink()
        write_page(folder, "mill", f"{MILL} ", 15)
        wait_for(log, "edition  2 of 15 Mar 2024: 2 events")
        process.send_signal(end)
        assert 0 == process.wait(60)
    finally:
        process.kill()
        process.wait()


def wait_for(log: Path, words: str) -> None:
    """Wait until a log says something; for ever, where it never does, would be too long."""
    for _ in range(1200):
        if words in log.read_text():
            return
        time.sleep(0.1)
    raise AssertionError(f"{words!r} was never said:\n{log.read_text()}")
