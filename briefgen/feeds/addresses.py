"""A host → a connection to an address of it that may be spoken to, checked as it is opened.

A name may mean another address the next time it is asked for, so the address that was checked is
the one that is connected to: for each request, each redirect, and robots.txt too.
"""

import ipaddress
import socket
from collections.abc import Callable

from briefgen.errors import SourceError

__all__ = ["is_public", "open_socket"]

NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""Addresses of the old internet, as seen through a translator (RFC 6052)."""


def is_public(text: str) -> bool:
    """Whether an address belongs to the whole internet, also where it wraps another address."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in NAT64:
            inner.append(ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF))
        if any(not one.is_global for one in inner if one is not None):
            return False
        if address.ipv4_mapped is not None:
            return True
    return address.is_global and not address.is_multicast


def open_socket(
    host: str,
    port: int,
    timeout: float,
    *,
    allow_private: bool,
    opened: Callable[[socket.socket], None] = lambda _: None,
) -> socket.socket:
    """A socket to the first of the host's addresses that answers.

    ``timeout`` is in seconds, for each address. ``opened`` is told each socket before it connects.
    Raises SourceError where the host has no address that may be spoken to, OSError where none
    answers.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    allowed = [one for one in found if allow_private or is_public(str(one[4][0]))]
    if not allowed:
        raise SourceError(
            f"{host} lies in a private network; where that is meant, "
            "write allow_private = true under its [[feed]]"
        )
    last: OSError | None = None
    for family, kind, protocol, _, address in allowed:
        made = socket.socket(family, kind, protocol)
        try:
            made.settimeout(timeout)
            opened(made)
            made.connect(address)
        except OSError as error:
            made.close()
            last = error
            continue
        return made
    assert last is not None
    raise last
