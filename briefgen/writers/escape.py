"""Text of a source → text that stays plain in HTML, in every Markdown and in a link."""

import re
from urllib.parse import quote, urlsplit

from markupsafe import Markup

__all__ = ["clean", "http_url", "to_markdown"]

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, but tab and line feed
    "\u202a-\u202e\u2066-\u2069"  # directional overrides: text that reads other than it is
    "\ufdd0-\ufdef\ufffe\uffff\ufeff\ufff9-\ufffb]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")

_ENTITY = re.compile(r"[&<>|~$^=@{}\[\]#]")
"""What Python-Markdown cannot escape with a backslash, and what extensions give a meaning."""
_ASIDE = re.compile(
    r"(?<=[\w,;.”] )\[(?P<aside>\w[^\[\]]*)\](?=[\s.,;!?…)”])"
    r"|^\[(?P<opening>\w[^\[\]]+)\](?=\s)"
)
"""An aside in brackets, as editors set it: plain in every dialect, and better to read as it is.

No link can come of it: none is defined, and neither a parenthesis nor a colon follows. One letter
that opens a line might be the box of a task: "[x]".
"""
_BACKSLASH = re.compile(r"([\\`*_])")
_SCHEME = re.compile(r"\b(https?|ftp|mailto|xmpp|javascript|data)(:)", re.IGNORECASE)
_WWW = re.compile(r"\bwww\.", re.IGNORECASE)
_EMOJI = re.compile(r"(?<=\w):(?=\w+:)|(?<!\w):(?=[\w+-]+:)")
_BULLET = re.compile(r"^([-+!])")
_NUMBER = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_DEFINITION = re.compile(r"^:")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Stand for the brackets of an aside while the rest is escaped: no text holds them once clean."""
URL_CHARACTERS = ":/?#[]@!$&'()*+,;=%-._~"
"""RFC 3986: reserved and unreserved; all else is percent-encoded."""


def clean(text: str) -> str:
    """The text without what no reader can see and no format can hold."""
    return _SURROGATE.sub("\ufffd", _UNPRINTABLE.sub("", text))


def to_markdown(value: object) -> Markup:
    """One line of Markdown that any dialect shows as the text itself.

    CommonMark, GitHub's, and Python-Markdown with its usual extensions. No block can start in it,
    no link, no emphasis, no HTML. What is Markup already passes. White space becomes one space.
    """
    if isinstance(value, Markup):
        return value
    text = " ".join(clean(str(value)).split())
    text = _ASIDE.sub(lambda m: f"{OPEN}{m['aside'] or m['opening']}{CLOSE}", text)
    text = _ENTITY.sub(lambda match: _NAMED.get(match[0], f"&#{ord(match[0])};"), text)
    text = _BACKSLASH.sub(r"\\\1", text)
    text = _SCHEME.sub(r"\1&#58;", text)
    text = _WWW.sub(lambda match: match[0][:-1] + "&#46;", text)
    text = _EMOJI.sub("&#58;", text)
    text = _BULLET.sub(r"\\\1", text)
    text = _NUMBER.sub(r"\1\\\2", text)
    text = _DEFINITION.sub("&#58;", text).replace(OPEN, "[").replace(CLOSE, "]")
    return Markup(text)  # noqa: S704 (escaped above)


def http_url(text: str | None) -> str | None:
    """The address, safe to stand in a link; None for any that is not http or https."""
    if not text:
        return None
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        return None
    return quote(_SURROGATE.sub("", parts.geturl()), safe=URL_CHARACTERS)
