"""Letters against a real server: each recipient gets the edition once, whatever goes wrong."""

import email
import smtplib
from collections.abc import Callable, Sequence
from dataclasses import replace
from email import policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from briefgen.delivery.letters import Letter, letters
from briefgen.delivery.mailbox import Answer, Mailbox, State
from briefgen.delivery.mailings import Mailing
from briefgen.delivery.outbox import send_all
from briefgen.delivery.sending import write_letters
from briefgen.editor import compose
from briefgen.errors import DeliveryError
from briefgen.knowledge.mail import Dkim, Mail
from briefgen.knowledge.project import Project
from briefgen.model import Chronology

RIGHT = "right"
ANNA, BEN, CLEO = "anna@example.org", "ben@example.org", "cleo@example.org"


def message() -> bytes:
    made = EmailMessage(policy=policy.SMTP)
    made["Subject"] = "Strait brief: 13 Mar 2026"
    made["From"] = "Desk <desk@example.org>"
    made["To"] = "nobody@example.org"
    made["Message-ID"] = "<x@example.org>"
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(".a line with a dot in front\nKyiv, Київ\n", cte="8bit")
    return made.as_bytes()


def letters_to(*recipients: str, **mail: Any) -> list[Letter]:
    settings = Mail(sender="Desk <desk@example.org>", **mail)
    return list(letters(message(), settings, recipients, edition="12.1"))


class Notebook:
    """A log in memory."""

    def __init__(self, due: Sequence[Letter]) -> None:
        self.letters = due
        self.state = {(x.message_id, r): State.PENDING for x in due for r in x.recipients}

    def due(self) -> Sequence[Letter]:
        open_ = {State.PENDING, State.DEFERRED}
        left = (
            replace(x, recipients=tuple(r for r in x.recipients if self.of(x, r) in open_))
            for x in self.letters
        )
        return [letter for letter in left if letter.recipients]

    def of(self, letter: Letter, recipient: str) -> State:
        return self.state[letter.message_id, recipient]

    def note(self, letter: Letter, recipient: str, answer: Answer) -> None:
        self.state[letter.message_id, recipient] = answer.state

    @property
    def states(self) -> list[State]:
        return list(self.state.values())


def send(
    log: Notebook, server: Any, *, password: str | None = None, attempts: int = 3
) -> list[float]:
    waits: list[float] = []
    send_all(log, lambda: Mailbox(server, password), attempts=attempts, wait=waits.append)
    return waits


@pytest.mark.parametrize("security", ["none", "starttls", "tls"])
def test_a_letter_arrives_as_it_was_made(office: Callable[..., Any], security: str) -> None:
    opened = office(security)
    log = Notebook(letters_to(ANNA))
    send(log, opened.server)
    ((to, data),) = opened.postman.kept
    assert (ANNA,) == to
    assert data == log.letters[0].data
    assert [State.SENT] == log.states


def test_the_header_says_for_whom_it_is_and_from_which_list() -> None:
    (letter,) = letters_to(
        f"Anna <{ANNA}>", list_id="daily.example.org", unsubscribe="mailto:x@y.z"
    )
    read = email.message_from_bytes(letter.data, policy=policy.default)
    assert f"Anna <{ANNA}>" == read["To"]
    assert "auto-generated" == read["Auto-Submitted"]
    assert ("<daily.example.org>", "<mailto:x@y.z>") == (read["List-Id"], read["List-Unsubscribe"])
    assert letter.message_id == read["Message-ID"]
    assert "Київ" in read.get_content()


def test_message_ids_are_stable_and_of_one_recipient_and_edition() -> None:
    again = list(letters(message(), Mail(sender="desk@example.org"), [ANNA, BEN], edition="12.2"))
    first = letters_to(ANNA, BEN)
    assert first == letters_to(ANNA, BEN)
    assert 4 == len({letter.message_id for letter in (*first, *again)})


def test_a_pdf_that_is_there_is_not_laid_out_again(day: Chronology, project: Project) -> None:
    carried = replace(project, mail=Mail(recipients=(ANNA,), formats=("text", "pdf")))
    mailing = Mailing(
        name=None,
        recipients=(ANNA,),
        briefing=compose(day, carried),
        chronology=day,
        project=carried,
    )
    ((_, letter),) = write_letters([mailing], {"pdf": b"%PDF of the files"})
    read = email.message_from_bytes(letter.data, policy=policy.default)
    assert [b"%PDF of the files"] == [part.get_content() for part in read.iter_attachments()]


def test_nobody_gets_two_letters() -> None:
    assert 2 == len(letters_to(ANNA, f"Anna <{ANNA}>", BEN))


def test_in_one_message_recipients_do_not_see_each_other(office: Callable[..., Any]) -> None:
    opened = office()
    log = Notebook(letters_to(ANNA, BEN, each=False))
    send(log, opened.server)
    ((to, data),) = opened.postman.kept
    assert (ANNA, BEN) == to
    assert b"anna@" not in data


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_the_right_password_is_let_in(office: Callable[..., Any], security: str) -> None:
    opened = office(security, password=True)
    log = Notebook(letters_to(ANNA))
    send(log, opened.server, password=RIGHT)
    assert [State.SENT] == log.states


