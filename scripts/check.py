"""samples/ → every output, each looked at by the validator of its format: one line a check.

make check. Ends with 1 where a check fails; one whose tool is not installed says so and is left
out (Chromium: apt install chromium; caniemail: make mail-lint).
"""

import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from importlib.resources import files
from pathlib import Path
from typing import Any

import page as pdf_page
from edtf import parse_edtf
from jsonschema import Draft202012Validator, FormatChecker

from briefgen import library
from briefgen.delivery import folder
from briefgen.knowledge.wiki import PROFILES
from briefgen.writers import Order
from briefgen.writers.exports import export_all
from briefgen.writers.wiki import wiki_pages

ROOT = Path(__file__).parent.parent
SAMPLES = ("kestrel-strait", "real-map")
FORMATS = ("md", "html", "eml", "pdf", "json", "briefing")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("chrome")
CANIEMAIL = ROOT / "tests" / "writers" / "caniemail.mjs"
NPM = ROOT / ".cache" / "npm" / "node_modules" / "caniemail"
MAIL_LIMIT = 102_400
"""Bytes of the HTML part: longer ones are clipped by Gmail."""
AXE = """<script>{axe}</script><script>(async () => {{
  document.querySelectorAll("details").forEach((part) => {{ part.open = true; }});
  const run = await axe.run(document, {{ resultTypes: ["violations"] }});
  const told = document.createElement("pre");
  told.id = "told";
  told.textContent = JSON.stringify(run.violations.map((v) => `${{v.id}}: ${{v.nodes.length}}`));
  document.body.append(told);
}})()</script></body>"""


class LeftOutError(Exception):
    """The tool of a check is not installed."""


def make(work: Path) -> None:
    """All outputs of the samples, a folder each, with the pages of a wiki of every profile."""
    for name in SAMPLES:
        sample = ROOT / "samples" / name
        project = library.load_project(sample / "briefgen.toml")
        chronology = library.chronicle(library.read([sample / "inbox"], project), project)
        briefing = library.compose(chronology, project)
        outputs = dict(library.write(FORMATS, briefing, chronology, project))
        outputs["timeline.html"] = export_all(["html"], chronology, project)["html"]
        (work / name).mkdir()
        for file, data in outputs.items():
            (work / name / file).write_bytes(data)
        made = {"md": next(data for file, data in outputs.items() if file.endswith(".md"))}
        order = Order(briefing=briefing, chronology=chronology, project=project, made=made)
        for profile in PROFILES:
            docs = work / name / profile / "docs"
            folder.apply(docs, folder.changes(docs, wiki_pages(order, profile)))


def standard(profile: str) -> Callable[[Path], Iterator[str]]:
    """Whether each PDF keeps to a standard, by page-validation."""

    def check(work: Path) -> Iterator[str]:
        for path in sorted(work.glob("*/*.pdf")):
            report = pdf_page.validate_pdf(path, profile=pdf_page.ValidationProfile(profile))
            for failure in report.failures:
                yield f"{path.name}: {failure.rule_id} {failure.message}"

    return check


def accessible(pattern: str, *options: str) -> Callable[[Path], Iterator[str]]:
    """Whether axe-core finds nothing in each page, opened in Chromium."""

    def check(work: Path) -> Iterator[str]:
        if CHROMIUM is None:
            raise LeftOutError("no Chromium")
        axe = files("axe_core_python").joinpath("axe.min.js").read_text("utf-8")
        for path in sorted(work.glob(pattern)):
            text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", read(path))
            opened = work / "opened.html"
            head, _, tail = text.rpartition("</body>")
            opened.write_text(head + AXE.format(axe=axe) + tail, "utf-8")
            shown = run(
                CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom",
                f"--user-data-dir={work / 'profile'}", "--virtual-time-budget=60000", *options,
                opened.as_uri(),
            ).stdout  # fmt: skip
            told = re.search(r'<pre id="told">(.*?)</pre>', shown, re.DOTALL)
            found = json.loads(html.unescape(told[1])) if told else ["axe did not answer"]
            yield from (f"{path.parent.name}/{path.name}: {problem}" for problem in found)

    return check


def letter(path: Path) -> str:
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert isinstance(mail, EmailMessage)
    body = mail.get_body(("html",))
    assert body is not None
    return str(body.get_content())


