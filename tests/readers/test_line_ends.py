"""Line ends in Markdown: a pasted page's part paragraphs, a marked text's do not."""

from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model import to_edtf
from briefgen.readers import ReadOptions, read_bytes
from briefgen.readers.formats.line_ends import PARAGRAPH, parted

OPTIONS = ReadOptions(zone=UTC)
LANGUAGES = ("en",)
LONG = "Dockers at the port of Tollund went back to work after nine days" + " and a night" * 9 + "."

PASTED = {
    "a day alone": "Strike ends\n3 March 2026\nDockers went back to work on Monday.",
    "a line wider than a page": f"{LONG}\nThe vote had been close.",
}
KEPT = {
    "a hard-wrapped text": "Dockers at the port of Tollund\nwent back to work on Monday.",
    "a list": f"- {LONG}\n- The vote had been close.",
    "a quotation": f"> {LONG}\n> The vote had been close.",
    "a table": "| day | what |\n| --- | --- |\n| 3 March 2026 | the strike ended |",
    "a break that is marked": f"{LONG}  \nThe vote had been close.",
    "a day that ends a group": "Signed in Tollund\n3 March 2026",
    "code": f"    {LONG}\n    3 March 2026\n    ends",
}


@pytest.mark.parametrize("body", PASTED.values(), ids=PASTED)
def test_a_pasted_group_is_parted_at_each_line(body: str) -> None:
    assert body.replace("\n", "\n\n") == parted(body, LANGUAGES)


@pytest.mark.parametrize("body", KEPT.values(), ids=KEPT)
def test_other_groups_stay_as_they_are(body: str) -> None:
    assert body == parted(body, LANGUAGES)


@given(st.text(alphabet="ab .\n#->|", max_size=PARAGRAPH))
def test_nothing_but_blank_lines_is_added(body: str) -> None:
    made = parted(body, LANGUAGES)
    assert [line for line in body.split("\n") if line.strip()] == [
        line for line in made.split("\n") if line.strip()
    ]
    assert made == parted(made, LANGUAGES)


def test_title_day_and_lead_are_no_one_sentence() -> None:
    page = f"---\npublisher: Gazette\n---\n\n{PASTED['a day alone']}\n"
    (document,) = read_bytes(page.encode(), "strike.md", OPTIONS).documents
    words = {document.text[block.start : block.end] for block in document.blocks}
    assert "Dockers went back to work on Monday." in words
    assert document.published is not None
    assert "2026-03-03" == to_edtf(document.published.interval)


@pytest.mark.parametrize(
    "dateline", ["TOLLUND (Wire) --", "TOLLUND _", "TOLLUND, August 21 (Wire) —"]
)
def test_a_dateline_alone_is_no_title(dateline: str) -> None:
    page = f"{dateline}\n\nDockers went back to work on Monday.\n\nThe port opened again.\n"
    (document,) = read_bytes(page.encode(), "strike.txt", OPTIONS).documents
    assert "Dockers went back to work on Monday." == document.title
