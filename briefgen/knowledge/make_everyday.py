"""wordfreq → everyday.en.txt: the words that English texts are full of.

Run with ``python -m briefgen.knowledge.make_everyday`` in an environment that has ``wordfreq``,
which is needed to make the list, never to use it. The list is committed; see ATTRIBUTION.md.
"""

import importlib
from pathlib import Path

HERE = Path(__file__).parent
OFTEN = 4.0
"""Zipf frequency (log10 of how often in a thousand million words) from which a word is everyday."""
LOOKED_AT = 30_000


def main() -> None:
    """Write the list, in alphabetical order."""
    wordfreq = importlib.import_module("wordfreq")
    often = sorted(
        word
        for word in wordfreq.top_n_list("en", LOOKED_AT)
        if word.isalpha() and len(word) > 2 and wordfreq.zipf_frequency(word, "en") >= OFTEN
    )
    text = "".join(f"{word}\n" for word in often)
    (HERE / "everyday.en.txt").write_text(text, encoding="utf-8")
    print(f"everyday.en.txt: {len(often)} words")  # noqa: T201


if __name__ == "__main__":
    main()
