"""The pages of a wiki: every link leads to a page, and the strict builder finds nothing wrong."""

import posixpath
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

from briefgen.knowledge.project import Project
from briefgen.knowledge.wiki import PROFILES
from briefgen.model import Briefing, Chronology
from briefgen.writers import Order, write
from briefgen.writers.wiki import Page, updated, wiki_pages
from briefgen.writers.wiki.profiles import PROFILES as KINDS

LINK = re.compile(r"\]\(([^)\s]+)\)")


def pages_of(
    briefing: Briefing, chronology: Chronology, project: Project, profile: str
) -> list[Page]:
    made = {"md": write("md", briefing, chronology, project)}
    order = Order(briefing=briefing, chronology=chronology, project=project, made=made)
    return list(wiki_pages(order, profile))


@pytest.mark.parametrize("profile", PROFILES)
def test_every_link_leads_to_a_page(
    profile: str, briefing: Briefing, day: Chronology, project: Project
) -> None:
    pages = pages_of(briefing, day, project, profile)
    known = {page.path.removesuffix(".md") + KINDS[profile].ending for page in pages}
    assert len(pages) == len({page.path for page in pages})
    followed = 0
    for page in pages:
        for target in LINK.findall(page.head + page.body):
            if "://" in target:
                continue
            place = posixpath.join(posixpath.dirname(page.path), unquote(target))
            assert posixpath.normpath(place) in known, (page.path, target)
            followed += 1
    assert followed > 2 * len(pages)


def test_the_days_page_holds_the_whole_brief(
    briefing: Briefing, day: Chronology, project: Project
) -> None:
    pages = pages_of(briefing, day, project, "plain")
    whole = write("md", briefing, day, project).decode().partition("\n")[2]
    (page,) = [page for page in pages if page.path.startswith("days/")]
    missing = [line for line in whole.splitlines() if line.rstrip() not in page.body]
    assert missing == []


def test_theaters_and_topics_share_out_the_days_events(
    briefing: Briefing, day: Chronology, project: Project
) -> None:
    pages = pages_of(briefing, day, project, "plain")
    theaters = [page for page in pages if page.path.startswith("theaters/")]
    assert sum(bool(e.theater) for e in briefing.entries()) == sum(
        page.body.count("\n- **") for page in theaters
    )


@pytest.mark.parametrize("profile", ["mkdocs", "obsidian", "plain"])
def test_the_strict_builder_finds_nothing_wrong(
    profile: str, briefing: Briefing, day: Chronology, project: Project, tmp_path: Path
) -> None:
    for page in pages_of(briefing, day, project, profile):
        path = tmp_path / "docs" / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(updated(None, page.head, page.key, page.body))
    (tmp_path / "mkdocs.yml").write_text("site_name: Wiki\ntheme: {name: mkdocs}\nplugins: []\n")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (0, "") == (done.returncode, done.stderr)
    assert (tmp_path / "site/index.html").is_file()


@pytest.mark.parametrize("dialect", ["commonmark", "gfm", "python"])
@pytest.mark.parametrize("profile", PROFILES)
def test_no_markup_of_a_source_reaches_a_page(
    profile: str, dialect: str, briefing: Briefing, day: Chronology, project: Project
) -> None:
    """Links lead to our pages or to addresses of sources, and there is no other element."""
    pages = pages_of(briefing, day, project, profile)
    known = {page.path.removesuffix(".md") + KINDS[profile].ending for page in pages}
    hostile = re.compile(r"<(script|img|iframe|style|form|input|object)\b", re.IGNORECASE)
    for page in pages:
        shown = rendered(page.body, dialect)
        assert not hostile.search(shown), page.path
        for target in re.findall(r'<a [^>]*href="([^"]*)"', shown):
            if target.startswith(("http://", "https://")):
                continue
            place = posixpath.join(posixpath.dirname(page.path), unquote(target))
            assert posixpath.normpath(place) in known, (page.path, target)


def rendered(text: str, dialect: str) -> str:
    """The page as a wiki of a dialect shows it."""
    if dialect == "python":
        import markdown  # noqa: PLC0415 (300 ms, only here)

        return markdown.markdown(text, extensions=["tables", "sane_lists", "attr_list"])
    from markdown_it import MarkdownIt  # noqa: PLC0415 (only here)

    kind = "commonmark" if dialect == "commonmark" else "gfm-like"
    options = {} if dialect == "commonmark" else {"linkify": False}
    return str(MarkdownIt(kind, options).render(text))
