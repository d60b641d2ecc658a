"""A report that mends what was told says so in its own language, whatever the brief's is."""

import pytest

from briefgen.events.language.lexicon_tables import LANGUAGES, load_statements
from briefgen.events.sentences.corrections import corrects
from briefgen.model import DateBasis, Report, Status

SAID = [
    ("en", "The ferry office corrected its count to nine boats.", True),
    ("en", "The ferry office counted nine boats.", False),
    ("de", "Das Fährbüro korrigierte die Zahl auf neun Boote.", True),
    ("de", "Das Fährbüro zählte neun Boote.", False),
    ("fr", "Le bureau du bac a rectifié son compte : neuf bateaux.", True),
    ("fr", "Le bureau du bac a compté neuf bateaux.", False),
    ("es", "La oficina del transbordador rectificó su cuenta: nueve barcos.", True),
    ("es", "La oficina del transbordador contó nueve barcos.", False),
    ("uk", "Поромна контора виправила кількість на дев'ять човнів.", True),
    ("uk", "Поромна контора нарахувала дев'ять човнів.", False),
    ("ru", "Контора парома исправила число на девять лодок.", True),
    ("ru", "Контора парома насчитала девять лодок.", False),
]


@pytest.mark.parametrize(("language", "quote", "mends"), SAID)
def test_a_report_that_mends(language: str, quote: str, mends: bool) -> None:
    report = Report(
        document="d",
        start=0,
        end=len(quote),
        quote=quote,
        interval=None,
        basis=DateBasis.NONE,
        why="",
        status=Status.OCCURRED,
    )
    assert mends is corrects(report, load_statements(language))


def test_every_language_can_say_so() -> None:
    assert [] == [code for code in LANGUAGES if not load_statements(code).correcting]
