"""briefgen.toml: what is read, what is refused, and in which words."""

from dataclasses import replace
from datetime import UTC, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from briefgen.errors import BriefgenError, KnowledgeError, ProjectError
from briefgen.knowledge import load_project

THEATERS = '[[theater]]\nid = "bay"\nname = "The Bay"\nplaces = ["Halden"]\n'
PLACES = '[[place]]\nname = "Halden"\nadmin1 = "North"\ncountry = "XA"\nlat = 1.5\nlon = 2\n'
WHOLE = """
title = "Bay Brief"
language = "en"
zone = "Europe/Kyiv"
cutoff = "18:30"
note = "Invented."
epoch = "2022-02-24"
lookback_days = 3
key_developments = 5
theaters = ["theaters.toml"]
topics = ["world"]
parties = ["parties.toml"]
places = ["places.toml"]
bundled_places = false
templates = "looks"
[mail]
sender = "desk@example.org"
recipients = ["chief@example.org"]
subject = "{title} {number}"
[limits]
file_bytes = 1000
files = 7
"""


def _write(folder: Path, text: str) -> Path:
    (folder / "theaters.toml").write_text(THEATERS, encoding="utf-8")
    (folder / "places.toml").write_text(PLACES, encoding="utf-8")
    parties = '[[party]]\nid = "a"\nname = "A"\nwords = ["A"]\nside = false\n'
    (folder / "parties.toml").write_text(parties, encoding="utf-8")
    (folder / "looks").mkdir(exist_ok=True)
    file = folder / "briefgen.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_the_bundled_packs() -> None:
    project = load_project(None)
    assert "donetsk" == project.theaters[0].id
    assert "europe" in [theater.id for theater in project.theaters]
    assert "world-sport" in [topic.id for topic in project.topics]
    assert ["ukraine", "russia"] == [party.id for party in project.parties if party.side]
    assert UTC is project.zone
    assert project.bundled_places


def test_an_empty_file_is_the_same_as_none(tmp_path: Path) -> None:
    """But for what lies beside the file."""
    path = _write(tmp_path, "")
    beside = replace(
        load_project(None),
        folder=path.parent,
        inbox=path.parent / "inbox",
        review=path.parent / "review.yaml",
        archive=path.parent / "archive.sqlite",
    )
    assert beside == load_project(path)


def test_an_archive_may_be_elsewhere_or_nowhere(tmp_path: Path) -> None:
    elsewhere = load_project(_write(tmp_path, 'archive = "desk/editions.sqlite"'))
    assert tmp_path / "desk" / "editions.sqlite" == elsewhere.archive
    assert load_project(_write(tmp_path, "archive = false")).archive is None


def test_every_key_is_read(tmp_path: Path) -> None:
    project = load_project(_write(tmp_path, WHOLE))
    assert "Bay Brief" == project.title
    assert ZoneInfo("Europe/Kyiv") == project.zone
    assert time(18, 30) == project.cutoff
    assert ("Invented.", "2022-02-24") == (project.note, project.epoch)
    assert (3, 5) == (project.lookback_days, project.key_developments)
    assert ["bay"] == [theater.id for theater in project.theaters]
    assert [False] == [party.side for party in project.parties]
    assert (tmp_path / "places.toml",) == project.places_files
    assert not project.bundled_places
    assert tmp_path / "looks" == project.templates
    assert ("chief@example.org",) == project.mail.recipients
    assert (1000, 7) == (project.limits.file_bytes, project.limits.files)


def test_times_and_days_may_be_toml_values(tmp_path: Path) -> None:
    project = load_project(_write(tmp_path, "cutoff = 06:00:00\nepoch = 2022-02-24\n"))
    assert (time(6), "2022-02-24") == (project.cutoff, project.epoch)


def test_without_bundled_places_no_bundled_theaters(tmp_path: Path) -> None:
    project = load_project(_write(tmp_path, 'bundled_places = false\nplaces = ["places.toml"]\n'))
    assert () == project.theaters
    assert () == project.parties


