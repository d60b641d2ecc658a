"""samples/ → docs/pictures/*.png: pages of a brief, the web pages and the mail, as they are seen.

Needs Chromium and pdftoppm (Debian: chromium, poppler-utils). Run it after a change to the look,
and look at what it made: the pictures are for people, so no test compares them.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "pictures"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or "chromium"
LIMIT = 300_000
"""Bytes of a picture."""
COLOURS = (256, 128, 64, 32)


def main() -> int:
    """Makes every picture; 1 where one is too large."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        kestrel = ROOT / "samples" / "kestrel-strait"
        briefgen("brief", kestrel / "inbox", "-p", kestrel / "briefgen.toml", "-o", work, "-q")
        briefgen(
            "timeline", kestrel / "inbox", "-p", kestrel / "briefgen.toml", "-q",
            "-o", work / "timeline.html",
        )  # fmt: skip
        made = [*printed(next(work.glob("*.pdf")), work), *seen(work)]
    for path in made:
        sys.stdout.write(f"{path.relative_to(ROOT)}  {path.stat().st_size:,} bytes\n")
    return 1 if any(path.stat().st_size > LIMIT for path in made) else 0


def briefgen(*arguments: str | Path) -> None:
    run(sys.executable, "-m", "briefgen", *arguments)


def printed(pdf: Path, work: Path) -> list[Path]:
    """Pages of the PDF: the first two side by side, on top of the README, and one from inside."""
    run("pdftoppm", "-r", "110", "-l", "3", "-png", pdf, work / "page")
    pages = [Image.open(path).convert("RGB") for path in sorted(work.glob("page-*.png"))]
    wide, high = pages[0].size
    both = Image.new("RGB", (2 * wide + 54, high + 36), "#8b8f94")
    for number, page in enumerate(pages[:2]):
        both.paste(page, (18 + number * (wide + 18), 18))
    small = both.resize((1200, round(both.height * 1200 / both.width)))
    return [save(small, "brief"), save(pages[2], "brief-inside")]


def seen(work: Path) -> list[Path]:
    """The web page on a screen and on a telephone, the timeline, the mail."""
    page = next(work.glob("brief-*.html"))
    mail = work / "mail.html"
    mail.write_text(letter(next(work.glob("*.eml"))), "utf-8")
    shots = (
        ("web-page", page, 1280, 900),
        ("web-page-telephone", page, 500, 900),
        ("timeline", work / "timeline.html", 1280, 900),
        ("mail", mail, 760, 900),
    )
    made = []
    for name, path, width, height in shots:
        shot = work / f"{name}.png"
        run(
            CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            f"--user-data-dir={work / 'profile'}", f"--window-size={width},{height}",
            "--virtual-time-budget=5000", f"--screenshot={shot}", path.as_uri(),
        )  # fmt: skip
        made.append(save(Image.open(shot).convert("RGB"), name))
    return made


def letter(path: Path) -> str:
    """The HTML part of a mail, its pictures written beside it."""
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert isinstance(mail, EmailMessage)
    body = mail.get_body(("html",))
    assert body is not None
    page = str(body.get_content())
    for part in mail.walk():
        number = str(part.get("Content-ID", "")).strip("<>")
        if number and isinstance(part, EmailMessage):
            name = re.sub(r"\W", "-", number) + ".png"
            (path.parent / name).write_bytes(part.get_content())
            page = page.replace(f"cid:{number}", name)
    return page


def save(picture: Image.Image, name: str) -> Path:
    """A PNG of as many colours as the limit allows."""
    path = FOLDER / f"{name}.png"
    for colours in COLOURS:
        flat = picture.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        flat.save(path, optimize=True)
        if path.stat().st_size <= LIMIT:
            break
    return path


def run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=300)


if __name__ == "__main__":
    sys.exit(main())
