"""`briefgen run`, killed at many points and begun again → what was lost, and what was done twice.

python tests/benchmark/killed_runs.py [--calls 100] [--times 50] [--seed 1]

Each point has a project of its own with an edition issued. New reporting comes; a run is killed
(SIGKILL, half of the time with all of its children) either as it does its n-th deed from laying
the files ready on (``--calls``: opening, writing and renaming files, statements of SQLite, what is
sent and received, each call of git) or at a random moment of its life (``--times``). Then nothing,
a new day's page or a late page of the same day comes, and it is run to its end, twice. Mail goes to
a server on the loopback, pages to a git daemon on the loopback; neither is killed.
"""

import argparse
import asyncio
import json
import random
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PLACE = '[[place]]\nname = "{0}"\ncountry = "XA"\nlat = 10.0\nlon = 10.0\nprecision = "town"\n\n'
PLACES = ("Orm", "Lund", "Vik")
PAGES = {
    "12a": (12, "Ferry at Orm stopped", "The ferry at Orm stopped on Monday, its operator said."),
    "13a": (13, "Mill at Lund burns", "A fire burned down the mill at Lund on Tuesday."),
    "13b": (13, "Strike at Vik", "Dockers at Vik went on strike on Wednesday, their union said."),
    "13c": (13, "Rail line at Orm cut", "A landslide cut the railway at Orm on Wednesday morning."),
    "14a": (14, "Bridge at Vik opened", "The bridge at Vik was opened on Thursday."),
}
"""Key → day of March 2024, title, text. One letter a page; c is the late page of its day."""
COMING = {"again": (), "a day more": ("14a",), "more of the day": ("13c",)}
"""What comes between the kill and the next run."""
RUNS = Path(__file__).with_name("forked_runs.py")


class Postman:
    """Keeps what a mail server is given, after a moment."""

    def __init__(self, seed: int) -> None:
        self.kept: list[tuple[str, str]] = []
        self._random = random.Random(seed)  # noqa: S311 (no secret)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        await asyncio.sleep(self._random.uniform(0, 0.03))
        found = re.search(rb"(?mi)^Message-ID:\s*(\S+)", envelope.content)
        assert found is not None
        self.kept += [(address, found[1].decode()) for address in envelope.rcpt_tos]
        await asyncio.sleep(self._random.uniform(0, 0.03))
        return "250 Accepted"


@dataclass(frozen=True, kw_only=True)
class Places:
    """Where the servers are, and the folder of it all."""

    top: Path
    smtp: int
    git: int | None
    """Port of the git daemon; None: repositories by their paths."""


@dataclass(kw_only=True)
class Tally:
    """What is counted over all points."""

    points: int = 0
    killed: int = 0
    cut: Counter[str] = field(default_factory=Counter)
    """By how far the killed run had come."""
    letters: int = 0
    doubted: int = 0
    doubted_arrived: int = 0
    editions: int = 0
    commits: int = 0
    letters_twice: int = 0
    commits_twice: int = 0
    events_lost: int = 0
    wrong: list[str] = field(default_factory=list)


