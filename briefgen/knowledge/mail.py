"""``[mail]`` of briefgen.toml → Mail: who gets the digest, in what shape, by which server.

::

    [mail]
    sender = "Strait desk <desk@example.org>"
    recipients = ["chief@example.org"]      # the whole brief
    subject = "{title}: {date}"
    each = true                             # a message each; false: one message, all in Bcc
    list_id = "daily.example.org"           # RFC 2919
    unsubscribe = "mailto:desk@example.org?subject=stop"    # RFC 2369

    [mail.server]
    host = "smtp.example.org"
    port = 587
    security = "starttls"                   # "tls" (from the first byte) or "none"
    user = "desk"                           # the password is never written here

    [[mail.group]]
    name = "south desk"
    recipients = ["south@example.org"]
    theaters = ["strait"]                   # these alone; left out: all
    language = "uk"
    formats = ["html", "text", "pdf"]

    [mail.dkim]                             # RFC 6376; needs the extra "mail"
    domain = "example.org"
    selector = "brief"
    key = "dkim.pem"
"""

from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path

from briefgen.knowledge.tables import Table

__all__ = ["SECURITIES", "Dkim", "Mail", "MailGroup", "MailServer", "load_mail"]

PORTS = {"starttls": 587, "tls": 465, "none": 25}
SECURITIES = tuple(PORTS)
SHAPES = ("html", "text", "pdf")
"""Parts of a message: the plain text is always there, as its first alternative."""
FIELDS = ("title", "date", "number", "edition", "events", "new", "updated", "corrected")
"""Of the subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """An SMTP server that takes mail for delivery."""

    host: str
    port: int = 587
    security: str = "starttls"
    """``starttls``, ``tls`` or ``none``."""
    user: str | None = None
    """None: no authentication. The password is in the environment or the keyring."""
    timeout: int = 60
    """Seconds for each answer of the server."""
    certificates: Path | None = None
    """PEM file of the authorities trusted; None: those of the system."""
    attempts: int = 3
    """How often a message is tried that the server puts off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailGroup:
    """Recipients who get a brief of their own."""

    name: str
    recipients: tuple[str, ...]
    theaters: tuple[str, ...] = ()
    """Ids; empty: all."""
    language: str | None = None
    """None: the project's."""
    formats: tuple[str, ...] = SHAPES


@dataclass(frozen=True, slots=True, kw_only=True)
class Dkim:
    """How messages are signed."""

    domain: str
    selector: str
    key: Path
    """PEM file of an RSA or Ed25519 private key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """The e-mailed digest: its header, who gets it, and how it is handed over."""

    sender: str = "briefgen@localhost"
    recipients: tuple[str, ...] = ()
    """Empty: the .eml names the sender as its own recipient."""
    subject: str = "{title}: {date}"
    """Python format fields: those of FIELDS."""
    formats: tuple[str, ...] = SHAPES
    """Parts of the message, of SHAPES."""
    each: bool = True
    """A message for each recipient; False: one for all, who do not see each other."""
    list_id: str | None = None
    unsubscribe: str | None = None
    server: MailServer | None = None
    groups: tuple[MailGroup, ...] = ()
    dkim: Dkim | None = None


def load_mail(table: Table, folder: Path) -> Mail:
    """The mail of a project; paths count from the folder. Raises ProjectError."""
    plain = Mail()
    mail = Mail(
        sender=_address(table, "sender", table.text("sender", plain.sender)),
        recipients=_addresses(table),
        subject=table.text("subject", plain.subject),
        formats=_formats(table),
        each=table.flag("each", plain.each),
        list_id=table.optional("list_id"),
        unsubscribe=table.optional("unsubscribe"),
        server=_server(table.table("server"), folder) if table.has("server") else None,
        groups=tuple(_groups(table)),
        dkim=_dkim(table.table("dkim"), folder) if table.has("dkim") else None,
    )
    table.asked.update({"server", "dkim"})
    try:
        mail.subject.format(**dict.fromkeys(FIELDS, 1))
    except (KeyError, IndexError, ValueError, AttributeError) as reason:
        fields = ", ".join(f"{{{name}}}" for name in FIELDS)
        raise table.fail("subject", f"{reason} is no field of it; {fields} are") from None
    table.done()
    return mail


def _server(table: Table, folder: Path) -> MailServer:
    security = _one_of(table, "security", "starttls", SECURITIES)
    file = table.optional("certificates")
    if file is not None and not (folder / file).is_file():
        raise table.fail("certificates", f'there is no file "{file}" beside this file')
    if table.has("password"):
        raise table.fail(
            "password",
            "has no place in a file; set it in the environment as BRIEFGEN_SMTP_PASSWORD, "
            "or keep it in the keyring",
        )
    server = MailServer(
        host=table.text("host"),
        port=table.whole("port", PORTS[security], least=1),
        security=security,
        user=table.optional("user"),
        timeout=table.whole("timeout", 60, least=1),
        certificates=folder / file if file else None,
        attempts=table.whole("attempts", 3, least=1),
    )
    table.done()
    return server


def _groups(table: Table) -> Iterator[MailGroup]:
    for group in table.tables("group"):
        yield MailGroup(
            name=group.text("name"),
            recipients=_addresses(group),
            theaters=group.texts("theaters"),
            language=group.optional("language"),
            formats=_formats(group),
        )
        group.done()


def _formats(table: Table) -> tuple[str, ...]:
    formats = table.texts("formats", SHAPES)
    for name in formats:
        if name not in SHAPES:
            raise table.fail("formats", f'there is no "{name}"; choose from {", ".join(SHAPES)}')
    return formats


def _dkim(table: Table, folder: Path) -> Dkim:
    key = folder / table.text("key")
    if not key.is_file():
        raise table.fail("key", f'there is no file "{key.name}" beside this file')
    dkim = Dkim(domain=table.text("domain"), selector=table.text("selector"), key=key)
    table.done()
    return dkim


def _one_of(table: Table, key: str, default: str, known: tuple[str, ...]) -> str:
    value = table.text(key, default)
    if value not in known:
        raise table.fail(key, f'is "{value}"; choose from {", ".join(known)}')
    return value


def _addresses(table: Table) -> tuple[str, ...]:
    return tuple(_address(table, "recipients", text) for text in table.texts("recipients"))


def _address(table: Table, key: str, text: str) -> str:
    name, address = parseaddr(text)
    local, _, domain = address.rpartition("@")
    if not (local and domain) or any(c in text for c in "\r\n") or "," in address:
        raise table.fail(key, f'"{text}" is no address; write it as "Desk <desk@example.org>"')
    return text if name or text == address else address
