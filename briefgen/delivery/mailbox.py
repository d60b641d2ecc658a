"""A Letter → an SMTP server, and what the server said (RFC 5321, RFC 3207, RFC 4954).

The end of a message is sent apart from its body: what breaks off before it was never accepted and
may be tried again, what breaks off after it may have been. Only that moment is in doubt.
"""

import re
import smtplib
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import Self

from briefgen.delivery.letters import Letter
from briefgen.errors import DeliveryError
from briefgen.knowledge.mail import MailServer

__all__ = ["Answer", "Mailbox", "State", "Unreachable"]

_LEADING_DOT = re.compile(rb"(?m)^\.")


class State(StrEnum):
    """What became of a letter to one recipient."""

    PENDING = "pending"
    """Not yet tried."""
    SENT = "sent"
    DEFERRED = "deferred"
    """Put off by the server, or the connection was lost: to be tried again."""
    REFUSED = "refused"
    """For good."""
    UNKNOWN = "unknown"
    """The connection was lost after the end of the message and before the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of a letter to one recipient, and what the server said."""

    state: State
    reply: str


class Unreachable(Exception):  # noqa: N818 (no error of ours: it is tried again)
    """The server takes nothing from anybody now, and may in a while."""


class Mailbox:
    """A session with a server; opened when it is first needed, and anew after it broke."""

    def __init__(self, server: MailServer, password: str | None = None) -> None:
        """Nothing is opened yet."""
        self._server = server
        self._password = password
        self._session: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take leave of the server."""
        session, self._session = self._session, None
        if session is None:
            return
        try:
            session.quit()
        except (smtplib.SMTPException, OSError):
            session.close()

    def deliver(self, letter: Letter, ending: Callable[[], None]) -> Mapping[str, Answer]:
        """What became of the letter, for each of its recipients.

        ``ending`` is called before the end of the message is sent. Raises DeliveryError where no
        letter at all can be sent: wrong certificate, wrong password; and Unreachable where none
        can be for now.
        """
        ended = False

        def end() -> None:
            nonlocal ended
            ending()
            ended = True

        try:
            session = self._open()
        except smtplib.SMTPResponseException as error:
            self._drop()
            said = _answer(error.smtp_code, error.smtp_error).reply
            raise Unreachable(f"{self._where}: the server puts us off ({said})") from error
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            reason = getattr(error, "strerror", None) or error
            told = f"{self._where}: no connection ({reason})"
            raise Unreachable(
                f"{told}; look at host, port and security in [mail.server]"
            ) from error
        try:
            return self._deliver(session, letter, end)
        except smtplib.SMTPResponseException as error:
            self._drop()
            return _all(letter, _answer(error.smtp_code, error.smtp_error))
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            state = State.UNKNOWN if ended else State.DEFERRED
            return _all(letter, Answer(state=state, reply=f"connection lost: {error}"))

    def _deliver(
        self, session: smtplib.SMTP, letter: Letter, ending: Callable[[], None]
    ) -> dict[str, Answer]:
        international = not "".join((letter.sender, *letter.recipients)).isascii()
        if international and not session.has_extn("smtputf8"):
            told = "the server takes no address beyond ASCII (SMTPUTF8)"
            return _all(letter, Answer(state=State.REFUSED, reply=told))
        code, text = session.mail(letter.sender, ["SMTPUTF8"] if international else [])
        if code != 250:
            session.rset()
            return _all(letter, _answer(code, text))
        answers = {}
        for recipient in letter.recipients:
            code, text = session.rcpt(recipient)
            if code not in {250, 251}:
                answers[recipient] = _answer(code, text)
        accepted = [one for one in letter.recipients if one not in answers]
        if not accepted:
            session.rset()
            return answers
        code, text = session.docmd("DATA")
        if code == 354:
            body = _LEADING_DOT.sub(b"..", letter.data)
            session.send(body if body.endswith(b"\r\n") else body + b"\r\n")
            ending()
            session.send(b".\r\n")
            code, text = session.getreply()
        answer = _answer(code, text)
        if answer.state is not State.SENT:
            session.rset()
        return {**answers, **dict.fromkeys(accepted, answer)}

    @property
    def _where(self) -> str:
        return f"{self._server.host}:{self._server.port}"

    def _open(self) -> smtplib.SMTP:
        """The session, greeted, encrypted and authenticated."""
        if self._session is None:
            self._session = self._opened()
        return self._session

    def _opened(self) -> smtplib.SMTP:
        server = self._server
        where = self._where
        try:
            context = ssl.create_default_context(cafile=server.certificates)
            if server.security == "tls":
                session: smtplib.SMTP = smtplib.SMTP_SSL(
                    server.host, server.port, timeout=server.timeout, context=context
                )
            else:
                session = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
        except ssl.SSLError as error:
            raise DeliveryError(_mistrusted(where, error)) from error
        try:
            session.ehlo_or_helo_if_needed()
            if server.security == "starttls":
                session.starttls(context=context)
                session.ehlo()
            if server.user is not None:
                self._log_in(session, server.user, where)
        except ssl.SSLError as error:
            session.close()
            raise DeliveryError(_mistrusted(where, error)) from error
        except smtplib.SMTPNotSupportedError as error:
            session.close()
            raise DeliveryError(
                f"{where}: {error}; look at “security” and “user” in [mail.server]"
            ) from error
        except BaseException:
            session.close()
            raise
        return session

    def _log_in(self, session: smtplib.SMTP, user: str, where: str) -> None:
        if self._password is None:
            raise DeliveryError(
                f"{where}: no password for “{user}”; set BRIEFGEN_SMTP_PASSWORD in the "
                f"environment, or keep it in the keyring under “briefgen:{self._server.host}”"
            )
        try:
            session.login(user, self._password)
        except smtplib.SMTPAuthenticationError as error:
            if error.smtp_code < 500:  # the server has a bad moment
                raise
            said = _words(error.smtp_error)
            raise DeliveryError(
                f"{where}: the server refuses “{user}” ({said}); look at “user” in [mail.server] "
                "and at BRIEFGEN_SMTP_PASSWORD, or at the password in the keyring"
            ) from error

    def _drop(self) -> None:
        """Forget a session that broke."""
        if self._session is not None:
            self._session.close()
            self._session = None


def _answer(code: int, text: bytes | str) -> Answer:
    """A reply of the server: 2xx is done, 4xx may be tried again, the rest is final."""
    said = f"{code} {_words(text)}".strip()
    if 200 <= code < 300:
        return Answer(state=State.SENT, reply=said)
    state = State.DEFERRED if code < 500 else State.REFUSED
    return Answer(state=state, reply=said)


def _all(letter: Letter, answer: Answer) -> dict[str, Answer]:
    return dict.fromkeys(letter.recipients, answer)


def _words(text: bytes | str) -> str:
    told = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return " ".join(told.split())


def _mistrusted(where: str, error: ssl.SSLError) -> str:
    reason = getattr(error, "verify_message", None) or error.reason or error
    return (
        f"{where}: its certificate is not trusted ({reason}); "
        "name the authority's file in [mail.server] certificates, or check the host's name"
    )
