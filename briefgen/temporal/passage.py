"""One sentence as rules and refiners see it: lowered, with what stands around a span."""

import re
from dataclasses import dataclass
from functools import lru_cache

from briefgen.knowledge.locale import Locale, RuleData
from briefgen.model import Expression, Mention

__all__ = ["Passage", "lowered"]

_WORD_AFTER = re.compile(r"[\s\"'“”‘’«»„(-]{0,3}([^\W_]{1,30})")
_LETTERS = re.compile(r"[^\W\d_]+$")
_CLOSING = re.compile("[»“”]")
_TAIL = 40
"""How far back the words before an expression are looked for."""
_LINE = 60
"""Characters: a line that ends sooner was not wrapped."""
_QUOTES = "\"'“‘(«„"
_CLOSED_BEFORE = "$€£¥#_@&+%/\\=~^"
"""Signs that make the digits after them something else than a date."""
_CLOSED_AFTER = "%°_@$€£/\\=+"


def lowered(text: str) -> str:
    """A text in lower case, of the same length, with one kind of apostrophe within words."""
    low = text.lower()
    if len(low) != len(text):  # a letter whose lower case is two letters
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.replace("\u02bc", "’")  # the letter that some write for an apostrophe


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """``text[start:end]``; offsets of its methods count from its start.

    Compared by identity: what is remembered of one is asked for again and again, and comparing
    long texts would cost as much as reading them.
    """

    text: str
    """The passage as written."""
    low: str
    """In lower case, of the same length."""
    start: int
    locale: Locale

    @classmethod
    def of(cls, text: str, start: int, end: int, locale: Locale) -> "Passage":
        """The passage of a longer text."""
        piece = text[start:end]
        return cls(piece, lowered(piece), start, locale)

    def mention(self, start: int, end: int, rule: str, said: Expression) -> Mention:
        """A mention of this passage, with the offsets of the whole text."""
        return Mention(
            start=self.start + start,
            end=self.start + end,
            text=self.text[start:end],
            rule=rule,
            expression=said,
            value=said.value,
        )

    def spanned(self, mention: Mention) -> tuple[int, int]:
        """A mention's offsets in the passage."""
        return mention.start - self.start, mention.end - self.start

    def stands_alone(self, start: int, end: int) -> bool:
        """Whether no letter, digit or sign beside the span makes it part of something else."""
        low = self.low
        before = low[start - 1] if start else " "
        after = low[end] if end < len(low) else " "
        beyond = low[end + 1] if end + 1 < len(low) else " "
        if before.isalnum() or after.isalnum() or before == "_" or after == "_":
            return False
        if low[end - 1].isdigit() and (
            after in _CLOSED_AFTER or (after in ".,:-–/" and beyond.isdigit() and after != "–")
        ):
            return False
        if low[start].isdigit():
            further = low[start - 2] if start > 1 else " "
            if before in _CLOSED_BEFORE or (before in ".,:" and further.isdigit()):
                return False
            if before == "-" and further.isalnum() and not self._after_mod(start):
                return False
        if before in "'’" and start > 1 and low[start - 2].isalnum():
            word = _LETTERS.search(low, max(0, start - _TAIL), start - 1)
            return word is not None and word[0] in self.locale.glue.elided
        return before != "/"

    def _after_mod(self, start: int) -> bool:
        """Whether "mid-" or the like stands before an offset."""
        words = self.low[max(0, start - _TAIL) : start - 1].split()
        return bool(words) and words[-1] in self.locale.lexicon.get("mod", {})

    def possessed(self, end: int) -> bool:
        """Whether the mark of an owner follows: "Friday's vote"."""
        return self.low.startswith(self.locale.glue.possessive, end)

    def adjectival(self, end: int) -> bool:
        """Whether the adjective of a thing ends here: "*нічної* атаки"."""
        endings = self.locale.glue.adjectival
        fits = bool(endings) and self.low.endswith(endings, 0, end)
        return fits and self.low[end : end + 1] == " " and self.low[end + 1 : end + 2].isalpha()

    @property
    def headline(self) -> bool:
        """Whether most words have capitals, so that a capital tells nothing."""
        return _headline(self)

    def name_like(self, start: int) -> bool:
        """Whether a word has a capital that neither its place nor a headline explains."""
        if self.locale.noun_capitals or not self.text[start].isupper():
            return False
        last = start - 1
        while last >= 0 and self.text[last].isspace():
            last -= 1
        if last >= 0 and self.text[last] in "«„":
            return not self._long_quote(start)  # the name of a paper, or what somebody says
        opens = last < 0 or self.text[last] in "\"“”‘'`:—–-(.!?…|•"
        return not opens and not self._after_line(last, start) and not self.headline

    def _after_line(self, last: int, start: int) -> bool:
        """Whether a short line, as of a title, ends between two offsets."""
        line = self.text.rfind("\n", 0, last + 1) + 1
        return "\n" in self.text[last:start] and last - line < _LINE

    def _long_quote(self, start: int) -> bool:
        """Whether more than three words stand between an offset and the closing mark."""
        closing = _CLOSING.search(self.text, start)
        end = len(self.text) if closing is None else closing.start()
        return len(self.text[start:end].split()) > 3

    def in_a_name(self, start: int, end: int) -> bool:
        """Whether a title stands before a weekday or month, or "The" and a name around a weekday.

        "Sgt. Friday", "The Sunday Times"; in a headline capitals tell nothing.
        """
        before = self.text[max(0, start - _TAIL) : start].split()
        if before and before[-1].endswith(".") and before[-1][:-1] in self.locale.sentences.never:
            return True
        capital = self.text[end : end + 1] == " " and self.text[end + 1 : end + 2].isupper()
        nouns = self.locale.lexicon.get("name_noun", {})
        if capital and self.word_after(end) in nouns and not self.headline:
            return True
        word = self.low[start:end]
        if not before or word not in self.locale.lexicon.get("weekday", {}) or self.headline:
            return False
        if before[-1].lower() not in self.locale.glue.articles:
            return False
        named = self.text[end : end + 2]
        return named[:1] == " " and named[1:].isupper() and not self.locale.noun_capitals

    def after_name(self, start: int) -> bool:
        """Whether a name stands right before a figure: "Orion 1980"."""
        words = self.text[max(0, start - _TAIL) : start].split()
        if len(words) < 2 or not words[-1].isalpha() or self.headline or self.locale.noun_capitals:
            return False
        return words[-1][0].isupper() and words[-1].lower() not in self.locale.leads

    def allows(self, rule: RuleData, start: int, end: int) -> bool:
        """Whether what stands around a match lets its rule count."""
        if rule.capital and not self.text[start].isupper():
            return False
        if (
            rule.needs_lead
            and self.low[start:end] in self.locale.ambiguous
            and not self.follows(start, self.locale.leads)
        ):
            return False
        if not self._led(rule, start):
            return False
        if not (rule.not_before or rule.closed):
            return True
        following = self.word_after(end)
        if rule.not_before and following in rule.not_before:
            return False
        return not (rule.closed and following and following not in self.locale.closers)

    def _led(self, rule: RuleData, start: int) -> bool:
        """Whether what stands right before a match lets its rule count."""
        if rule.after and not self.follows(start, rule.after):
            return False
        return not (rule.not_after and self.follows(start, rule.not_after))

    def follows(self, start: int, words: frozenset[str]) -> bool:
        """Whether one of the words (or of up to three) stands right before an offset."""
        return self.word_before(start, words) is not None

    def word_before(self, start: int, words: frozenset[str]) -> str | None:
        """Which of the words, longest first, stands right before an offset."""
        last = self.last_word(start)
        if last not in _last_words(words) and not ("#" in words and last[-1:].isdigit()):
            return None
        pieces = self._before(start).split()
        if not pieces or pieces[-1][-1] in ",;:—–":
            return None
        for count in (3, 2, 1):
            if len(pieces) >= count:
                phrase = " ".join(pieces[-count:]).strip(_QUOTES)
                if phrase in words or (count == 1 and "#" in words and phrase[-1:].isdigit()):
                    return phrase
        return None

    def last_word(self, start: int) -> str:
        """What stands between white space right before an offset, less quotation marks."""
        last = self._before(start).rsplit(None, 1)[-1:]
        return last[0].strip(_QUOTES) if last else ""

    def _before(self, start: int) -> str:
        """What stands before an offset, with one kind of apostrophe."""
        return self.low[max(0, start - _TAIL) : start].replace("’", "'")

    def word_after(self, end: int) -> str:
        """The word right after an offset, lower case; "" where punctuation comes first."""
        match = _WORD_AFTER.match(self.low, end)
        return match[1] if match else ""


@lru_cache(maxsize=64)
def _last_words(phrases: frozenset[str]) -> frozenset[str]:
    """The last words of phrases: one of them ends every text that ends with a phrase."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in phrases)


@lru_cache(maxsize=64)
def _headline(passage: Passage) -> bool:
    """Whether most words of a text that no stop ends have capitals."""
    words = [word for word in passage.text.split() if word[0].isalpha()]
    ended = passage.text.rstrip("\"'”’)")[-1:] in {".", "!", "?"}
    return not ended and sum(word[0].isupper() for word in words) > 0.6 * len(words)
