"""Files, folders and stdin: each source found once, in order, and one bad one harms no other."""

import os
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest

from briefgen.errors import UsageError
from briefgen.knowledge.project import Limits
from briefgen.knowledge.starter import starter_files
from briefgen.model import BlockKind
from briefgen.readers import READERS, ReadOptions, read, read_bytes, text_document

OPTIONS = ReadOptions(zone=UTC)


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_a_folder_is_read_whole_and_what_configures_is_left_alone(tmp_path: Path) -> None:
    write(
        tmp_path,
        b_txt="Rain fell.",
        sub__a_md="# Depot\n\nIt burned.",
        a_yaml="- one.",
        a_meta_yaml="published: 2024-07-18",
        briefgen_toml="title = 'x'",
        _hidden_txt="Hidden.",
        README="The quay is dry.",
    )
    seen: list[str] = []
    reading = read([tmp_path], OPTIONS, on_file=seen.append)
    assert [one.source.path for one in reading.documents] == [
        "README",
        "a.yaml",
        "b.txt",
        "sub/a.md",
    ]
    assert seen == ["README", "a.yaml", "b.txt", "sub/a.md"]
    assert reading.documents[1].published is not None
    assert reading.notices == ()


def test_both_names_of_a_sidecar_are_found_the_longer_first(tmp_path: Path) -> None:
    write(
        tmp_path,
        page_txt="Rain fell.",
        page_meta_yaml="publisher: Short",
        page_txt_meta_yaml="publisher: Long",
    )
    (document,) = read([tmp_path / "page.txt"], OPTIONS).documents
    assert (document.source.publisher, document.source.path) == ("Long", "page.txt")


def test_a_broken_sidecar_is_told_and_its_file_read(tmp_path: Path) -> None:
    write(tmp_path, page_txt="Rain fell.", page_meta_yaml="published: [")
    reading = read([tmp_path], OPTIONS)
    assert len(reading.documents) == 1
    assert [notice.document for notice in reading.notices] == ["page.txt"]
    assert "page.meta.yaml is left out: not YAML" in reading.notices[0].message


def test_order_does_not_hang_on_the_order_of_the_sources(tmp_path: Path) -> None:
    write(tmp_path, a_txt="Rain fell.", b_txt="Snow fell.", c_txt="Hail fell.")
    files = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    assert read(files, OPTIONS) == read([*files[::-1], tmp_path / "a.txt"], OPTIONS)
    assert read(files, OPTIONS) == read([tmp_path], OPTIONS)


def test_stdin_is_a_source() -> None:
    reading = read(["-"], OPTIONS, stdin=b"Rain fell.")
    assert [one.source.path for one in reading.documents] == ["stdin"]
    with pytest.raises(UsageError, match="nothing came in"):
        read(["-"], OPTIONS)


def test_a_source_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gone\.txt: no such file or folder"):
        read([tmp_path / "gone.txt"], OPTIONS)
    with pytest.raises(UsageError, match="nothing to read"):
        read([], OPTIONS)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty: it holds no text"),
        (b" \n\t\n", "empty: it holds no text"),
        (b"\xef\xbb\xbf", "empty: it holds no text"),
        (b"%PDF-1.7", "no PDF that can be read"),
        (b"a\x00b\x00c\x00\x00\x00\x01", "binary file"),
        (b"x" * 1001, "bigger than 1,000 bytes; split it, or raise file_bytes"),
    ],
)
def test_a_bad_file_is_told_and_the_others_read(tmp_path: Path, data: bytes, told: str) -> None:
    write(tmp_path, good_txt="Rain fell.")
    (tmp_path / "bad.txt").write_bytes(data)
    reading = read([tmp_path], replace(OPTIONS, limits=Limits(file_bytes=1000)))
    assert ["good.txt"] == [one.source.path for one in reading.documents]
    assert [notice.document for notice in reading.notices] == ["bad.txt"]
    assert told in reading.notices[0].message


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(10_000_000_000)  # sparse: reading it would not fit
    reading = read([path], OPTIONS)
    assert "bigger than 50,000,000 bytes" in reading.notices[0].message


def test_too_many_files_stop_the_run(tmp_path: Path) -> None:
    write(tmp_path, a_txt="a.", b_txt="b.", c_txt="c.")
    with pytest.raises(UsageError, match="more than 2 files"):
        read([tmp_path], replace(OPTIONS, limits=Limits(files=2)))


def test_links_in_a_circle_and_dangling_ones_do_no_harm(tmp_path: Path) -> None:
    write(tmp_path, a_txt="Rain fell.")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    reading = read([tmp_path], OPTIONS)
    assert len(reading.documents) == 1
    assert "gone.txt: cannot be read" in reading.notices[0].message


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, a_txt="Rain fell.")
    os.mkfifo(tmp_path / "pipe.txt")
    reading = read([tmp_path], OPTIONS)
    assert len(reading.documents) == 1
    assert "pipe.txt: not a regular file" in reading.notices[0].message


