"""Chromium for tests of pages: what it makes of a page, and what a script in it answers.

Skipped where none is installed (Debian: `chromium`).
"""

import html
import json
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("chrome")

CATCH = "<script>window.wrong=[];addEventListener('error',e=>wrong.push(String(e.message)));\
console.error=(...a)=>wrong.push(a.join(' '));\
addEventListener('securitypolicyviolation',e=>wrong.push(e.violatedDirective))</script>"
TELL = """<script>(async () => {
  const told = await (async () => { %s })().catch((error) => ({ failed: String(error.stack) }));
  const made = document.createElement("pre");
  made.id = "told";
  made.textContent = JSON.stringify({ ...told, wrong: window.wrong });
  document.body.append(made);
})()</script>"""
WAIT = "const soon = () => new Promise((done) => setTimeout(done, 30));"


class Browser:
    """A headless Chromium that writes its files into one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def ask(self, page: str, script: str, *, axe: bool = False, dark: bool = False) -> Any:
        """What a script in the page gives back; the policy is left out, to let it in."""
        source = files("axe_core_python").joinpath("axe.min.js").read_text("utf-8") if axe else ""
        free = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
        free = free.replace("<head>", f"<head>{CATCH}<script>{source}</script>", 1)
        before, _, after = free.rpartition("</body>")
        told = self.dump(f"{before}{TELL % (WAIT + script)}</body>{after}", dark=dark)
        found = re.search(r'<pre id="told">(.*?)</pre>', told, re.DOTALL)
        assert found is not None, told
        answer = json.loads(html.unescape(found[1]))
        assert "failed" not in answer, answer
        assert [] == answer.pop("wrong"), answer
        return answer

    def dump(self, page: str, *, dark: bool = False) -> str:
        """The document after its script, as Chromium writes it."""
        path = self.folder / "page.html"
        path.write_text(page, "utf-8")
        look = ["--force-dark-mode", "--blink-settings=preferredColorScheme=0"] if dark else []
        done = subprocess.run(
            [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu",
             "--window-size=1280,1600", f"--user-data-dir={self.folder / 'profile'}",
             "--virtual-time-budget=20000", *look, "--dump-dom", path.as_uri()],
            capture_output=True, text=True, check=True, timeout=300,
        )  # fmt: skip
        return done.stdout


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    """A browser of this test alone."""
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    return Browser(tmp_path)
