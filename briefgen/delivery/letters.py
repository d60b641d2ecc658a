"""The message of an edition → Letters: one for each recipient, or one for all of a group.

The parts of the message stay byte for byte; only its header is completed: whom it is for, a
Message-ID that is the same on every try, and the ``List-*`` fields of RFC 2369 and RFC 2919.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email import policy
from email.parser import BytesHeaderParser
from email.utils import parseaddr

from briefgen.errors import DeliveryError
from briefgen.knowledge.mail import Dkim, Mail

__all__ = ["Letter", "letters"]

_BODY = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A message, and to whom it goes."""

    sender: str
    """Address of the envelope."""
    recipients: tuple[str, ...]
    """Addresses of the envelope."""
    message_id: str
    data: bytes
    """As it goes over the wire, lines ended by CR LF; dots not yet doubled."""


def letters(
    message: bytes, mail: Mail, recipients: Sequence[str], *, edition: str
) -> Iterator[Letter]:
    """The letters that carry a message to recipients, each address once.

    ``edition`` names the edition in its revision ("12.1"): with the recipient it makes the
    Message-ID. Raises DeliveryError for a DKIM key that signs nothing.
    """
    known = list(dict.fromkeys(parseaddr(text)[1] for text in recipients))
    names = {parseaddr(text)[1]: text for text in reversed(recipients)}
    for addresses in ([address] for address in known) if mail.each else [known] * bool(known):
        shown = names[addresses[0]] if mail.each else mail.sender
        identity = _message_id(mail, addresses, edition)
        data = _addressed(message, mail, shown, identity)
        yield Letter(
            sender=parseaddr(mail.sender)[1],
            recipients=tuple(addresses),
            message_id=identity,
            data=_signed(data, mail.dkim) if mail.dkim else data,
        )


def _message_id(mail: Mail, addresses: Sequence[str], edition: str) -> str:
    """The same for the same edition and recipient, whenever it is sent."""
    digest = hashlib.sha256("\n".join(sorted(addresses)).encode()).hexdigest()
    domain = parseaddr(mail.sender)[1].rpartition("@")[2]
    return f"<briefgen.{edition}.{digest[:16]}@{domain}>"


def _addressed(message: bytes, mail: Mail, to: str, identity: str) -> bytes:
    """The message with its own address, identity and list fields."""
    split = _BODY.search(message)
    assert split is not None, "a message has a header and a body"
    body = message[split.end() :]
    header = BytesHeaderParser(policy=policy.SMTP).parsebytes(message[: split.end()])
    for name in ("To", "Message-ID"):
        del header[name]
    header["To"] = to
    header["Message-ID"] = identity
    if mail.list_id:
        header["List-Id"] = f"<{mail.list_id}>"
    if mail.unsubscribe:
        header["List-Unsubscribe"] = f"<{mail.unsubscribe}>"
    header["List-Post"] = "NO"
    head = header.as_bytes(policy=policy.SMTP).rstrip(b"\r\n")
    return head + b"\r\n\r\n" + body.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _signed(data: bytes, settings: Dkim) -> bytes:
    """The message under a DKIM signature (RFC 6376), relaxed/relaxed, without a time of its own."""
    try:
        import dkim  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise DeliveryError(
            "[mail.dkim]: signing needs the extra “mail”: pip install briefgen[mail]"
        ) from error
    key = settings.key.read_bytes()
    kind = b"ed25519-sha256" if _is_ed25519(key) else b"rsa-sha256"
    try:
        signature = dkim.sign(
            data,
            settings.selector.encode(),
            settings.domain.encode(),
            key,
            canonicalize=(b"relaxed", b"relaxed"),
            signature_algorithm=kind,
        )
    except (dkim.DKIMException, ValueError) as error:
        raise DeliveryError(f"{settings.key}: no key that can sign ({error})") from error
    return bytes(signature) + data


def _is_ed25519(key: bytes) -> bool:
    """Dkimpy takes an Ed25519 key as 32 bytes in base64, without the lines of a PEM file."""
    return b"-----" not in key
