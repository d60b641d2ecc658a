"""wordfreq → everyday.LANGUAGE.txt: the words that texts of a language are full of.

Run with ``python -m briefgen.knowledge.make_everyday`` in an environment that has ``wordfreq``,
which is needed to make the lists, never to use them. The lists are committed; see ATTRIBUTION.md.
"""

import importlib
from pathlib import Path

HERE = Path(__file__).parent
OFTEN = 4.0
"""Zipf frequency (log10 of how often in a thousand million words) from which a word is everyday."""
LOOKED_AT = 30_000
LANGUAGES = ("de", "en", "es", "fr", "ru", "uk")


def main() -> None:
    """Write the lists, in alphabetical order."""
    wordfreq = importlib.import_module("wordfreq")
    for language in LANGUAGES:
        often = sorted(
            word
            for word in wordfreq.top_n_list(language, LOOKED_AT)
            if word.isalpha() and len(word) > 2 and wordfreq.zipf_frequency(word, language) >= OFTEN
        )
        text = "".join(f"{word}\n" for word in often)
        (HERE / f"everyday.{language}.txt").write_text(text, encoding="utf-8")
        print(f"everyday.{language}.txt: {len(often)} words")  # noqa: T201


if __name__ == "__main__":
    main()
