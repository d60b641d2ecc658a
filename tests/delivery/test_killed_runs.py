"""A few of the points of tests/benchmark/killed_runs.py, which kills runs and begins them again."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[1] / "benchmark/killed_runs.py"


def test_a_run_that_is_killed_loses_nothing_and_does_nothing_twice() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--calls", "3", "--times", "0", "--seed", "3"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (0, True) == (done.returncode, "wrong: 0\n" in done.stdout), done.stdout + done.stderr