def mail_known(work: Path) -> Iterator[str]:
    """Whether the mail programs of caniemail.mjs's list know what the digest uses."""
    if not (CANIEMAIL.is_file() and NPM.is_dir() and shutil.which("node")):
        raise LeftOutError("no caniemail: make mail-lint")
    for path in sorted(work.glob("*/*.eml")):
        page = work / "mail.html"
        page.write_text(letter(path), "utf-8")
        done = run("node", CANIEMAIL, NPM, page)
        found = json.loads(done.stdout or "{}")
        yield from (f"{path.name}: {name}: {', '.join(who)}" for name, who in found.items())
        if done.stderr:
            yield done.stderr


def mail_size(work: Path) -> Iterator[str]:
    for path in sorted(work.glob("*/*.eml")):
        size = len(letter(path).encode())
        if size > MAIL_LIMIT:
            yield f"{path.name}: the HTML part has {size:,} bytes"


def schemas(work: Path) -> Iterator[str]:
    for pattern, name in (("chronology.json", "chronology-1"), ("brief-*.json", "briefing-1")):
        schema = json.loads(read(ROOT / "docs" / "schema" / f"{name}.schema.json"))
        validator = Draft202012Validator(schema, format_checker=FormatChecker())
        for path in sorted(work.glob(f"*/{pattern}")):
            for error in validator.iter_errors(json.loads(read(path))):
                yield f"{path.parent.name}/{path.name}: {error.json_path}: {error.message}"


def dates(work: Path) -> Iterator[str]:
    """Whether every EDTF string of chronology.json is one, by the library edtf."""
    for path in sorted(work.glob("*/chronology.json")):
        for text in sorted(set(edtf_in(json.loads(read(path))))):
            try:
                parse_edtf(text)
            except ValueError as error:
                yield f"{path.parent.name}: {text}: {error}"


def edtf_in(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        if isinstance(data.get("edtf"), str):
            yield data["edtf"]
        for value in data.values():
            yield from edtf_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from edtf_in(value)


def wiki(work: Path) -> Iterator[str]:
    """Whether MkDocs, strict, finds nothing wrong with the wiki; gfm's links have no suffix."""
    for path in sorted(work.glob("*/*/docs")):
        if path.parent.name == "gfm":
            continue
        site = "site_name: Wiki\ntheme: {name: mkdocs}\nplugins: []\n"
        (path.parent / "mkdocs.yml").write_text(site, "utf-8")
        yield from built(path.parent / "mkdocs.yml", path.parent / "site")


def docs(work: Path) -> Iterator[str]:
    """Whether our own pages build, strict, and fetch nothing from elsewhere."""
    site = work / "docs"
    yield from built(ROOT / "mkdocs.yml", site)
    for path in sorted(site.rglob("*.html")):
        for address in re.findall(
            r'<(?:script|img|iframe)[^>]* src="(https?:[^"]+)|<link[^>]* href="(https?:[^"]+)',
            read(path),
        ):
            yield f"{path.name}: fetches {''.join(address)}"


def built(config: Path, site: Path) -> Iterator[str]:
    done = run(
        sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "--strict", "--quiet", "--clean",
        "--config-file", config, "--site-dir", site,
    )  # fmt: skip
    if done.returncode or not (site / "index.html").is_file():
        yield f"{config.parent.name}: {(done.stderr or done.stdout).strip()}"


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip


def read(path: Path) -> str:
    return path.read_text("utf-8")


DARK = ("--force-dark-mode", "--blink-settings=preferredColorScheme=0")
CHECKS: tuple[tuple[str, Callable[[Path], Iterator[str]]], ...] = (
    ("PDF/A-3a: page-validation", standard("3a")),
    ("PDF/UA-1: page-validation", standard("ua1")),
    ("brief as a page: axe, light", accessible("*/brief-*.html")),
    ("brief as a page: axe, dark", accessible("*/brief-*.html", *DARK)),
    ("chronology as a page: axe", accessible("*/timeline.html")),
    ("digest: caniemail", mail_known),
    ("digest: under 100 KB", mail_size),
    ("JSON: schemas", schemas),
    ("dates: EDTF", dates),
    ("wiki: mkdocs --strict", wiki),
    ("documentation: mkdocs --strict", docs),
)


def main() -> int:
    """Runs every check; 1 where one fails."""
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        make(work)
        for label, check in CHECKS:
            try:
                problems = list(check(work))
            except LeftOutError as reason:
                print(f"left  {label} ({reason})", flush=True)
                continue
            failed += bool(problems)
            print(f"{'FAIL' if problems else 'ok  '}  {label}", flush=True)
            for problem in problems[:20]:
                print(f"      {problem}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
