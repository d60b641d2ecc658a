"""What a document says leads back to the bytes that said it."""

import hashlib
from datetime import UTC
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.readers import ReadOptions, read_bytes
from briefgen.readers.raw.decode import decode
from briefgen.readers.raw.trace import trace

OPTIONS = ReadOptions(zone=UTC)
PAGES = Path(__file__).parent / "pages"


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.txt")), ids=lambda path: path.name)
def test_every_sentence_of_a_text_file_is_found_in_the_file(page: Path) -> None:
    data = page.read_bytes()
    raw = decode(data).text
    for document in read_bytes(data, page.name, OPTIONS).documents:
        assert hashlib.sha256(data).hexdigest() == document.source.digest
        for sentence in document.sentences:
            quote = document.text[sentence.start : sentence.end]
            found = trace(raw, quote)
            assert found is not None, quote
            assert _letters(quote) == _letters(raw[slice(*found)])


def test_line_ends_marks_and_accents_are_no_hindrance() -> None:
    raw = "x\n* Le  bac a\nchaviré a\u0300 l'aube.\n"
    found = trace(raw, "Le bac a chaviré à l'aube.")
    assert found is not None
    assert "Le  bac a\nchaviré a\u0300 l'aube" == raw[slice(*found)]


def test_the_second_of_two_like_quotes_is_asked_for_by_its_place() -> None:
    raw = "It rained. It rained."
    assert (0, 9) == trace(raw, "It rained.")
    assert (11, 20) == trace(raw, "It rained.", after=5)
    assert trace(raw, "It snowed.") is None
    assert trace(raw, "…") is None


class TestWhatIsCutOutOfATextIsFoundInIt:
    @given(text=st.text(max_size=60), cut=st.tuples(st.integers(0, 60), st.integers(0, 60)))
    def test_law(self, text: str, cut: tuple[int, int]) -> None:
        quote = text[min(cut) : max(cut)]
        found = trace(text, quote)
        if any(letter.isalnum() for letter in _letters(quote)):
            assert found is not None
            assert _letters(quote) == _letters(text[slice(*found)])


def _letters(text: str) -> str:
    return "".join(letter for letter in normalize("NFD", text) if letter.isalnum())