def test_a_wrong_password_sends_nothing_and_loses_nothing(office: Callable[..., Any]) -> None:
    opened = office("starttls", password=True)
    log = Notebook(letters_to(ANNA))
    with pytest.raises(DeliveryError, match="refuses “desk”"):
        send(log, opened.server, password=RIGHT[::-1])
    assert ([], [State.DEFERRED]) == (opened.postman.kept, log.states)
    with pytest.raises(DeliveryError, match="BRIEFGEN_SMTP_PASSWORD"):
        send(log, opened.server)


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_that_nobody_vouches_for_is_refused(
    office: Callable[..., Any], security: str
) -> None:
    opened = office(security, trust=False)
    with pytest.raises(DeliveryError, match=r"certificate is not trusted.*certificates"):
        send(Notebook(letters_to(ANNA)), opened.server)
    assert [] == opened.postman.kept


def test_a_server_without_tls_gets_no_letter(office: Callable[..., Any]) -> None:
    opened = office()
    with pytest.raises(DeliveryError, match="security"):
        send(Notebook(letters_to(ANNA)), replace(opened.server, security="starttls"))


def test_a_refused_recipient_does_not_hold_up_the_others(office: Callable[..., Any]) -> None:
    opened = office()
    opened.postman.to_recipient[BEN] = ["550 No such user"]
    log = Notebook(letters_to(ANNA, BEN, CLEO))
    assert [] == send(log, opened.server)
    assert [State.SENT, State.REFUSED, State.SENT] == log.states
    together = Notebook(letters_to(ANNA, BEN, CLEO, each=False))
    opened.postman.to_recipient[BEN] = ["550 No such user"]
    send(together, opened.server)
    assert [State.SENT, State.REFUSED, State.SENT] == together.states


@pytest.mark.parametrize("answer", ["421 Busy", "451 Later", "452 Full"])
def test_what_is_put_off_is_tried_again_after_a_while(
    office: Callable[..., Any], answer: str
) -> None:
    opened = office()
    opened.postman.to_data = [answer, answer]
    log = Notebook(letters_to(ANNA))
    assert [5, 20] == send(log, opened.server)
    assert (1, [State.SENT]) == (len(opened.postman.kept), log.states)


def test_trying_ends(office: Callable[..., Any]) -> None:
    opened = office()
    opened.postman.to_data = ["451 Later"] * 9
    log = Notebook(letters_to(ANNA))
    send(log, opened.server)
    assert [State.DEFERRED] == log.states


def test_what_may_have_arrived_is_not_sent_again(office: Callable[..., Any]) -> None:
    opened = office()
    opened.postman.to_data = ["drop after keeping"]
    log = Notebook(letters_to(ANNA, BEN))
    send(log, opened.server)
    send(log, opened.server)
    assert [State.UNKNOWN, State.SENT] == log.states
    assert [(ANNA,), (BEN,)] == [to for to, _ in opened.postman.kept]


class Cut(smtplib.SMTP):
    """A session whose line breaks in the middle of the first message."""

    left = 1

    def send(self, s: Any) -> None:
        if b"Subject:" in (s if isinstance(s, bytes) else b"") and Cut.left:
            Cut.left -= 1
            super().send(s[: len(s) // 2])
            self.close()
            raise ConnectionResetError("cut")
        super().send(s)


def test_a_line_that_breaks_in_the_middle_loses_nothing(
    office: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = office()
    monkeypatch.setattr(Cut, "left", 1)
    monkeypatch.setattr(smtplib, "SMTP", Cut)
    log = Notebook(letters_to(ANNA, BEN))
    send(log, opened.server)
    assert [State.SENT, State.SENT] == log.states
    assert [(BEN,), (ANNA,)] == [to for to, _ in opened.postman.kept]


def test_a_server_that_is_not_there_loses_nothing(office: Callable[..., Any]) -> None:
    opened = office()
    log = Notebook(letters_to(ANNA))
    send(log, replace(opened.server, port=9), attempts=2)
    assert [State.DEFERRED] == log.states
    send(log, opened.server)
    assert [State.SENT] == log.states


def test_a_server_that_is_not_there_is_asked_once_a_round(office: Callable[..., Any]) -> None:
    opened = office()
    asked: list[int] = []

    class Counted(Mailbox):
        def _opened(self) -> smtplib.SMTP:
            asked.append(1)
            return super()._opened()

    log = Notebook(letters_to(ANNA, BEN, CLEO))
    gone = replace(opened.server, port=9)
    outcomes = send_all(log, lambda: Counted(gone), attempts=2, wait=lambda _: None)
    assert (2, [State.DEFERRED] * 3) == (len(asked), log.states)
    assert 1 == len({outcome.answer.reply for outcome in outcomes})
    assert "no connection (Connection refused); look at host, port" in outcomes[0].answer.reply


@pytest.mark.parametrize(("utf8", "state"), [(True, State.SENT), (False, State.REFUSED)])
def test_an_address_beyond_ascii_goes_where_the_server_takes_it(
    office: Callable[..., Any], utf8: bool, state: State
) -> None:
    opened = office(utf8=utf8)
    log = Notebook(letters_to("анна@example.org"))
    send(log, opened.server)
    assert [state] == log.states


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_signature_verifies(tmp_path: Path) -> None:
    import dkim  # noqa: PLC0415 (an extra)
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 (as above)
    from cryptography.hazmat.primitives.asymmetric import rsa  # noqa: PLC0415 (as above)

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    path = tmp_path / "dkim.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.TraditionalOpenSSL,
            serialization.NoEncryption(),
        )
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    body = b"".join(line for line in public.splitlines() if b"-----" not in line)
    settings = Dkim(domain="example.org", selector="brief", key=path)
    (letter,) = letters_to(ANNA, dkim=settings)
    assert dkim.verify(letter.data, dnsfunc=lambda *_, **__: b"v=DKIM1; k=rsa; p=" + body)
    path.write_text("no key")
    with pytest.raises(DeliveryError, match="no key that can sign"):
        letters_to(ANNA, dkim=settings)
