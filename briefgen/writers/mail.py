"""Briefing + its PDF → an e-mail: text and HTML as alternatives, the PDF attached."""

import hashlib
import re
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from briefgen.errors import WriterError
from briefgen.knowledge.project import Project
from briefgen.model import Briefing
from briefgen.writers.escape import clean
from briefgen.writers.mail_pictures import MailPicture, draw_mail_pictures
from briefgen.writers.order import Order
from briefgen.writers.templating import render
from briefgen.writers.text import context

__all__ = ["HTML_BYTES", "attached", "eml"]

HTML_BYTES = 98_000
"""Gmail shows no more than about 102 kB of a message's HTML."""

FILLER = "\u00a0\u200c" * 40
"""After the line that mail programs show in their list, so that they show no more."""
Pictures = tuple[MailPicture, ...]

_DOMAIN = re.compile(r"[A-Za-z0-9.-]+")


def attached(project: Project) -> tuple[str, ...]:
    """The formats that a project's mail carries as attachments."""
    return ("pdf",) if "pdf" in project.mail.formats else ()


def eml(order: Order) -> bytes:
    """A message ready to send, the same bytes every time; dated at the cut-off.

    Raises TemplateError, and WriterError for addresses or a subject that make no header.
    """
    with_page = "html" in order.project.mail.formats
    pictures = draw_mail_pictures(order) if with_page else ()
    text = _text(order)
    page = _page(order, pictures) if with_page else ""
    files = b"".join(order.made.values())
    digest = hashlib.sha256(text.encode() + page.encode() + files).hexdigest()
    briefing, mail = order.briefing, order.project.mail
    message = EmailMessage(policy=SMTP)
    try:
        message["Subject"] = _subject(order)
        message["From"] = mail.sender
        message["To"] = ", ".join(mail.recipients) or mail.sender
        message["Date"] = format_datetime(briefing.cutoff)
        message["Message-ID"] = f"<briefgen.{briefing.day}.{digest[:16]}@{_domain(mail.sender)}>"
        message["Auto-Submitted"] = "auto-generated"
        message["Content-Language"] = briefing.language
        message.set_content(text, cte="quoted-printable")
        if with_page:
            _add_page(message, page, pictures)
        if attached(order.project):
            message.add_attachment(
                order.made["pdf"],
                maintype="application",
                subtype="pdf",
                filename=f"brief-{briefing.day}.pdf",
            )
        for part in message.walk():
            if part.is_multipart():
                kind = part.get_content_subtype()
                part.set_boundary(f"=={kind}-{digest[:32]}==")
        return message.as_bytes()
    except (ValueError, IndexError, UnicodeError) as error:
        raise WriterError(
            f"the e-mail's header cannot be written: {error}; look at [mail] in briefgen.toml"
        ) from error


def _add_page(message: EmailMessage, page: str, pictures: Pictures) -> None:
    """The HTML part as the last alternative, its pictures beside it."""
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    (*_, part) = message.iter_parts()
    assert isinstance(part, EmailMessage)
    for picture in pictures:
        part.add_related(
            picture.data,
            maintype="image",
            subtype="png",
            cid=f"<{picture.cid}>",
            disposition="inline",
            filename=picture.name,
        )


def _text(order: Order) -> str:
    """The plain-text part; never three line feeds in a row more than one blank line."""
    values = {**context(order), "attached": bool(attached(order.project))}
    text = render("email.txt.j2", order.project.templates, values)
    lines = [line.rstrip() if line != "-- " else line for line in text.strip().splitlines()]
    return re.sub(r"\n{4,}", "\n\n\n", "\n".join(lines)) + "\n"


def _page(order: Order, pictures: Pictures) -> str:
    """The HTML part, all entries where they fit, else the first of them and where the rest is."""
    last = max((entry.number for entry in order.briefing.entries()), default=0)
    whole = _inlined(order, pictures, last, "")
    if _size(whole) <= HTML_BYTES:
        return whole
    fits, too_many = 0, last
    best = ""
    while too_many - fits > 1 or not best:
        limit = (fits + too_many) // 2
        overflow = order.briefing.words[_overflow(order)].format(first=limit + 1, last=last)
        page = _inlined(order, pictures, limit, overflow)
        if _size(page) <= HTML_BYTES or limit == 0:
            fits, best = limit, page
        else:
            too_many = limit
    return best


def _overflow(order: Order) -> str:
    """Name of the words that say where the rest of a long day is."""
    return "overflow" if attached(order.project) else "overflow_alone"


def _size(page: str) -> int:
    """Bytes of the part as a mail program has it: UTF-8, lines ended by two characters."""
    return len(page.encode()) + page.count("\n")


def _inlined(order: Order, pictures: Pictures, limit: int, overflow: str) -> str:
    """The HTML part up to an entry, its styles moved into the elements."""
    import css_inline  # noqa: PLC0415 (only mail needs it)

    values = {
        **context(order),
        "limit": limit,
        "overflow": overflow,
        "attached": bool(attached(order.project)),
        "pictures": pictures,
        "filler": FILLER,
    }
    page = render("email.html.j2", order.project.templates, values)
    inliner = css_inline.CSSInliner(
        keep_at_rules=True, load_remote_stylesheets=False, minify_css=True
    )
    try:
        return re.sub(r"\n\s*\n", "\n", str(inliner.inline(page)))
    except ValueError as error:
        raise WriterError(f"the e-mail's styles cannot be inlined: {error}") from error


def _subject(order: Order) -> str:
    """The configured subject, filled. Raises WriterError for a field that there is not."""
    mail, briefing = order.project.mail, order.briefing
    fields = {
        "title": briefing.title,
        "date": briefing.date_short,
        "number": str(briefing.number or 1),
        "edition": briefing.edition_label,
        "events": str(len(order.chronology.events)),
        **{name: str(_changed(briefing, name)) for name in ("new", "updated", "corrected")},
    }
    try:
        subject = mail.subject.format(**fields)
    except (LookupError, ValueError, AttributeError) as error:
        raise WriterError(
            f"[mail] subject {mail.subject!r}: {error!r}; fields are {', '.join(fields)}"
        ) from error
    return " ".join(clean(subject).split())


def _changed(briefing: Briefing, kind: str) -> int:
    """How many entries bear a mark against the last edition; all are new where there is none."""
    marks = [entry.change.mark if entry.change else "new" for entry in briefing.entries()]
    return marks.count(kind)


def _domain(sender: str) -> str:
    """The sender's domain, for the Message-ID."""
    domain = parseaddr(sender)[1].rpartition("@")[2]
    return domain if _DOMAIN.fullmatch(domain) else "localhost"
