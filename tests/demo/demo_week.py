"""samples/kestrel-strait, day by day → seven editions, mailed and published, all on the loopback.

make demo-week    (or: python tests/demo/demo_week.py [FOLDER], by default output/demo-week)

Each file of the sample comes into the inbox on the day of its newest document, `briefgen run` is
called once a day, and twice on the last. What is left in the folder: the project, its editions, the
mails as they came in, pictures of the last where chromium is there, the wiki's repository.
"""

import email
import re
import shutil
import subprocess
import sys
from base64 import b64encode
from datetime import date, timedelta
from email import policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

from briefgen import library
from briefgen.pipeline import day_of

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples/kestrel-strait"
FIRST, DAYS = date(2026, 3, 9), 7
SETTINGS = """
[mail.server]
host = "127.0.0.1"
port = {port}
security = "none"

[wiki]
profile = "gfm"
repository = "wiki.git"
author = "Strait desk <desk@example.org>"
"""
TALL = 2400
"""Pixels of a mail that its picture shows."""
CHANGES = re.compile(r"(?ms)^## What changed.*?(?=^## )")


class Postbox:
    """Keeps what comes in."""

    def __init__(self) -> None:
        self.kept: list[bytes] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.kept.append(envelope.content)
        return "250 Accepted"


class Anyport(Controller):
    """A server on whatever port is free."""

    def _trigger_server(self) -> None:
        server: Any = self.server
        self.port = server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]


def arrivals() -> dict[Path, date]:
    """File of the sample → the day on which it comes in; undated ones come on the first."""
    project = library.load_project(SAMPLE / "briefgen.toml")
    found = {}
    for folder in ("inbox", "weekend"):
        for path in sorted((SAMPLE / folder).iterdir()):
            if not path.name.endswith(".meta.yaml"):
                documents = library.read([path], project).documents
                found[path] = max(day_of(documents, project) or FIRST, FIRST)
    return found


def make_project(folder: Path, port: int) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "inbox").mkdir(parents=True)
    for path in SAMPLE.glob("*.toml"):
        shutil.copy(path, folder)
    text = (SAMPLE / "briefgen.toml").read_text("utf-8").replace("archive = false\n", "")
    (folder / "briefgen.toml").write_text(text + SETTINGS.format(port=port))
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main", "wiki.git")


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout


def run(folder: Path, day: date) -> str:
    """One `briefgen run`, which must end well."""
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", "run", "--date", day.isoformat()],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"briefgen run ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def page_of(message: EmailMessage) -> str:
    """The message's HTML with its pictures in it, as a mail program shows it."""
    part = message.get_body(("html",))
    assert part is not None
    page = str(part.get_content())
    for one in message.walk():
        if one.get_content_maintype() == "image" and one["Content-ID"]:
            data = b64encode(one.get_payload(decode=True) or b"").decode()  # type: ignore[arg-type]
            name = one["Content-ID"].strip("<>")
            page = page.replace(f"cid:{name}", f"data:{one.get_content_type()};base64,{data}")
    return page


def pictures(folder: Path, message: EmailMessage) -> list[Path]:
    """A mail as pictures: wide, as on a telephone, and with pictures off; none without chromium."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    bare = message.get_body(("html",))
    assert bare is not None
    found = []
    for name, width, page in (
        ("mail-640", 640, page_of(message)),
        ("mail-375", 375, page_of(message)),
        ("mail-640-pictures-off", 640, str(bare.get_content())),
    ):
        (folder / f"{name}.html").write_text(page, "utf-8")
        frame = folder / f"{name}.frame.html"  # chromium opens no window so narrow
        style = f"border:0;width:{width}px;height:{TALL}px"
        frame.write_text(f'<body style="margin:0"><iframe src="{name}.html" style="{style}">')
        if browser is None:
            continue
        arguments = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
        target = folder / f"{name}.png"
        done = subprocess.run(
            [
                browser,
                *arguments,
                f"--window-size=640,{TALL}",
                f"--screenshot={target}",
                frame.as_uri(),
            ],
            capture_output=True,
            check=False,
        )
        if done.returncode == 0 and target.is_file():
            found.append(target)
    return found


def row(day: date, told: str, message: EmailMessage, brief: str) -> str:
    """A line of the table: what came in, what went out."""
    found = re.search(r"inbox +(\d+) document", told)
    changes = CHANGES.search(brief)
    marks = (
        re.findall(r"(?m)^\*\*([A-Z][a-z ]+)\*\*(?:$|:)", changes[0]) if changes else ["(first)"]
    )
    documents = found[1] if found else "?"
    return f"{day:%a %d %b}  {documents:>9}  {message['Subject']:<42}  {', '.join(marks)}"


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "output/demo-week").resolve()
    postbox = Postbox()
    server = Anyport(postbox, hostname="127.0.0.1", port=0)
    server.start()
    rows = []
    try:
        make_project(folder, server.port)
        coming = arrivals()
        for day in (FIRST + timedelta(days=n) for n in range(DAYS)):
            for path in (path for path, when in coming.items() if when == day):
                for one in (path, path.with_suffix(".meta.yaml")):
                    if one.is_file():
                        shutil.copy(one, folder / "inbox")
            told = run(folder, day)
            print(f"{day}\n{told}", flush=True)
            message = email.message_from_bytes(postbox.kept[-1], policy=policy.default)
            assert isinstance(message, EmailMessage)
            (folder / "mails").mkdir(exist_ok=True)
            (folder / f"mails/{day}.eml").write_bytes(postbox.kept[-1])
            brief = (folder / f"output/brief-{day}.md").read_text("utf-8")
            rows.append(row(day, told, message, brief))
        again = run(folder, FIRST + timedelta(days=DAYS - 1))
    finally:
        server.stop()
    commits = git(folder / "wiki.git", "log", "--reverse", "--format=%h %s", "main").splitlines()
    print("day         documents  mail received                               what changed")
    print("\n".join(rows))
    print("wiki:", *commits, sep="\n  ")
    taken = [str(path) for path in pictures(folder, message)]
    print("pictures:", *(taken or ["chromium is not there"]), sep="\n  ")
    print(f"mails received: {len(postbox.kept)}, commits: {len(commits)}")
    if (len(postbox.kept), len(commits)) != (DAYS, DAYS) or "nothing new" not in again:
        sys.exit("seven of each are wanted, and nothing of a second run")


if __name__ == "__main__":
    main()
