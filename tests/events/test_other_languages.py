"""Prose in a language without words for events: told in a notice, never in silence."""

from datetime import date
from pathlib import Path

from briefgen import pipeline
from briefgen.knowledge import load_project
from briefgen.readers import ReadOptions, read

POLISH = (
    "W nocy w Glińsku spłonął magazyn, nikt nie ucierpiał, poinformował urząd miasta.",
    "Most przez Osmę zamknięto do niedzieli, ponieważ woda podmyła jego filary po ulewie.",
    "Wybory burmistrza wygrała nauczycielka, która nie należy do żadnej partii.",
    "Rybacy znaleźli koło latarni łódź, która zniknęła z portu jeszcze w styczniu.",
)
ENGLISH = "GLINSK, February 18, 2026 - A depot burned in Glinsk on Tuesday, the mayor said.\n"
PROJECT = load_project(None)


def notices_of(folder: Path) -> list[str]:
    reading = read([folder], ReadOptions(zone=PROJECT.zone))
    chronology = pipeline.chronicle(reading, PROJECT, date(2026, 2, 18))
    return [notice.message for notice in chronology.notices if notice.stage == "gather"]


def test_prose_that_events_are_not_found_in_is_named_once_a_language(tmp_path: Path) -> None:
    for number, text in enumerate(POLISH):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    (tmp_path / "en.txt").write_text(ENGLISH, "utf-8")
    (message,) = notices_of(tmp_path)
    assert message.startswith("0.txt, 1.txt, 2.txt and 1 more: in “pl”; events are found by ")


def test_english_and_rows_in_any_language_get_no_notice(tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text(ENGLISH, "utf-8")
    (tmp_path / "log.csv").write_text(
        "date,text\n2026-02-18,Уночі в Глинську згорів склад і ніхто не постраждав.\n", "utf-8"
    )
    assert [] == notices_of(tmp_path)