def test_kinds_that_no_reader_knows_are_counted(tmp_path: Path) -> None:
    write(tmp_path, a_txt="Rain fell.", b_css="p {}", c_css="p {}", d_js="x")
    reading = read([tmp_path], OPTIONS)
    assert len(reading.documents) == 1
    assert "2 × .css, 1 × .js" in reading.notices[0].message


def test_a_file_of_an_unknown_kind_that_is_named_is_read_as_text(tmp_path: Path) -> None:
    write(tmp_path, a_story="Rain fell.")
    assert [one.source.format for one in read([tmp_path / "a.story"], OPTIONS).documents] == [
        "text"
    ]


def test_the_same_document_twice_is_read_once_and_told(tmp_path: Path) -> None:
    write(tmp_path, a_txt="Rain fell.", b_txt="Rain fell.\n", b_meta_yaml="published: 2024-07-18")
    reading = read([tmp_path], OPTIONS)
    assert [(one.source.path, bool(one.published)) for one in reading.documents] == [
        ("b.txt", True)
    ]
    assert 'a.txt (1): "Rain fell." is the same as in b.txt (1); read once' in (
        reading.notices[0].message
    )


def test_a_path_is_never_absolute(tmp_path: Path) -> None:
    write(tmp_path, sub__a_txt="Rain fell.")
    for source in (tmp_path, tmp_path / "sub" / "a.txt"):
        reading = read([source], OPTIONS)
        assert not any(one.source.path.startswith("/") for one in reading.documents)
        assert str(tmp_path) not in repr(reading)


def test_every_reader_is_known_by_a_suffix_of_its_own() -> None:
    suffixes = [suffix for reader in READERS.values() for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert list(READERS) == [reader.format for reader in READERS.values()]


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("# Depot\n\nIt **burned**, [they](https://example.org) said.\n\n## Rain\n", "markdown"),
        ('[{"text": "Rain fell."}]', "json"),
        ("- date: Thursday\n  text: Rain fell.\n", "yaml"),
        ("- Rain fell.\n- Snow fell.\n", "text"),
        ("[Rain] fell.", "text"),
    ],
)
def test_a_text_without_a_suffix_is_known_by_its_look(text: str, format_: str) -> None:
    assert {format_} == {
        one.source.format for one in read_bytes(text.encode(), "stdin", OPTIONS).documents
    }


def test_bare_text_keeps_every_character_where_it_was() -> None:
    text = "  Rain fell.\u00a0It stopped.\r\n\r\nSnow\nfell.\n"
    document = text_document(text, OPTIONS)
    assert document.text == text
    assert ["Rain fell.", "It stopped.", "Snow\nfell."] == [
        text[one.start : one.end] for one in document.sentences
    ]
    assert {BlockKind.PARAGRAPH} == {block.kind for block in document.blocks}
    assert document.title == "Rain fell."


def test_what_stands_beside_a_saved_page_is_left_alone_and_told(tmp_path: Path) -> None:
    page = "<html><body><h1>Quay shut</h1><p>The quay was shut on Friday.</p></body></html>"
    names = ["quay", "lock"]
    for name, folder in zip(names, ["quay_files", "lock-Dateien"], strict=True):
        (tmp_path / f"{name}.html").write_text(page.replace("quay", name), encoding="utf-8")
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "frame.html").write_text(page, encoding="utf-8")
    (tmp_path / "dyke_files").mkdir()
    (tmp_path / "dyke_files" / "note.txt").write_text("The dyke held.", encoding="utf-8")
    reading = read([tmp_path], OPTIONS)
    assert ["dyke_files/note.txt", "lock.html", "quay.html"] == [
        document.source.path for document in reading.documents
    ]
    (notice,) = reading.notices
    assert (
        "2 folders beside saved pages are left alone: lock-Dateien, quay_files; "
        "name one by itself to read it"
    ) in notice.message
    (inner,) = read([tmp_path / "quay_files"], OPTIONS).documents
    assert "frame.html" == inner.source.path


def test_a_readme_in_a_folder_is_left_alone_and_told_unless_init_wrote_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain fell.", encoding="utf-8")
    (tmp_path / "README.txt").write_text("Snow fell on 4 March 2031.", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "README.md").write_bytes(starter_files()["inbox/README.md"])
    reading = read([tmp_path], OPTIONS)
    assert ["a.txt"] == [document.source.path for document in reading.documents]
    (notice,) = reading.notices
    assert "README.txt left alone: such a file tells what its folder is for" in notice.message
    assert "sub" not in notice.message
    (alone,) = read([tmp_path / "README.txt"], OPTIONS).documents
    assert "Snow fell" in alone.text
