"""A mail server of our own on the loopback, which keeps what it gets and fails when told to."""

import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from briefgen.knowledge.mail import MailServer


@dataclass
class Postman:
    """A handler that keeps messages, and what it shall answer."""

    kept: list[tuple[tuple[str, ...], bytes]] = field(default_factory=list)
    to_recipient: dict[str, list[str]] = field(default_factory=dict)
    """Address → answers to RCPT, one for each try; then 250."""
    to_data: list[str] = field(default_factory=list)
    """Answers to the end of a message, one for each; “drop” breaks the connection; then 250."""

    async def handle_RCPT(  # noqa: N802 (aiosmtpd's name)
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        answers = self.to_recipient.get(address, [])
        answer = answers.pop(0) if answers else "250 OK"
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        answer = self.to_data.pop(0) if self.to_data else "250 Accepted"
        if answer.startswith("drop"):
            if answer == "drop after keeping":
                self.kept.append((tuple(envelope.rcpt_tos), envelope.content))
            server.transport.abort()
            return "250 nobody hears this"
        if answer.startswith("250"):
            self.kept.append((tuple(envelope.rcpt_tos), envelope.content))
        return answer


class Anywhere(Controller):
    """A controller on whatever port is free."""

    def _trigger_server(self) -> None:
        server: Any = self.server
        self.port = server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]


@dataclass(frozen=True)
class Office:
    """A running server: its postman, and how to reach it."""

    postman: Postman
    server: MailServer


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 that vouches for itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    start = datetime.now(UTC) - timedelta(days=1)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=30))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    folder = tmp_path_factory.mktemp("certificate")
    paths = folder / "cert.pem", folder / "key.pem"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return paths


@pytest.fixture
def office(certificate: tuple[Path, Path]) -> Iterator[Callable[..., Office]]:
    """Opens servers, in plain text or with TLS, with or without a password; closes them all."""
    opened: list[Anywhere] = []

    def check(_server: Any, _session: Any, _envelope: Any, _way: str, given: Any) -> AuthResult:
        right = isinstance(given, LoginPassword) and given.password == b"right"
        return AuthResult(success=right, handled=False)

    def open_office(
        security: str = "none", *, password: bool = False, trust: bool = True, utf8: bool = True
    ) -> Office:
        context = None
        if security != "none":
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
        postman = Postman()
        settings: dict[str, Any] = {"hostname": "127.0.0.1", "port": 0, "enable_SMTPUTF8": utf8}
        if password:
            settings |= {
                "authenticator": check,
                "auth_required": True,
                "auth_require_tls": security != "none",
            }
        if security == "starttls":
            settings |= {"tls_context": context, "require_starttls": True}
        if security == "tls":
            settings |= {"ssl_context": context, "auth_require_tls": False}
        controller = Anywhere(postman, **settings)
        controller.start()
        opened.append(controller)
        server = MailServer(
            host="127.0.0.1",
            port=controller.port,
            security=security,
            user="desk" if password else None,
            timeout=5,
            certificates=certificate[0] if trust and context else None,
        )
        return Office(postman=postman, server=server)

    yield open_office
    for controller in opened:
        controller.stop(no_assert=True)
