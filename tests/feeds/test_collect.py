"""Feeds from servers on the loopback, honest and hostile."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from briefgen import library
from briefgen.errors import ProjectError
from briefgen.feeds import Fetched, collect
from briefgen.feeds.addresses import is_public
from briefgen.knowledge import load_project
from briefgen.knowledge.feeds import Feed
from briefgen.knowledge.project import Limits, Project

ITEM = (
    "<item><title>{0}</title><link>https://gazette.example/{0}</link>"
    "<pubDate>Thu, 14 Mar 2024 08:00:00 GMT</pubDate>"
    "<description>The ferry at Orm stopped on Wednesday, its operator said, "
    "and {0} did not.</description></item>"
)
RSS = '<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title>{}</channel></rss>'
WHEN = datetime(2024, 3, 14, 9, 30, tzinfo=UTC)
QUICK = Limits(feed_bytes=50_000, feed_seconds=2)
Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers as the test says, path by path; there is no robots.txt unless it says so."""

    answers: dict[str, Answer]
    asked: list[tuple[str, dict[str, str]]]

    def do_GET(self) -> None:
        self.asked.append((self.path, dict(self.headers)))
        answer = self.answers.get(self.path)
        if answer is None:
            self.send_error(404)
            return
        try:
            answer(self)
        except OSError:
            return  # the other side had enough

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (http.server's name)
        """Say nothing."""


def say(body: bytes, status: int = 200, **headers: str) -> Answer:
    def answer(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


class Site:
    """A server, and fetching from it."""

    def __init__(self, folder: Path, handler: type[Handler], port: int) -> None:
        self.handler, self.port, self.folder = handler, port, folder
        self.inbox = folder / "inbox"

    def answers(self, path: str, answer: Answer) -> None:
        self.handler.answers[path] = answer

    def feed(self, path: str = "/world.rss", *, allow_private: bool = True) -> Feed:
        url = f"http://127.0.0.1:{self.port}{path}"
        return Feed(url=url, name="gazette", publisher="Gazette", allow_private=allow_private)

    def fetch(self, *feeds: Feed, when: datetime = WHEN) -> tuple[Fetched, ...]:
        wanted = feeds or (self.feed(),)
        return collect(wanted, self.inbox, self.folder / "state", QUICK, clock=lambda: when)

    def failure(self, *feeds: Feed) -> str:
        (found,) = self.fetch(*feeds)
        assert found.failure is not None
        assert not self.inbox.exists()
        return found.failure

    def headers(self, path: str) -> list[dict[str, str]]:
        return [headers for asked, headers in self.handler.asked if asked == path]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    handler = type("OneHandler", (Handler,), {"answers": {}, "asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    server.block_on_close = False
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield Site(tmp_path, handler, server.server_port)
    server.shutdown()
    server.server_close()
    thread.join()


def rss(*titles: str) -> bytes:
    return RSS.format("".join(map(ITEM.format, titles))).encode()


def test_a_feed_is_kept_as_it_was_sent_with_its_time_and_publisher(site: Site) -> None:
    site.answers("/world.rss", say(rss("ferry"), Content_Type="application/rss+xml"))
    (found,) = site.fetch()
    assert found.path is not None
    assert "2024-03-14T093000Z" == found.path.name.split(".")[0]
    assert rss("ferry") == found.path.read_bytes()
    (document,) = library.read([site.inbox], Project()).documents
    assert ("Gazette", WHEN) == (document.source.publisher, document.source.retrieved)
    assert "https://gazette.example/ferry" == document.source.url
    (asked,) = site.headers("/world.rss")
    assert asked["User-Agent"].startswith("briefgen/")


def test_what_has_not_changed_is_neither_sent_nor_kept_twice(site: Site) -> None:
    def answer(handler: Handler) -> None:
        unchanged = handler.headers["If-None-Match"] == '"v1"'
        say(b"" if unchanged else rss("ferry"), 304 if unchanged else 200, ETag='"v1"')(handler)

    site.answers("/world.rss", answer)
    assert [True, False] == [site.fetch()[0].path is not None for _ in range(2)]
    site.answers("/world.rss", say(rss("ferry"), Last_Modified="Thu, 14 Mar 2024 08:00:00 GMT"))
    assert None is site.fetch()[0].path
    site.fetch()
    assert "Thu, 14 Mar 2024 08:00:00 GMT" == site.headers("/world.rss")[-1]["If-Modified-Since"]
    assert 2 == len([path for path in site.inbox.rglob("*") if path.is_file()])


def test_items_that_a_feed_still_carries_are_read_once_without_a_word(site: Site) -> None:
    site.answers("/world.rss", say(rss("ferry")))
    site.fetch()
    site.answers("/world.rss", say(rss("ferry", "mill")))
    site.fetch(when=WHEN.replace(hour=12))
    reading = library.read([site.inbox], Project())
    assert (2, ()) == (len(reading.documents), reading.notices)


def test_a_run_that_was_cut_short_between_the_sidecar_and_the_feed_is_mended(site: Site) -> None:
    site.answers("/world.rss", say(rss("ferry")))
    path = site.fetch()[0].path
    assert path is not None
    path.unlink()
    assert None is not site.fetch(when=WHEN.replace(hour=12))[0].path
    assert 2 == len([path for path in site.inbox.rglob("*") if path.is_file()])


def test_robots_are_heard(site: Site) -> None:
    site.answers("/world.rss", say(rss("ferry")))
    site.answers("/robots.txt", say(b"User-agent: briefgen\nDisallow: /world.rss\n"))
    assert "robots.txt asks programs to leave it alone" in site.failure()
    assert [] == site.headers("/world.rss")
    site.answers("/robots.txt", say(b"", 503))
    assert "robots.txt cannot be read (status 503)" in site.failure()
    site.answers("/robots.txt", say(b"User-agent: *\nDisallow: /private/\n"))
    assert site.fetch()[0].path is not None


def test_a_private_address_is_not_spoken_to_unless_that_is_allowed(site: Site) -> None:
    site.answers("/world.rss", say(rss("ferry")))
    for host in ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0x7f.1"):
        feed = Feed(url=f"http://{host}:{site.port}/world.rss", name="gazette")
        assert "private network" in site.failure(feed)
    assert [] == site.handler.asked


def test_a_redirect_leads_to_no_private_address_either(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.answers("/world.rss", say(b"", 302, Location="http://169.254.169.254/latest/"))
    monkeypatch.setattr("briefgen.feeds.addresses.is_public", lambda text: text == "127.0.0.1")
    assert "169.254.169.254 lies in a private network" in site.failure(
        site.feed(allow_private=False)
    )


@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("/world.rss", "redirects more than 5 times"),
        ("file:///etc/passwd", "which is no web address"),
        ("gopher://gazette.example/", "which is no web address"),
    ],
)
def test_redirects_have_bounds(site: Site, location: str, told: str) -> None:
    site.answers("/world.rss", say(b"", 302, Location=location))
    assert told in site.failure()


def test_a_redirect_within_bounds_is_followed(site: Site) -> None:
    site.answers("/world.rss", say(b"", 301, Location="/new.rss"))
    site.answers("/new.rss", say(rss("ferry")))
    assert site.fetch()[0].path is not None


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"x" * 10_000)


def dripping_body(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"x")
        time.sleep(0.2)


def dripping_head(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    for _ in range(100):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.2)


def silent(_: Handler) -> None:
    time.sleep(4)


def no_http(handler: Handler) -> None:
    handler.wfile.write(b"\x00\x01\x02 this is no HTTP\r\n\r\n")


BOMB = gzip.compress(b"\0" * 20_000_000)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (endless, "sends more than 50,000 bytes"),
        (say(BOMB, Content_Encoding="gzip"), "sends more than 50,000 bytes"),
        (say(b"no gzip at all", Content_Encoding="gzip"), "no answer: "),
        (dripping_body, "no whole answer within 2 s"),
        (dripping_head, "no whole answer within 2 s"),
        (silent, "no whole answer within 2 s"),
        (no_http, "no answer: "),
        (say(b"", 500), "answers with status 500"),
    ],
)
def test_a_hostile_server_is_told_and_nothing_is_kept(
    site: Site, answer: Answer, told: str
) -> None:
    site.answers("/world.rss", answer)
    assert told in site.failure()


