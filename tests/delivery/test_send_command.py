"""`briefgen send` and `briefgen publish` from end to end, against a real server and a real wiki."""

import email
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from email import policy
from pathlib import Path
from typing import Any

import pytest

from briefgen.delivery.lock import alone

PAGE = (
    "The ferry between Orm and Lund stopped on Wednesday, the operator said. "
    "Sailors marched through Orm on Tuesday. A fire burned down the mill at Lund on Monday.\n"
)
PLACES = '[[place]]\nname = "{0}"\ncountry = "XA"\nlat = 10.0\nlon = 10.0\nprecision = "town"\n\n'


def briefgen(where: Path, *arguments: str, password: str = "") -> subprocess.CompletedProcess[str]:
    environment = os.environ | ({"BRIEFGEN_SMTP_PASSWORD": password} if password else {})
    return subprocess.run(
        [sys.executable, "-m", "briefgen", *arguments],
        cwd=where,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A project folder with one page in its inbox."""
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox/page.txt").write_text(f"Ferry stopped\n\n\n{PAGE}")
    (tmp_path / "inbox/page.meta.yaml").write_text("publisher: Gazette\npublished: 2026-03-12\n")
    (tmp_path / "places.toml").write_text("".join(map(PLACES.format, ("Orm", "Lund"))))
    (tmp_path / "theaters.toml").write_text(
        '[[theater]]\nid = "lund"\nname = "Lund"\nplaces = ["Lund"]\n\n'
        '[[theater]]\nid = "orm"\nname = "Orm"\nplaces = ["Orm"]\n'
    )
    return tmp_path


def configure(desk: Path, more: str) -> None:
    (desk / "briefgen.toml").write_text(
        'title = "Strait brief"\nbundled_places = false\nplaces = ["places.toml"]\n'
        'theaters = ["theaters.toml"]\ntopics = []\n' + more
    )


def mail_to(opened: Any, *recipients: str, groups: str = "") -> str:
    names = ", ".join(f'"{recipient}"' for recipient in recipients)
    security = opened.server.security
    return (
        '[mail]\nsender = "Desk <desk@example.org>"\n'
        'subject = "[Brief {number}] {date}: {events} events, {new} new"\n'
        f"recipients = [{names}]\n"
        f'[mail.server]\nhost = "127.0.0.1"\nport = {opened.server.port}\n'
        f'security = "{security}"\nattempts = 1\n'
        + (f'certificates = "{opened.server.certificates}"\n' if security != "none" else "")
        + (f'user = "{opened.server.user}"\n' if opened.server.user else "")
        + groups
    )


SEND = ("send", "inbox", "--project", "briefgen.toml", "--quiet")


def test_each_recipient_gets_the_edition_once(desk: Path, office: Callable[..., Any]) -> None:
    opened = office("starttls", password=True)
    configure(desk, mail_to(opened, "anna@example.org", "ben@example.org"))
    done = briefgen(desk, *SEND, password="right")  # noqa: S106 (of the server in this test)
    assert (0, "anna@example.org: sent\nben@example.org: sent\n") == (done.returncode, done.stdout)
    assert 2 == len(opened.postman.kept)
    again = briefgen(desk, *SEND, password="right")  # noqa: S106 (as above)
    assert "anna@example.org: had it before\nben@example.org: had it before\n" == again.stdout
    assert 2 == len(opened.postman.kept)
    message = email.message_from_bytes(opened.postman.kept[0][1], policy=policy.default)
    assert "[Brief 1] 12 Mar 2026: 3 events, 3 new" == message["Subject"]
    assert ["text/plain", "text/html", "image/png", "image/png", "application/pdf"] == [
        part.get_content_type() for part in message.walk() if not part.is_multipart()
    ]


def test_a_group_gets_its_theaters_and_its_parts_alone(
    desk: Path, office: Callable[..., Any]
) -> None:
    opened = office()
    group = '[[mail.group]]\nname = "Lund desk"\nrecipients = ["lund@example.org"]\n'
    group += 'theaters = ["lund"]\nformats = ["text"]\n'
    configure(desk, mail_to(opened, "chief@example.org", groups=group))
    assert 0 == briefgen(desk, *SEND).returncode
    texts = {
        to[0]: email.message_from_bytes(data, policy=policy.default)
        for to, data in opened.postman.kept
    }
    lund = texts["lund@example.org"]
    assert "text/plain" == lund.get_content_type()
    assert "mill" in lund.get_content()
    assert "marched" not in lund.get_content()
    body = texts["chief@example.org"].get_body(("plain",))
    assert body is not None
    assert "marched" in body.get_content()


def test_a_server_that_fails_is_resumed_with_who_has_not_got_it(
    desk: Path, office: Callable[..., Any]
) -> None:
    opened = office()
    opened.postman.to_recipient = {"ben@example.org": ["451 Later"], "cleo@example.org": ["550 No"]}
    configure(desk, mail_to(opened, "anna@example.org", "ben@example.org", "cleo@example.org"))
    done = briefgen(desk, *SEND)
    assert 1 == done.returncode
    assert ["sent", "deferred (451 Later)", "refused (550 No)"] == [
        line.partition(": ")[2] for line in done.stdout.splitlines()
    ]
    again = briefgen(desk, *SEND)
    assert ["had it before", "sent", "refused (550 No)"] == [
        line.partition(": ")[2] for line in again.stdout.splitlines()
    ]
    assert [("anna@example.org",), ("ben@example.org",)] == [to for to, _ in opened.postman.kept]


def test_what_is_in_doubt_is_sent_again_as_it_was_and_names_its_day(
    desk: Path, office: Callable[..., Any]
) -> None:
    opened = office()
    opened.postman.to_data = ["drop after keeping"]
    configure(desk, mail_to(opened, "anna@example.org"))
    lost = briefgen(desk, *SEND)
    hint = "briefgen send --date 2026-03-12 --again anna@example.org"
    assert (1, True) == (lost.returncode, hint in lost.stderr)
    shutil.rmtree(desk / "inbox")
    again = briefgen(desk, *hint.split()[1:])
    assert (0, "anna@example.org: sent\n") == (again.returncode, again.stdout)
    assert 1 == len({data for _, data in opened.postman.kept})
    assert 2 == len(opened.postman.kept)
    done = briefgen(desk, "send", "--again", "anna@example.org")
    assert (2, True) == (done.returncode, "no letter to it is in doubt" in done.stderr)


def test_letters_can_be_shown_as_they_were_sent(desk: Path, office: Callable[..., Any]) -> None:
    opened = office()
    configure(desk, mail_to(opened, "anna@example.org"))
    assert 0 == briefgen(desk, *SEND).returncode
    shown = briefgen(desk, "archive", "letters", "--output", "sent")
    assert 0 == shown.returncode, shown.stderr
    assert shown.stdout.startswith("edition 1 of 2026-03-12, anna@example.org: sent ")
    ((_, data),) = opened.postman.kept
    assert data.rstrip() == (desk / "sent/001.eml").read_bytes().rstrip()
    none = briefgen(desk, "archive", "letters", "--date", "2026-03-11")
    assert (2, True) == (none.returncode, "no edition of that day" in none.stderr)


@pytest.mark.parametrize("command", ["send", "publish"])
def test_nothing_is_issued_while_another_is_at_work(
    command: str, desk: Path, office: Callable[..., Any]
) -> None:
    configure(desk, mail_to(office(), "anna@example.org") + '[wiki]\nfolder = "wiki"\n')
    with alone(desk):
        done = briefgen(desk, command)
    assert (2, True) == (done.returncode, "another briefgen is at work" in done.stderr)
    assert not (desk / "archive.sqlite").exists()


def test_a_dry_run_sends_and_records_nothing(desk: Path, office: Callable[..., Any]) -> None:
    opened = office()
    configure(desk, mail_to(opened, "anna@example.org"))
    done = briefgen(desk, *SEND, "--dry-run", "--output", "mails")
    assert done.stdout.startswith("anna@example.org: 3 events, ")
    assert [] == opened.postman.kept
    assert not (desk / "archive.sqlite").exists()
    assert b"To: anna@example.org" in (desk / "mails/001.eml").read_bytes()


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", "nobody to send to"),
        ('[mail]\nrecipients = ["a@x.org"]\n', "no server to send by"),
        ('[mail]\nrecipients = ["nobody"]\n', "is no address"),
        ('[mail]\n[mail.server]\nhost = "h"\npassword = "p"\n', "has no place in a file"),
        ('[mail]\n[mail.server]\nhost = "h"\nsecurity = "ssl"\n', "starttls, tls, none"),
    ],
)
def test_what_is_not_configured_is_told(desk: Path, more: str, told: str) -> None:
    configure(desk, more)
    done = briefgen(desk, *SEND)
    assert 2 == done.returncode
    assert told in done.stderr


PUBLISH = ("publish", "inbox", "--project", "briefgen.toml", "--quiet")


def git(where: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments],
        cwd=where,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_an_edition_is_published_into_a_git_wiki_once(desk: Path) -> None:
    git(desk, "init", "--quiet", "--bare", "--initial-branch=main", "wiki.git")
    configure(desk, '[wiki]\nprofile = "gfm"\nrepository = "wiki.git"\n')
    shown = briefgen(desk, *PUBLISH, "--dry-run")
    assert "+++ b/Home.md\n" in shown.stdout
    assert "" == git(desk / "wiki.git", "for-each-ref")
    done = briefgen(desk, *PUBLISH)
    assert (0, "made Home.md") == (done.returncode, done.stdout.splitlines()[0])
    again = briefgen(desk, *PUBLISH)
    assert "nothing changed\n" == again.stderr
    log = git(desk / "wiki.git", "log", "--format=%s", "main")
    assert "Strait brief, 12 Mar 2026: 3 events\n" == log


def test_an_edition_is_published_into_a_folder(desk: Path) -> None:
    configure(desk, "")
    done = briefgen(desk, *PUBLISH, "--folder", "vault", "--profile", "obsidian")
    assert "made index.md" in done.stdout
    assert (desk / "vault/index.md").read_text().startswith("---\ntitle: ")
    nowhere = briefgen(desk, *PUBLISH)
    assert (2, True) == (nowhere.returncode, "no wiki" in nowhere.stderr)
