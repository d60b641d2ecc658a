"""Element tree of a pasted text → its lines, with the blank ones that part its articles.

What an editor or a converter makes of plain text holds paragraphs and line breaks alone; an empty
paragraph, or a break between two, is a blank line of the text. Such a page is split as the text is.
"""

from typing import Any

__all__ = ["flat_text", "pasted_text"]

PLAIN = frozenset({"p", "div", "br"})
INLINE = frozenset(
    {"a", "abbr", "b", "em", "font", "i", "q", "small", "span", "strong", "u", "wbr"}
)
UNSEEN = frozenset({"link", "meta", "noscript", "script", "style", "template", "title"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
MARKS = {"li": "- ", **dict.fromkeys(sorted(HEADINGS), "\n")}
LEAST = 2
"""Lines of a text that may hold several articles."""


def pasted_text(root: Any) -> str | None:
    """The text of a page that holds nothing but paragraphs and line breaks; None for any other."""
    body = root.find(".//body") if root.tag != "body" else root
    if body is None:
        return None
    parts: list[str] = []
    if not _walk(body, parts):
        return None
    lines = [" ".join(line.split()) for line in "".join(parts).split("\n")]
    return "\n".join(lines) if sum(map(bool, lines)) >= LEAST else None


def flat_text(root: Any) -> str:
    """The text of any page, line by line, as somebody would copy it."""
    body = root.find(".//body") if root.tag != "body" else root
    parts: list[str] = []
    _walk(root if body is None else body, parts, whole=True)
    return "\n".join(" ".join(line.split()) for line in "".join(parts).split("\n"))


def _walk(element: Any, parts: list[str], *, whole: bool = False) -> bool:
    """Add the text under an element; False where it holds what no pasted text does.

    `whole`: nothing is refused; any other element is a block.
    """
    _add(element.text, parts)
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else None
        if tag == "br":
            parts.append("\n")
        elif tag in INLINE:
            if not _walk(child, parts, whole=whole):
                return False
        elif tag in PLAIN or (whole and tag is not None and tag not in UNSEEN):
            _end_line(parts)
            parts.append(MARKS.get(tag, ""))
            if not _walk(child, parts, whole=whole):
                return False
            parts.append("\n\n" if tag == "p" or tag in HEADINGS else "\n")
        elif tag is not None and tag not in UNSEEN:
            return False
        _add(child.tail, parts)
    return True


def _add(text: str | None, parts: list[str]) -> None:
    """Add running text; line ends in the source are spaces."""
    if text:
        run = " ".join(text.split())
        if run:
            parts.append(f"{' ' * text[0].isspace()}{run}{' ' * text[-1].isspace()}")
        elif parts and not parts[-1].endswith(("\n", " ")):
            parts.append(" ")


def _end_line(parts: list[str]) -> None:
    """A block begins on a line of its own."""
    if parts and not parts[-1].endswith("\n"):
        parts.append("\n")
