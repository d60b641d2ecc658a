"""Hostile and broken input: a notice, never a crash, and never more text than was put in."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.knowledge.project import Limits
from briefgen.readers import Reading, ReadOptions, read, read_bytes

ROOT = Path(__file__).parents[2]
OPTIONS = ReadOptions(zone=UTC)
FOLDERS = ("samples/formats", "samples/kestrel-strait/inbox", "samples/real-map/inbox")
SAMPLES = {
    path.name: path.read_bytes()
    for folder in FOLDERS
    for path in sorted((ROOT / folder).iterdir())
    if path.is_file() and not path.name.endswith((".meta.yaml", ".toml"))
}
GROWN = 60
"""Characters of text that may come of one byte: a packed one unpacks, a row repeats its day."""

Cut = Callable[[bytes], bytes]


@st.composite
def cuts(draw: st.DrawFn) -> Cut:
    """One thing that happens to a file: cut short, a bit turned, a stretch lost, doubled, mixed."""
    kind = draw(st.sampled_from(("truncate", "flip", "lose", "double", "splice", "overwrite")))
    where = draw(st.floats(0, 1, exclude_max=True))
    length = draw(st.sampled_from((1, 2, 16, 300, 4000)))
    other = SAMPLES[draw(st.sampled_from(sorted(SAMPLES)))]
    bit = draw(st.integers(0, 7))
    noise = draw(st.binary(min_size=1, max_size=16))

    def cut(data: bytes) -> bytes:
        at = int(where * len(data))
        end = min(len(data), at + length)
        done = {
            "truncate": data[:at],
            "flip": data[:at]
            + bytes(byte ^ (1 << bit) for byte in data[at : at + 1])
            + data[at + 1 :],
            "lose": data[:at] + data[end:],
            "double": data[:at] + data[at:end] * 20 + data[end:],
            "splice": data[:at] + other[at % len(other) :][:length] + data[at:],
            "overwrite": data[:at] + noise + data[at + len(noise) :],
        }
        return done[kind]

    return cut


def text_in(reading: Reading) -> int:
    return sum(len(document.text) for document in reading.documents)


class TestAnyBrokenFile:
    """Whatever happened to a file on its way, reading it ends, and ends without an exception."""

    @settings(
        max_examples=250,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(
        name=st.sampled_from(sorted(SAMPLES)),
        called=st.sampled_from((None, "stdin", "a.txt", "a.pdf", "a.xlsx", "a.csv", "a.html")),
        done=st.lists(cuts(), min_size=1, max_size=4),
    )
    def test_it_is_read_or_told(self, name: str, called: str | None, done: list[Cut]) -> None:
        data = SAMPLES[name]
        for cut in done:
            data = cut(data)
        reading = read_bytes(data, called or name, OPTIONS)
        assert reading.documents or reading.notices
        assert text_in(reading) <= GROWN * len(data) + 1000


HOSTILE = {
    "line.txt": b"a" * 500_000,
    "blank.txt": b"x" + b" " * 500_000 + b"y",
    "bidi.txt": "The depot \u202edenrub\u202c on Mon\u200bday.\ufeff".encode(),
    "control.txt": b"The depot\x07 burned\x1b[31m on\x08 Monday.",
    "half.txt": "Ferry stopped: Sólveig said so".encode()[:-23],
    "deep.html": b"<html><body>" + b"<div>" * 100_000 + b"It fell on Monday.",
    "deep-list.html": b"<html><body>" + b"<ul><li>" * 50_000 + b"It fell on Monday.",
    "deep-table.html": b"<table><tr><td>" * 20_000 + b"It fell on Monday.",
    "marks.html": b"<" * 300_000,
    "attributes.html": b"<html><body><p " + b"a=b " * 50_000 + b">It fell.</p>",
    "cell.csv": b'date,event\n2026-03-05,"' + b"a" * 400_000 + b'"\n',
    "commas.csv": b"date,event\n" + b"," * 500_000,
    "quotes.csv": b"date,event\n" + b'"' * 200_001,
    "deep.json": b"[" * 300_000,
    "deep.yaml": b"- " * 5_000 + b"a",
    "brackets.md": b"[" * 100_000,
    "quotes.md": b">" * 20_000 + b"It fell.",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_harms_no_other(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(HOSTILE[name])
    (tmp_path / "zzz-good.txt").write_text("Rain fell on Monday.\n")
    reading = read([tmp_path], OPTIONS)
    assert reading.documents[-1].source.path == "zzz-good.txt"
    assert len(reading.documents) > 1 or reading.notices
    told = {document.source.path for document in reading.documents}
    told |= {notice.document for notice in reading.notices if notice.document}
    assert any(path.startswith(name) for path in told)


@pytest.mark.parametrize("name", ["deep.html", "deep-list.html", "deep-table.html"])
def test_text_at_the_bottom_of_a_deep_page_is_read(name: str) -> None:
    (document,) = read_bytes(HOSTILE[name], name, OPTIONS).documents
    assert "It fell on Monday." in document.text


def test_what_hides_in_a_text_is_gone_and_overrides_are_told() -> None:
    reading = read_bytes(HOSTILE["bidi.txt"], "bidi.txt", OPTIONS)
    assert reading.documents[0].text == "The depot denrub on Monday."
    assert "2 direction overrides removed" in reading.notices[0].message


def test_a_device_and_a_pipe_are_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    for path in (tmp_path / "pipe.pdf", Path("/dev/zero")):
        reading = read([path], OPTIONS)
        assert reading.documents == ()
        assert "not a regular file" in reading.notices[0].message


def test_a_gigabyte_in_one_line_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    with path.open("wb") as file:
        file.truncate(1_000_000_000)
    (notice,) = read([path], OPTIONS).notices
    assert "bigger than 50,000,000 bytes; split it, or raise file_bytes" in notice.message


def test_a_paragraph_of_a_hundred_thousand_lines_is_one() -> None:
    """Joined once, and not line by line: that took an hour."""
    line = "the tug lay at the quay and the pilots waited for the tide to turn\n"
    (document,) = read_bytes((line * 100_000).encode(), "log.txt", OPTIONS).documents
    assert 1 == len(document.blocks)


@pytest.mark.parametrize("called", ["story.pdf", "story.xlsx", "story.docx", "story.zip", "story"])
def test_a_wrong_suffix_does_not_hide_a_text(called: str) -> None:
    (document,) = read_bytes(b"The depot burned on Monday.", called, OPTIONS).documents
    assert (document.source.format, document.text) == ("text", "The depot burned on Monday.")


@pytest.mark.parametrize("name", ["bulletin.pdf", "salvage-log.xlsx", "desk-note.docx", "week.zip"])
def test_a_wrong_suffix_does_not_hide_a_document(name: str) -> None:
    right = read_bytes(SAMPLES[name], name, OPTIONS)
    wrong = read_bytes(SAMPLES[name], "page.txt", OPTIONS)
    assert [one.source.format for one in right.documents] == [
        one.source.format for one in wrong.documents
    ]


def test_a_bound_of_the_project_holds_for_what_stands_in_archives_too() -> None:
    options = replace(OPTIONS, limits=Limits(file_bytes=300))
    reading = read_bytes(SAMPLES["week.zip"], "week.zip", options)
    assert "bigger than 300 bytes" in reading.notices[0].message
