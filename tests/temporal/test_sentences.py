"""Sentences end where they end, and nowhere else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.knowledge.locale import load_locale
from briefgen.temporal.sentences import split_sentences

EN = load_locale("en")


def pieces_of(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, EN)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The harbour burned.", "Nobody was hurt."],
        ["The U.S. Navy sent Gen. A. B. Marlow to No. 5 quay.", "He left at 9 p.m. Friday."],
        ["It grew by 4.5 percent.", "Prices fell."],
        ["“We will not leave.”", "The mayor then left."],
        ["“We are here. ", "We stay,” said J.D. Orr on Aug. 7."],
        ["He lives in the U.S.", "The ferry does not stop there."],
        ["Was it hit?", "Yes!", "Twice."],
        ["A title without a stop", "The text of it."],
        ["Mr. Hale of Orr Inc. met Lt. Col. Vane."],
        ["He waited… ", "Then he ran."],
        ["The line ended at 3 a.m.", "In the morning it was gone."],
    ],
)
def test_sentences_are_parted_where_they_end(sentences: list[str]) -> None:
    glue = "\n\n" if sentences[0].strip()[-1] not in ".!?…”" else " "
    text = glue.join(sentence.strip() for sentence in sentences)

    assert [sentence.strip() for sentence in sentences] == pieces_of(text)


ELSEWHERE = {
    "de": [
        ["Am 18. Juli brannte es.", "Am 19. war es vorbei."],
        ["Das gilt z. B. für Dr. Moor und Prof. A. Lenz.", "Mehr weiß er nicht."],
        ["Die Messe war vom 5.-9. Juni offen.", "Im 20. Jahrhundert war sie es nie."],
        ["„Wir bleiben.“", "Dann ging er."],
        ["»Wir bleiben.«", "Dann ging er."],
        ["Es waren 18.", "Die anderen kamen später."],
        ["Er kam im Jahr 2024.", "Alle sahen ihn."],
        ["Er trug Nr. 5 und ca. 30 Kilo."],
    ],
    "fr": [
        ["M. Orval a vu Mme Dessin et le Dr Lune.", "Il est reparti."],
        ["M.\u00a0Orval est venu.", "Il est reparti."],
        ["«\u00a0Nous restons.\u00a0»", "Il est parti."],
        ["Il est venu à 9 h.", "Elle est partie."],
    ],
    "es": [
        ["El Sr. Olmo vio a la Dra. Luna en EE. UU. con el Gral. Paz.", "Luego se fue."],
        ["El art. 5 no basta.", "¿Qué falta?", "¡Todo!"],
        ["«Nos quedamos».", "Luego se fue."],
    ],
}


@pytest.mark.parametrize(
    ("code", "sentences"),
    [(code, sentences) for code, texts in ELSEWHERE.items() for sentences in texts],
)
def test_other_languages_part_theirs(code: str, sentences: list[str]) -> None:
    text = " ".join(sentences)

    assert sentences == [text[a:b] for a, b in split_sentences(text, load_locale(code))]


@given(st.text(alphabet="aB .!?\n\"”“'1U.S", max_size=200))
def test_no_character_is_lost_but_white_space(text: str) -> None:
    """Sentences cover all but the white space between them, in order, without overlap."""
    spans = split_sentences(text, EN)

    assert list(spans) == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert "".join(text.split()) == "".join("".join(text[a:b] for a, b in spans).split())


def test_hostile_lengths_end_fast() -> None:
    assert list(split_sentences("9" * 1_000_000, EN)) == [(0, 1_000_000)]
    assert split_sentences(". " * 300_000, EN)
    assert split_sentences("\n" * 300_000, EN) == ()
    assert split_sentences(" " * 1_000_000, EN) == ()