def test_a_later_file_takes_the_place_of_an_id(tmp_path: Path) -> None:
    file = _write(tmp_path, 'theaters = ["russia-ukraine", "mine.toml"]\n')
    mine = '[[theater]]\nid = "luhansk"\nname = "East"\nplaces = ["Luhansk Oblast"]\n'
    (tmp_path / "mine.toml").write_text(mine + THEATERS.replace("Halden", "Kyiv"), "utf-8")
    theaters = load_project(file).theaters
    assert "East" == theaters[1].name
    assert "bay" == theaters[-1].id


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('titel = "x"', 'briefgen.toml: titel: unknown key; did you mean "title"?'),
        ("title = 7", "title: is 7; text in quotes is wanted"),
        ('title = ""', "title: is empty"),
        ("title =", "is not TOML"),
        ('zone = "Europe/Kiyv"', 'no time zone "Europe/Kiyv"; did you mean "Europe/Kyiv"?'),
        ('zone = "../etc/passwd"', "no time zone"),
        ('cutoff = "25:00"', "a time such as"),
        ('cutoff = "20:00Z"', "carries a zone"),
        ('epoch = "2022-02-30"', "a day such as"),
        ('language = "English"', "a code such as"),
        ("lookback_days = -1", "must be 0 or more"),
        ("lookback_days = true", "a whole number is wanted"),
        ("key_developments = 1.5", "a whole number is wanted"),
        ('bundled_places = "no"', "true or false"),
        ('theaters = "world"', "a list is wanted"),
        ("theaters = [1]", "item 1 is 1"),
        ('templates = "lokos"', 'no folder "lokos"'),
        ('[mail]\nsubjekt = "x"', '[mail]: subjekt: unknown key; did you mean "subject"?'),
        ('[mail]\nsubject = "{day}"', "is no field of it"),
        ("[limits]\nfiles = 0", "[limits]: files: is 0; it must be 1 or more"),
        ("limits = 3", "limits: is 3; a table is wanted"),
    ],
)
def test_what_is_wrong_in_the_project_file(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ProjectError) as caught:
        load_project(_write(tmp_path, text))
    assert message in str(caught.value)
    assert "briefgen.toml" in str(caught.value)


def test_a_missing_project_file(tmp_path: Path) -> None:
    _write(tmp_path, "")
    with pytest.raises(ProjectError, match=r'no such file .*did you mean "briefgen\.toml"'):
        load_project(tmp_path / "breifgen.toml")


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("theaters.toml", "", r"theaters\.toml: holds no \[\[theater\]\]"),
        ("theaters.toml", "[theater]\nid = 'x'", "a list is wanted"),
        ("theaters.toml", THEATERS + THEATERS, r'\[\[theater\]\] 2 "bay": id: "bay" stands twice'),
        ("theaters.toml", THEATERS + 'colour = "red"', "colour: unknown key"),
        ("theaters.toml", THEATERS.replace('id = "bay"', ""), "id: is missing"),
        ("theaters.toml", THEATERS.replace('["Halden"]', "[]"), "name at least one"),
        ("theaters.toml", THEATERS + "weight = 0", "above 0"),
        ("theaters.toml", THEATERS.replace("Halden", "Haldn"), '"Haldn"; did you mean "Halden"'),
        ("places.toml", PLACES.replace("1.5", "91"), "lat: is 91; degrees between -90 and 90"),
        ("places.toml", PLACES + 'precision = "village"', 'precision: is "village"'),
        ("places.toml", PLACES + PLACES, "stands twice"),
        ("places.toml", "[[place]]\nname = '--'", "a name with letters"),
        ("places.toml", "", r"places\.toml: holds no"),
        ("parties.toml", "[[party]]\nid='a'\nname='A'\nwords=[]", "words: is missing or empty"),
    ],
)
def test_what_is_wrong_in_a_table(tmp_path: Path, file: str, text: str, message: str) -> None:
    project = _write(tmp_path, WHOLE)
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message):
        load_project(project)


@pytest.mark.parametrize("key", ["theaters", "topics", "parties", "places"])
def test_a_missing_table_names_its_neighbours(tmp_path: Path, key: str) -> None:
    with pytest.raises(BriefgenError, match=r'no such file .*did you mean "theaters\.toml"'):
        load_project(_write(tmp_path, f'{key} = ["theatre.toml"]'))


def test_an_unknown_pack_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match='no bundled pack "wrold"; did you mean "world"'):
        load_project(_write(tmp_path, 'topics = ["wrold"]'))


def test_a_bundled_pack_without_bundled_places_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="bundled_places = true"):
        load_project(_write(tmp_path, 'bundled_places = false\ntheaters = ["world"]'))