def test_a_feed_that_fails_keeps_none_of_the_others(site: Site) -> None:
    site.answers("/world.rss", say(rss("ferry")))
    broken = Feed(url="http://nowhere.invalid/", name="nowhere", allow_private=True)
    outcomes = site.fetch(broken, site.feed())
    assert outcomes[0].failure is not None
    assert outcomes[0].failure.startswith("nowhere: ")
    assert outcomes[1].path is not None


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 (that it is refused)
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:93.184.215.14", True),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d70e", True),
        ("2002:7f00:1::", False),
    ],
)
def test_which_addresses_belong_to_the_whole_internet(address: str, public: bool) -> None:
    assert public == is_public(address)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('url = "file:///etc/passwd"', "write it as"),
        ('url = "gazette.example"', "write it as"),
        ('url = "https://desk:secret@gazette.example/"', "no place in a file"),
        ('url = "https://gazette.example/"\nname = "../out"', "letters, digits"),
        (
            'url = "https://a.org/"\nname = "x"\n[[feed]]\nurl = "https://b.org/"\nname = "X"',
            "a name of its own",
        ),
        ('url = "https://gazette.example/"\nuser = "x"', "unknown key"),
    ],
)
def test_a_feed_that_is_configured_wrongly_is_told(tmp_path: Path, table: str, told: str) -> None:
    (tmp_path / "briefgen.toml").write_text(f"[[feed]]\n{table}\n")
    with pytest.raises(ProjectError, match=told):
        load_project(tmp_path / "briefgen.toml")
