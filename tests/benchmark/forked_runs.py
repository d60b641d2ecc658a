"""Orders, a line each → runs of briefgen, forked off a process that has everything loaded.

Started by killed_runs.py. An order is the JSON of [folder, kill at, kill after, group]: where to
run; at which call into C to end it, counted from laying the files ready on, 0 for none; after how
many seconds to end it, 0 for never; and whether its children end with it. What became of it is
answered as the JSON of [exit code, calls, seconds], the code negative where a signal ended it.
"""

import json
import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

ARGUMENTS = ("run", "--to", "md")
DEEDS = frozenset(
    (
        "open", "write", "rename", "replace", "mkdir", "rmdir", "unlink", "scandir", "close",
        "connect", "execute", "executemany", "fetchone", "fetchall", "send", "sendall",
        "readline", "recv_into", "shutdown", "fork_exec", "waitpid", "poll", "compress",
    )
)  # fmt: skip
"""Calls into C that do something in the world, or stand right beside one."""
LOOK = 0.0005
"""Seconds between looks at a run that is to be ended after a while."""


def warm(folder: Path) -> None:
    """Load what a run loads, so that none of the runs has to."""
    import briefgen.cli.stages  # noqa: F401, PLC0415 (loaded once for all runs)
    from briefgen import library  # noqa: PLC0415 (as above)

    project = library.load_project(folder / "briefgen.toml")
    reading = library.read([folder / "inbox"], project)
    chronology = library.chronicle(reading, project)
    library.write(("md", "eml"), library.compose(chronology, project), chronology, project)


def forked(folder: str, kill_at: int, kill_after: float, *, group: bool) -> tuple[int, int, float]:
    """Exit code, calls and seconds of one run."""
    report, writing = os.pipe()
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        os.setsid()
        os.chdir(folder)
        for name, descriptor in (("out.log", 1), ("err.log", 2)):
            os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), descriptor)
        one_run(kill_at, writing, group=group)
    os.close(writing)
    status = ended_after(child, kill_after, group=group) if kill_after else os.waitpid(child, 0)[1]
    took = time.monotonic() - began
    with os.fdopen(report) as pipe:
        calls = int(pipe.read() or 0)
    return os.waitstatus_to_exitcode(status), calls, took


def ended_after(child: int, seconds: float, *, group: bool) -> int:
    """The status of a child, which is killed where it takes longer."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status
        time.sleep(LOOK)
    with suppress(ProcessLookupError):  # a group that it has not made yet
        if group:
            os.killpg(child, signal.SIGKILL)
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


def one_run(kill_at: int, report: int, *, group: bool) -> None:
    """Run in this process and end it; its calls into C are counted while it delivers."""
    from briefgen import cli  # noqa: PLC0415 (only in the child)
    from briefgen.delivery import files  # noqa: PLC0415 (as above)

    calls = 0

    def count(_frame: Any, event: str, called: Any) -> None:
        nonlocal calls
        if event == "c_call" and called.__name__ in DEEDS:
            calls += 1
            if calls == kill_at:
                if group:
                    os.killpg(os.getpid(), signal.SIGKILL)
                os.kill(os.getpid(), signal.SIGKILL)

    def stage(*arguments: Any, stage: Any = files.stage) -> Any:
        sys.setprofile(count)
        return stage(*arguments)

    sys.argv = ["briefgen", *ARGUMENTS]
    files.__dict__["stage"] = stage
    code = 0
    try:
        cli.main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    sys.setprofile(None)
    sys.stdout.flush()
    sys.stderr.flush()
    os.write(report, str(calls).encode())
    os._exit(code)


def main() -> None:
    loaded = False
    for line in sys.stdin:
        folder, kill_at, kill_after, group = json.loads(line)
        if not loaded:
            warm(Path(folder))
            loaded = True
        print(json.dumps(forked(folder, kill_at, kill_after, group=group)), flush=True)


if __name__ == "__main__":
    main()
