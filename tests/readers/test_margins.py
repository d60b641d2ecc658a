"""Captions, bylines, replies and corrections stand beside a document's text, and are kept."""

from datetime import UTC

import pytest

from briefgen.model import Document, Margin, MarginKind
from briefgen.readers import ReadOptions, read_bytes
from briefgen.readers.chrome import load_chrome

OPTIONS = ReadOptions(zone=UTC)
BODY = (
    "The crews of the Norrby ferries went back to work on Monday after nine days, they said.",
    "Their union said that 240 seamen had voted, and that 31 of them were against it.",
)


def read_one(text: str, name: str) -> Document:
    (document,) = read_bytes(text.encode(), name, OPTIONS).documents
    return document


def of_kind(document: Document, kind: MarginKind) -> list[str]:
    return [margin.text for margin in document.margins if margin.kind is kind]


@pytest.mark.parametrize(
    "text",
    [
        "Correction: we said that nine seamen were killed. Nobody was.",
        "Correction, 4 May: the strike began on Thursday.",
        "CORRECTION (4 May 2032): the strike began on Thursday.",
        "*Clarification – the ferry was empty.",
        "An earlier version of this article said that the strike began on Friday.",
        "This story has been corrected to say that the ferry was empty.",
        "Editor's note: an earlier version of this report misstated the day.",
        "Korrektur: Der Streik begann am Donnerstag.",
        "In einer früheren Version dieses Artikels hieß es, neun Seeleute seien getötet worden.",
        "Anmerkung der Redaktion: In einer früheren Fassung stand ein falscher Tag.",
        "Rectificatif : la grève a commencé jeudi.",
        "Une version antérieure de cet article disait que la grève avait commencé vendredi.",
        "Corrección: la huelga empezó el jueves.",
        "Una versión anterior de esta noticia decía que la huelga empezó el viernes.",
        "Виправлення: страйк почався в четвер.",
        "У попередній версії матеріалу йшлося про п'ятницю.",
        "Исправление: забастовка началась в четверг.",
        "В предыдущей версии текста говорилось о пятнице.",
    ],
)
def test_what_a_page_takes_back_is_told_as_such(text: str) -> None:
    assert load_chrome().is_correction(text)


@pytest.mark.parametrize(
    "text",
    [
        "Correction officers said: nobody was hurt.",
        "The correction of the course took nine minutes.",
        "Corrections to the chart were made in 2031.",
        "Editor's note: our correspondent walks from Orrin to Dask.",
        "Die Korrektur des Kurses dauerte neun Minuten.",
        "Уточнення маршруту тривало дев'ять хвилин.",
    ],
)
def test_what_only_speaks_of_a_correction_is_text(text: str) -> None:
    assert not load_chrome().is_correction(text)


def test_a_pasted_page_keeps_what_stands_beside_its_text() -> None:
    text = "Ferry strike ends after nine days\nBy Jana Holt | 3 May 2032\n\n"
    text += "Photo: the quay at Tarn\n\n"
    text += "\n\n".join(BODY) + "\n\nCorrection, 4 May: we said that the strike began on Friday.\n"
    document = read_one(text, "page.txt")
    assert "\n\n".join(("Ferry strike ends after nine days", *BODY)) == document.text
    assert (
        Margin(kind=MarginKind.BYLINE, text="By Jana Holt | 3 May 2032"),
        Margin(kind=MarginKind.CAPTION, text="Photo: the quay at Tarn"),
        Margin(
            kind=MarginKind.CORRECTION,
            text="Correction, 4 May: we said that the strike began on Friday.",
        ),
    ) == document.margins


def test_a_web_page_keeps_what_stands_beside_its_text() -> None:
    paragraphs = "".join(f"<p>{one}</p>" for one in BODY)
    page = (
        '<html><body><article><h1>Ferry strike ends</h1><p class="byline">By Jana Holt</p>'
        f"<figure><img src='x'><figcaption>The quay at Tarn</figcaption></figure>{paragraphs}"
        "<p><em>An earlier version of this article said that nine men died.</em></p></article>"
        '<div id="comments"><ol><li class="comment"><p>My uncle died on that ferry.</p></li>'
        '<li class="comment">Well done to the crews.</li></ol></div></body></html>'
    )
    document = read_one(page, "page.html")
    assert ["By Jana Holt"] == of_kind(document, MarginKind.BYLINE)
    assert ["The quay at Tarn"] == of_kind(document, MarginKind.CAPTION)
    assert 1 == len(of_kind(document, MarginKind.CORRECTION))
    assert ["My uncle died on that ferry.", "Well done to the crews."] == of_kind(
        document, MarginKind.REPLY
    )
    for margin in document.margins:
        assert margin.text not in document.text


def test_paragraphs_under_a_heading_of_corrections_are_corrections() -> None:
    text = f"# Ferry strike ends\n\n{BODY[0]}\n\n## Corrections\n\nThe ferry was empty.\n\n"
    document = read_one(text + f"## What next\n\n{BODY[1]}\n", "page.md")
    assert ["Corrections", "The ferry was empty."] == of_kind(document, MarginKind.CORRECTION)
    assert BODY[1] in document.text


def test_a_correction_that_stands_alone_is_a_document_without_sentences() -> None:
    document = read_one("# Correction\n\nCorrection: nine seamen were not killed.\n", "page.md")
    assert "Correction: nine seamen were not killed." in document.text
    assert () == tuple(one for one in document.sentences if one.kind != "title")


def test_captions_between_a_title_and_its_byline_part_nothing() -> None:
    text = (
        "Ferry strike ends after nine days\nPhoto: the quay at Tarn\nBy Jana Holt | 3 May 2032\n\n"
    )
    document = read_one(text + "\n\n".join(BODY), "page.txt")
    assert "Ferry strike ends after nine days" == document.title
    assert document.published is not None
