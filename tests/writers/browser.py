"""A page → what Chromium makes of it: the document after its script, answers, messages.

Tests that use it skip where no Chromium is installed (Debian: `chromium`).
"""

import html
import json
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any

__all__ = ["CHROMIUM", "ask", "dump"]

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


def ask(page: str, script: str, folder: Path, *, axe: bool = False, dark: bool = False) -> Any:
    """What a script in the page gives back; the policy is left out, to let it in."""
    source = files("axe_core_python").joinpath("axe.min.js").read_text("utf-8") if axe else ""
    free = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    free = free.replace("<head>", f"<head>{CATCH}<script>{source}</script>")
    free = free.replace("</body>", (TELL % (WAIT + script)) + "</body>")
    path = folder / "page.html"
    path.write_text(free, "utf-8")
    return dump(
        path,
        folder,
        *(["--force-dark-mode", "--blink-settings=preferredColorScheme=0"] if dark else []),
    )


def dump(path: Path, folder: Path, *options: str) -> Any:
    done = subprocess.run(
        [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1280,1600",
         f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=20000", *options,
         "--dump-dom", path.as_uri()],
        capture_output=True, text=True, check=True, timeout=300,
    )  # fmt: skip
    found = re.search(r'<pre id="told">(.*?)</pre>', done.stdout, re.DOTALL)
    return json.loads(html.unescape(found[1])) if found else done.stdout
