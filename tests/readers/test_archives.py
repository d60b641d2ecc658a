"""Archives are read as folders are, each file under its archive's name, and never burst."""

import hashlib
import io
import struct
import zipfile
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest

from briefgen.knowledge.project import Limits
from briefgen.model import to_edtf
from briefgen.readers import Reading, ReadOptions, read, read_bytes

OPTIONS = ReadOptions(zone=UTC)
STORY = b"Depot Burns Again\n\n\nThe depot burned on Thursday."


def zipped(*files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=method)
    return stream.getvalue()


def paths(reading: Reading) -> list[str]:
    return [document.source.path for document in reading.documents]


def told(reading: Reading) -> list[str]:
    return [notice.message for notice in reading.notices]


def test_an_archive_is_read_as_a_folder_is_with_its_sidecars() -> None:
    data = zipped(
        ("mon/story.txt", STORY),
        ("mon/story.meta.yaml", b"publisher: Orm Gazette\npublished: 2026-03-12"),
        ("notes.md", b"- Thursday: rain.\n- Friday: snow.\n"),
        (".hidden/x.txt", b"Unseen."),
        ("__MACOSX/story.txt", b"Unseen."),
        ("photo.jpg", b"\xff\xd8\xff"),
    )
    reading = read_bytes(data, "week.zip", OPTIONS)
    assert paths(reading) == ["week.zip!mon/story.txt", "week.zip!notes.md"]
    story, _ = reading.documents
    assert story.source.publisher == "Orm Gazette"
    assert story.published is not None
    assert to_edtf(story.published.interval) == "2026-03-12"
    assert story.source.digest == hashlib.sha256(STORY).hexdigest()
    (said,) = told(reading)
    assert said.startswith("week.zip: files of a kind that is not read: 1 × .jpg; name one")


def test_the_archive_s_own_sidecar_speaks_for_all_in_it(tmp_path: Path) -> None:
    (tmp_path / "week.zip").write_bytes(zipped(("a.txt", STORY), ("b.txt", b"Rain fell.")))
    (tmp_path / "week.meta.yaml").write_text("publisher: Orm Gazette\n")
    reading = read([tmp_path], OPTIONS)
    assert [one.source.publisher for one in reading.documents] == ["Orm Gazette"] * 2
    assert reading.notices == ()


def test_archives_within_archives_are_opened_and_a_nest_of_them_ends() -> None:
    data = zipped(("story.txt", STORY))
    reading = read_bytes(zipped(("inner.zip", data)), "outer.zip", OPTIONS)
    assert paths(reading) == ["outer.zip!inner.zip!story.txt"]
    for _ in range(9):
        data = zipped(("inner.zip", data))
    reading = read_bytes(data, "outer.zip", OPTIONS)
    assert reading.documents == ()
    assert "files within files, more than 4 deep" in told(reading)[0]


def test_an_archive_is_known_by_its_bytes_whatever_its_name() -> None:
    assert paths(read_bytes(zipped(("a.txt", STORY)), "stdin", OPTIONS)) == ["stdin!a.txt"]
    assert paths(read_bytes(zipped(("a.txt", STORY)), "a.txt", OPTIONS)) == ["a.txt!a.txt"]


def test_names_lead_nowhere_and_hide_nothing() -> None:
    data = zipped(
        ("../../etc/one.txt", b"One fell."),
        ("/root/two.txt", b"Two fell."),
        ("..\\three.txt", b"Three fell."),
        ("fo\u202eur\x07.txt", b"Four fell."),
        ("Зведення.txt", b"Five fell."),
        ("x" * 500 + ".txt", b"Six fell."),
        ("..", b"Seven fell."),
    )
    *names, long = sorted(paths(read_bytes(data, "a.zip", OPTIONS)))
    assert names == [
        "a.zip!etc/one.txt",
        "a.zip!four.txt",
        "a.zip!root/two.txt",
        "a.zip!three.txt",
        "a.zip!unnamed",
        "a.zip!Зведення.txt",
    ]
    assert long == "a.zip!…" + "x" * 196 + ".txt"


def test_a_name_in_an_old_code_page_is_shown_as_it_was_meant() -> None:
    raw = "Зведення за четвер.txt".encode("cp866")
    data = zipped(("X" * len(raw), b"Rain fell.")).replace(b"X" * len(raw), raw)
    assert paths(read_bytes(data, "a.zip", OPTIONS)) == ["a.zip!Зведення за четвер.txt"]


def test_two_files_of_one_name_are_both_read() -> None:
    data = zipped(("a.txt", b"Rain fell."), ("b.txt", b"Snow fell.")).replace(b"b.txt", b"a.txt")
    assert paths(read_bytes(data, "z.zip", OPTIONS)) == ["z.zip!a (2).txt", "z.zip!a.txt"]


BOMB = zipped(("zeros.txt", b"\0" * 30_000_000), ("story.txt", STORY))


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (Limits(), "zeros.txt is left out: more than 200 times as big unpacked"),
        (Limits(file_bytes=1_000_000), "zeros.txt is left out: bigger than 1,000,000 bytes"),
        (Limits(unpacked_ratio=2000, unpacked_bytes=20_000_000), "unpacks to too much"),
    ],
)
def test_a_bomb_is_told_and_the_file_beside_it_read(limits: Limits, said: str) -> None:
    reading = read_bytes(BOMB, "bomb.zip", replace(OPTIONS, limits=limits))
    assert paths(reading) == ["bomb.zip!story.txt"]
    assert said in told(reading)[0]


def overlapping() -> bytes:
    """Two entries of the directory that name the same bytes."""
    data = zipped(("a.txt", STORY))
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry, tail = data[start:end], bytearray(data[end:])
    tail[8:16] = struct.pack("<HHI", 2, 2, 2 * len(entry))
    return data[:start] + entry + entry + bytes(tail)


def locked() -> bytes:
    data = bytearray(zipped(("a.txt", STORY)))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def broken() -> bytes:
    data = bytearray(zipped(("a.txt", STORY)))
    data[40:50] = b"\xff" * 10
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (overlapping(), "archive whose files share their bytes"),
        (locked(), "a.txt is left out: locked with a password"),
        (broken(), "a.txt is left out: cannot be unpacked"),
        (zipped(("a.txt", STORY))[:60], "no archive that can be opened"),
        (zipped(("a.txt", STORY), method=zipfile.ZIP_LZMA), "packed in a way that is not read"),
        (zipped(), "empty: it holds no text"),
        (zipped(*((f"{n}.txt", b"") for n in range(30))), "archive of more than 20 files"),
    ],
)
def test_a_bad_archive_is_told(data: bytes, said: str) -> None:
    reading = read_bytes(data, "a.zip", replace(OPTIONS, limits=Limits(files=20)))
    assert reading.documents == ()
    assert said in told(reading)[0]


def test_what_stands_beside_a_saved_page_in_an_archive_is_left_alone_and_told() -> None:
    page = b"<html><body><h1>Quay shut</h1><p>The quay was shut on Friday.</p></body></html>"
    data = zipped(
        ("mon/quay.htm", page),
        ("mon/quay_files/frame.html", page),
        ("mon/quay_files/deep/frame.html", page),
        ("tue/quay_files/other.html", page.replace(b"quay", b"lock")),
    )
    reading = read_bytes(data, "week.zip", OPTIONS)
    assert ["week.zip!mon/quay.htm", "week.zip!tue/quay_files/other.html"] == paths(reading)
    (said,) = told(reading)
    assert "1 folder beside a saved page is left alone: mon/quay_files; name one" in said
