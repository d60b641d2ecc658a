"""milestones.yaml: what is read, what is refused, in which words, and where names are found."""

from datetime import UTC
from pathlib import Path

import pytest

from briefgen.errors import KnowledgeError
from briefgen.knowledge import load_project
from briefgen.knowledge.milestones import load_milestones, milestone_packs, names_in
from briefgen.model import Grain, to_edtf

TABLE = """
milestones:
  - name: Halden accord
    aliases: [accord of Halden]
    short: [accord]
    context: [Halden, Aven]
    date: 2024-03-09
    source: https://example.org/accord
  - name: Straits summit
    dates: [2024-07-09/2024-07-11, 2023-07-11]
  - name: Founding Day
    aliases: Day of the Founders
    yearly: 05-09
  - name: Tidal Games
    date: 2022-02/..
  - name: Winter Tidal Games
    date: 2023-01-20
"""


def _table(folder: Path, text: str = TABLE) -> Path:
    (folder / "milestones.yaml").write_text(text, encoding="utf-8")
    return folder


def test_names_dates_and_sources_are_kept(tmp_path: Path) -> None:
    accord, summit, founding, games, _ = load_milestones(["milestones.yaml"], _table(tmp_path))
    assert ("halden-accord", "Halden accord", "https://example.org/accord") == (
        accord.id,
        accord.name,
        accord.source,
    )
    assert ("2023-07-11", "2024-07-09/2024-07-11") == summit.dates
    assert (5, 9) == founding.yearly
    assert ("Day of the Founders",) == founding.aliases
    told = [(len(m.dates), m.yearly is not None) for m in (accord, summit, founding, games)]
    assert [False, True, True, False] == [dates > 1 or yearly for dates, yearly in told]


def test_occurrences_are_intervals_in_order_and_of_a_year(tmp_path: Path) -> None:
    _, summit, founding, games, _ = load_milestones(["milestones.yaml"], _table(tmp_path))
    told = [to_edtf(one) for one in summit.occurrences(UTC)]
    assert ["2023-07-11", "2024-07-09/2024-07-11"] == told
    assert ["2023-07-11"] == [to_edtf(one) for one in summit.occurrences(UTC, year=2023)]
    assert () == founding.occurrences(UTC)
    assert ["2031-05-09"] == [to_edtf(one) for one in founding.occurrences(UTC, year=2031)]
    assert Grain.MONTH is games.occurrences(UTC, year=2025)[0].grain
    assert () == games.occurrences(UTC, year=2021)


def test_names_are_found_whole_longest_first_and_short_ones_by_context(tmp_path: Path) -> None:
    known = load_milestones(["milestones.yaml"], _table(tmp_path))

    def told(text: str) -> list[tuple[str, str]]:
        return [(text[a:b], m.id) for a, b, m in names_in(text, known)]

    assert [("accord\nof halden", "halden-accord")] == told("since the accord\nof halden")
    assert [] == told("since the accord")
    assert [("accord", "halden-accord")] == told("since the accord, aven is calm")
    assert [("winter tidal games", "winter-tidal-games")] == told("the winter tidal games")
    assert [] == told("the straits summiteers")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- name: x\n", "milestones.yaml: has no list"),
        ("milestones: none\n", "milestones: is no list"),
        ("milestones:\n  - spring\n", "entry 1 is no table"),
        ("milestones:\n  - date: 2024-01-01\n", "milestone 1: name: is missing"),
        ("milestones:\n  - name: Accord\n", 'milestone 1 "Accord": date: is missing'),
        ("milestones:\n  - {name: Accord, date: soon}\n", "date: “soon”"),
        ("milestones:\n  - {name: Accord, date: ../2024}\n", "it has no start"),
        ("milestones:\n  - {name: Accord, yearly: 13-40}\n", "yearly: “13-40”"),
        ("milestones:\n  - {name: Accord, date: '2024', dats: x}\n", 'did you mean "dat'),
        ("milestones:\n  - {name: Accord, date: '2024', dates: ['2023']}\n", "keep one of them"),
        ("milestones:\n  - {name: Accord, date: '2024', short: [a]}\n", 'needs "context"'),
        ("milestones:\n  - {name: Ac, date: '2024'}\n", "too short to be found"),
        ("milestones: [{name: Pax, date: '2024'}, {name: Pax, date: '2023'}]\n", "stands twice"),
        ("milestones: [\n", "milestones.yaml: not YAML: line"),
        ("other: []\nmilestones: []\n", "other: unknown key"),
    ],
)
def test_a_wrong_table_is_refused_by_place_and_reason(
    tmp_path: Path, text: str, words: str
) -> None:
    with pytest.raises(KnowledgeError) as caught:
        load_milestones(["milestones.yaml"], _table(tmp_path, text))
    assert words in str(caught.value)


def test_a_missing_file_or_pack_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"there is no such file \(no .yaml file stands"):
        load_milestones(["dates.yaml"], tmp_path)
    with pytest.raises(KnowledgeError, match='no bundled pack "word"; did you mean "world"'):
        load_milestones(["word"], tmp_path)


def test_a_project_names_one_table_or_several(tmp_path: Path) -> None:
    project = _table(tmp_path) / "briefgen.toml"
    project.write_text('milestones = "milestones.yaml"\n', encoding="utf-8")
    assert 5 == len(load_project(project).milestones)
    project.write_text('milestones = ["world", "milestones.yaml"]\n', encoding="utf-8")
    assert 5 < len(load_project(project).milestones)
    project.write_text("milestones = []\n", encoding="utf-8")
    assert () == load_project(project).milestones


@pytest.mark.parametrize("pack", milestone_packs())
def test_bundled_milestones_have_sources_and_no_name_twice(pack: str) -> None:
    known = load_milestones([pack])
    assert all(one.source and one.source.startswith("https://") for one in known)
    names = [name.lower() for one in known for name in (one.name, *one.aliases)]
    assert sorted(set(names)) == sorted(names)
    assert known == load_project(None).milestones