def git(where: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=where, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def write_page(desk: Path, key: str) -> None:
    day, title, text = PAGES[key]
    (desk / f"inbox/{key}.txt").write_text(f"{title}\n\n\n{text}\n")
    sidecar = f"publisher: Gazette {key[-1]}\npublished: 2024-03-{day}\n"
    (desk / f"inbox/{key}.meta.yaml").write_text(sidecar)


def write_project(desk: Path, places: Places, name: str) -> None:
    bare = places.top / f"{name}.git"
    wiki = f"git://127.0.0.1:{places.git}/{name}.git" if places.git else str(bare)
    (desk / "briefgen.toml").write_text(
        'title = "Strait brief"\nbundled_places = false\nplaces = ["places.toml"]\n'
        'theaters = ["theaters.toml"]\ntopics = []\n'
        '[mail]\nsender = "desk@example.org"\nformats = ["text"]\n'
        f'recipients = ["anna.{name}@example.org", "ben.{name}@example.org"]\n'
        f'[[mail.group]]\nname = "Lund"\nrecipients = ["lund.{name}@example.org"]\n'
        'theaters = ["lund"]\nformats = ["text"]\n'
        f'[mail.server]\nhost = "127.0.0.1"\nport = {places.smtp}\nsecurity = "none"\n'
        f'[wiki]\nprofile = "gfm"\nrepository = "{wiki}"\n'
    )


def make_desk(places: Places, runner: "Runner") -> Path:
    """A project with one edition issued: the state from which every point starts."""
    desk = places.top / "start"
    (desk / "inbox").mkdir(parents=True)
    (desk / "places.toml").write_text("".join(map(PLACE.format, PLACES)))
    (desk / "theaters.toml").write_text(
        "".join(
            f'[[theater]]\nid = "{name.casefold()}"\nname = "{name}"\nplaces = ["{name}"]\n\n'
            for name in PLACES
        )
    )
    git(places.top, "init", "--quiet", "--bare", "--initial-branch=main", "start.git")
    write_project(desk, places, "start")
    write_page(desk, "12a")
    told = runner.run(desk)
    assert told.code == 0, told.err
    return desk


def copy_desk(places: Places, name: str) -> Path:
    desk = places.top / name
    shutil.copytree(places.top / "start", desk)
    shutil.copytree(places.top / "start.git", places.top / f"{name}.git")
    write_project(desk, places, name)
    for key in ("13a", "13b"):
        write_page(desk, key)
    return desk


@dataclass(frozen=True, kw_only=True)
class Told:
    """What became of one run."""

    code: int
    """Negative: ended by that signal."""
    calls: int
    seconds: float
    out: str
    err: str


class Runner:
    """A process that has all modules loaded, and forks one run after the other."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, RUNS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(
        self, desk: Path, *, kill_at: int = 0, kill_after: float = 0, group: bool = False
    ) -> Told:
        """Run in a folder, and kill it at a call, or after so many seconds, where one is named."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        order = json.dumps([str(desk), kill_at, kill_after, group])
        print(order, file=self._process.stdin, flush=True)
        code, calls, seconds = json.loads(self._process.stdout.readline())
        out, err = ((desk / name).read_text() for name in ("out.log", "err.log"))
        return Told(code=code, calls=calls, seconds=seconds, out=out, err=err)

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


def rows(desk: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(desk / "archive.sqlite")) as connection:
        return connection.execute(query).fetchall()


def published(pages: Sequence[tuple[int, int, str]], bare: Path, tally: Tally) -> Iterator[str]:
    """What is wrong with a wiki, by the number, revision and state of what was to be published."""
    started = 1  # the commit that every point starts from
    latest = {number: revision for number, revision, _ in sorted(pages)}
    sent = sum(state == "sent" for *_, state in pages)
    passed = [(number, revision) for number, revision, state in pages if state != "sent"]
    # committed or not: a later revision has taken its place, and nobody asks again
    taken_over = sum(revision != latest[number] for number, revision in passed)
    subjects = git(bare, "log", "--format=%s", "main").splitlines()
    tally.commits += len(subjects) - started
    tally.commits_twice += max(0, len(subjects) - sent - taken_over)
    if not sent <= len(subjects) <= sent + taken_over:
        yield f"{sent} editions published, {taken_over} open, and {len(subjects)} commits"
    for number, revision in passed:
        if revision == latest[number]:
            yield f"edition {number}.{revision} is not in the wiki"


def judged(  # noqa: C901, PLR0912 (one question after the other)
    desk: Path, bare: Path, runs: Sequence[Told], postman: Postman, tally: Tally
) -> Iterator[str]:
    """What is wrong after a point; and its figures.

    A letter in doubt must be told, unless its recipient has the next revision of the edition.
    """
    from briefgen.archive import check  # noqa: PLC0415 (not in the forking process)

    done, once_more = runs
    arrived = Counter(postman.kept)
    editions = rows(desk, "SELECT id, number, revision, day FROM editions ORDER BY id")
    latest = {number: revision for _, number, revision, _ in editions}
    started = 1  # the edition that every point starts from
    tally.editions += len(editions) - started
    yield from (f"archive: {problem}" for problem in check(desk / "archive.sqlite").problems)
    letters = rows(
        desk,
        "SELECT e.number, e.revision, d.recipient, d.message_id, d.state FROM deliveries AS d"
        " JOIN editions AS e ON e.id = d.edition WHERE d.channel = 'smtp' AND e.number > 1",
    )
    doubted = 0
    for number, revision, recipient, message, state in letters:
        times = arrived[recipient, message]
        tally.letters += 1
        tally.letters_twice += max(0, times - 1)
        if times > 1:
            yield f"{recipient} got {message} {times} times"
        if state == "unknown":
            doubted += 1
            tally.doubted_arrived += times
            if revision == latest[number] and recipient not in done.err:
                yield f"{recipient}: in doubt, and not told"
        elif state == "sent" and times != 1:
            yield f"{recipient}: sent, and arrived {times} times"
        elif state != "sent" and (revision == latest[number] or times):
            yield f"{recipient}: {state} in the end, arrived {times} times"
    tally.doubted += doubted
    wanted = {recipient for _, _, recipient, _, _ in letters}
    for number, revision in latest.items():
        has = {to for n, r, to, _, _ in letters if (n, r) == (number, revision)}
        if number > 1 and (len(has) != 3 or has != wanted):
            yield f"edition {number}.{revision} went to {sorted(has)}"
    known = {row: (number, revision) for row, number, revision, _ in editions}
    pages = rows(desk, "SELECT edition, state FROM deliveries WHERE channel = 'wiki'")
    yield from published([(*known[row], state) for row, state in pages], bare, tally)
    git(bare, "fsck", "--strict")
    for _, _, _, day in editions:
        if not (desk / f"output/brief-{day}.md").is_file():
            yield f"output/brief-{day}.md is missing"
    if left := [path.name for path in (desk / "output").glob(".*")]:
        yield f"left in output: {left}"
    expected = 1 if doubted else 0
    if done.code not in {0, expected} or once_more.code not in {0, expected}:
        yield f"ended with {done.code} and {once_more.code}: {done.err}"
    if "nothing new" not in once_more.out or " sent" in once_more.out:
        yield f"the run after that did something: {once_more.out}"


def told_of(desk: Path) -> tuple[str, ...]:
    """Headlines of all events in the latest edition."""
    query = "SELECT headline FROM events WHERE edition = (SELECT max(id) FROM editions) ORDER BY 1"
    return tuple(headline for (headline,) in rows(desk, query))


@contextmanager
def loopback(top: Path, postman: Postman) -> Iterator[Places]:
    """The mail server and the git daemon, while they are needed."""
    from aiosmtpd.controller import Controller  # noqa: PLC0415 (not in the forking process)

    ports = []
    for _ in range(2):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            ports.append(probe.getsockname()[1])
    controller = Controller(postman, hostname="127.0.0.1", port=ports[0])
    controller.start()
    daemon = subprocess.Popen(
        [
            "git", "daemon", "--export-all", "--enable=receive-pack", "--reuseaddr",
            "--listen=127.0.0.1", f"--port={ports[1]}", f"--base-path={top}", str(top),
        ],
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    for _ in range(100):
        with suppress(OSError), socket.create_connection(("127.0.0.1", ports[1]), 1):
            break
        time.sleep(0.1)
    there = daemon.poll() is None
    try:
        yield Places(top=top, smtp=ports[0], git=ports[1] if there else None)
    finally:
        controller.stop()
        daemon.terminate()
        daemon.wait()


def measure(calls: int, times: int, seed: int) -> Tally:
    """Kill so many runs at calls and at times, and say what came of it."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    tally, postman, runner = Tally(), Postman(seed), Runner()
    with tempfile.TemporaryDirectory() as folder, loopback(Path(folder), postman) as places:
        make_desk(places, runner)
        whole: dict[str, tuple[str, ...]] = {}
        most, longest = 0, 0.0
        for coming, keys in COMING.items():
            desk = copy_desk(places, f"whole{len(whole)}")
            for key in keys:
                write_page(desk, key)
            told = runner.run(desk)
            assert told.code == 0, told.err
            most, longest = max(most, told.calls), max(longest, told.seconds)
            whole[coming] = told_of(desk)
        for point in range(calls + times):
            name = f"point{point}"
            desk = copy_desk(places, name)
            group = places.git is not None and chance.random() < 0.5
            if point < calls:
                at = (point + chance.random()) / calls * most
                cut = runner.run(desk, kill_at=max(1, round(at)), group=group)
            else:
                at = longest * chance.uniform(0.01, 1.0)
                cut = runner.run(desk, kill_after=at, group=group)
            tally.points += 1
            tally.killed += cut.code == -signal.SIGKILL
            lines = [line.split()[0] for line in cut.out.splitlines() if line]
            tally.cut[lines[-1] if lines else "before anything was told"] += 1
            coming = chance.choice(tuple(COMING))
            for key in COMING[coming]:
                write_page(desk, key)
            runs = (runner.run(desk), runner.run(desk))
            wrong = [*judged(desk, places.top / f"{name}.git", runs, postman, tally)]
            tally.events_lost += len(set(whole[coming]) - set(told_of(desk)))
            if told_of(desk) != whole[coming]:
                wrong.append(f"events: {told_of(desk)} for {whole[coming]}")
            tally.wrong += [f"point {point} ({at:.6g}, {coming}): {what}" for what in wrong]
            if not wrong:
                shutil.rmtree(desk)
    runner.close()
    return tally


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=100)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    tally = measure(asked.calls, asked.times, asked.seed)
    print(f"points: {tally.points}, of them killed before their end: {tally.killed}")
    print("last line told before the kill:", dict(tally.cut))
    print(f"editions: {tally.editions}, letters: {tally.letters}, commits: {tally.commits}")
    print(
        f"letters twice: {tally.letters_twice}, commits twice: {tally.commits_twice}, "
        f"events lost: {tally.events_lost}"
    )
    print(
        f"letters in doubt, told and not sent again: {tally.doubted}"
        f" (of them arrived: {tally.doubted_arrived})"
    )
    print(f"wrong: {len(tally.wrong)}")
    for line in tally.wrong:
        print(" ", line)
    figures = {
        "points": tally.points,
        "killed": tally.killed,
        "editions": tally.editions,
        "mails": tally.letters,
        "mails twice": tally.letters_twice,
        "mails in doubt": tally.doubted,
        "commits": tally.commits,
        "commits twice": tally.commits_twice,
        "events lost": tally.events_lost,
        "wrong": len(tally.wrong),
    }
    print(json.dumps({"briefgen run": figures}))
    sys.exit(bool(tally.wrong))


if __name__ == "__main__":
    main()
