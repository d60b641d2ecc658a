"""A project's folder → held by one process; the system lets go of it when that ends, however."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefgen.errors import DeliveryError

__all__ = ["alone", "state_folder"]

LOCK = "lock"


def state_folder(folder: Path) -> Path:
    """What briefgen remembers of a project beside its archive: made where it is missing.

    Raises DeliveryError where it cannot be made.
    """
    state = folder / ".briefgen"
    try:
        state.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DeliveryError(f"{state}: cannot be made ({error.strerror})") from error
    return state


@contextmanager
def alone(folder: Path | None) -> Iterator[None]:
    """Hold a project while its editions are delivered; nothing is held where there is none.

    Raises DeliveryError where another process holds it.
    """
    if folder is None:
        yield
        return
    path = state_folder(folder) / LOCK
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise DeliveryError(f"{path}: cannot be written ({error.strerror})") from error
    try:
        try:
            _take(descriptor)
        except OSError as error:
            raise DeliveryError(
                f"{folder}: another briefgen is at work here; it is left to finish"
            ) from error
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        """Hold the first byte of a file. Raises OSError where another process does."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        """Hold a file. Raises OSError where another process does."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
