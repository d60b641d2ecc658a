"""WARC and WACZ: the pages that were kept; when they were kept bounds them and dates nothing."""

import gzip
import sys
from datetime import UTC, datetime

import pytest

from briefgen.knowledge.project import Limits
from briefgen.readers import Reading, ReadOptions, read_bytes
from tests.readers.invented_archives import FOLDER, http, page, record, samples, wacz

OPTIONS = ReadOptions(zone=UTC)
KEPT = "2024-07-20T10:00:00Z"


def response(address: str, block: bytes, kind: str = "response") -> bytes:
    return record(kind, block, address=address, date=KEPT)


ONE = response("https://example.org/a", http(page("Depot burns", "The depot burned on Thursday.")))
TWO = response("https://example.org/b", http(page("Port opens", "The port opened on Friday.")))


def read_archive(data: bytes, name: str = "crawl.warc", options: ReadOptions = OPTIONS) -> Reading:
    return read_bytes(data, name, options)


def test_a_page_is_bounded_by_its_crawl_and_dated_by_itself() -> None:
    head = '<meta name="date" content="2024-07-19">'
    dated = http(page("Port opens", "The port opened on Friday.", head))
    first, second = read_archive(ONE + response("https://example.org/b", dated)).documents
    assert first.published is None
    assert first.source.retrieved == datetime(2024, 7, 20, 10, tzinfo=UTC)
    assert first.source.url == "https://example.org/a"
    assert first.source.path == "crawl.warc!https://example.org/a"
    assert second.published is not None
    assert second.published.basis.value == "meta"


@pytest.mark.parametrize("name", ["crawl.warc.gz", "anything"])
def test_a_packed_archive_is_known_by_its_content(name: str) -> None:
    assert len(read_archive(gzip.compress(ONE) + gzip.compress(TWO), name).documents) == 2


def test_a_wacz_file_gives_the_pages_in_it_and_not_its_indexes() -> None:
    reading = read_archive(wacz(gzip.compress(ONE) + gzip.compress(TWO)), "crawl.wacz")
    assert [d.source.path.rpartition("!")[2] for d in reading.documents] == [
        "https://example.org/a",
        "https://example.org/b",
    ]
    assert reading.notices == ()


def test_what_is_no_page_is_counted() -> None:
    others = (
        response(
            "https://example.org/a", http(page("Depot burns", "The depot burned on Thursday."))
        ),
        response("https://example.org/i.png", http(b"\x89PNG", kind="image/png")),
        response("https://example.org/gone", http(b"gone", status="404 Not Found")),
        response("https://example.org/a", b"HTTP/1.1 200 OK\r\n\r\n", "revisit"),
        response("https://example.org/robots.txt", http(b"User-agent: *", kind="text/plain")),
        response("https://example.org/map.xml", http(b"<urlset></urlset>", kind="text/xml")),
    )
    reading = read_archive(ONE + b"".join(others))
    assert len(reading.documents) == 1
    (notice,) = reading.notices
    for told in (
        "1 × kept twice",
        "1 × image/png",
        "1 × HTTP 404",
        "1 × unchanged since an earlier visit",
        "1 × rules for crawlers",
        "1 × text/xml",
    ):
        assert told in notice.message


def test_the_charset_of_the_http_header_counts() -> None:
    text = "Пожежа на складі тривала добу, повідомили рятувальники."
    body = http(page("Пожежа", text).decode().encode("koi8-u"), kind="text/html; charset=koi8-u")
    (document,) = read_archive(response("https://example.org/a", body)).documents
    assert text in document.text


def test_a_packed_answer_is_unpacked() -> None:
    packed = gzip.compress(page("Depot burns", "The depot burned on Thursday."))
    (document,) = read_archive(
        response("https://example.org/a", http(packed, more="Content-Encoding: gzip\r\n"))
    ).documents
    assert "The depot burned" in document.text


@pytest.mark.parametrize("cut", [30, 400, 700])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_cut_archive_gives_what_is_whole_and_says_so(cut: int, pack: type[bytes]) -> None:
    data = pack(ONE) + pack(TWO)
    reading = read_archive(data[:-cut] if cut < len(data) else data[:90])
    assert any("cut off" in n.message or "no records" in n.message for n in reading.notices)


def test_a_page_that_unpacks_to_too_much_is_left_out() -> None:
    bomb = http(gzip.compress(b"<p>" + b" " * 3_000_000), more="Content-Encoding: gzip\r\n")
    options = ReadOptions(zone=UTC, limits=Limits(file_bytes=1_000_000))
    reading = read_archive(response("https://example.org/b", bomb) + ONE, options=options)
    assert len(reading.documents) == 1
    assert "1 × bigger than 1,000,000 bytes" in reading.notices[0].message


def test_all_pages_together_are_bounded() -> None:
    options = ReadOptions(zone=UTC, limits=Limits(unpacked_bytes=200))
    reading = read_archive(ONE + TWO, options=options)
    assert len(reading.documents) == 1
    assert "raise unpacked_bytes under [limits]" in reading.notices[0].message


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc", None)
    reading = read_archive(ONE)
    assert "pip install 'briefgen[web]'" in reading.notices[0].message


def test_the_samples_are_what_the_script_makes() -> None:
    made = samples()
    packed = (FOLDER / "harbour-crawl.warc.gz").read_bytes()
    assert gzip.decompress(packed) == gzip.decompress(made["harbour-crawl.warc.gz"])
    kept = read_archive((FOLDER / "harbour-crawl.wacz").read_bytes(), "crawl.wacz")
    assert [d.text for d in kept.documents] == [
        d.text for d in read_archive(made["harbour-crawl.wacz"], "crawl.wacz").documents
    ]
    assert len(kept.documents) == 2
