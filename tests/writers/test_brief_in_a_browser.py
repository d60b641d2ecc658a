"""The brief's page in a real browser: its policy holds, axe finds nothing, filters and map work."""

import re
from typing import Any

import pytest

from briefgen.editor import compose
from briefgen.knowledge.project import Project
from briefgen.writers import write

TOOLS = """
const $ = (s) => document.querySelector(s);
const all = (s) => [...document.querySelectorAll(s)];
const entries = () => all("[data-standing]");
const seen = () => entries().filter((e) => !e.hidden).length;
const set = async (name, value) => {
  const field = $(`[name=${name}]`);
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await soon();
};
const key = (name) => document.activeElement.dispatchEvent(
  new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
"""


@pytest.fixture(scope="module")
def page(project: Project, invented: Any) -> str:
    day = invented.placed_day()
    return write("html", compose(day, project), day, project).decode()


def test_styles_and_script_pass_the_pages_own_policy(page: str, browser: Any) -> None:
    """Both hashes are right: the axis is drawn, which needs the script, with its styles."""
    dom = browser.dump(page)
    assert '<svg role="group"' in dom
    assert not re.search(r'<section id="axis"[^>]*hidden', dom)
    assert "default-src 'none'; style-src 'sha256-" in page
    assert "unsafe-inline" not in page


def test_without_a_script_all_is_there(page: str, browser: Any) -> None:
    """Every entry is seen, the controls that would do nothing are not."""
    found = browser.ask(
        re.sub(r"<script>.*</script>", "", page, flags=re.DOTALL),
        TOOLS
        + """return { hidden: all("[hidden]").map((e) => e.id || e.className), seen: seen(),
                    spots: all(".spot").length };""",
    )
    assert {
        "hidden": ["filters", "note scripted", "axis"],
        "seen": page.count("data-standing="),
        "spots": 0,
    } == found


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing(page: str, browser: Any, dark: bool) -> None:
    found = browser.ask(
        page,
        TOOLS
        + """all("details").forEach((part) => { part.open = true; });
        const run = await axe.run(document, { resultTypes: ["violations"] });
        const violations = run.violations.map((v) => [v.id, v.nodes.map((n) => n.html)]);
        return { dark: matchMedia("(prefers-color-scheme: dark)").matches, violations };""",
        axe=True,
        dark=dark,
    )
    assert {"dark": dark, "violations": []} == found


def test_filters_hide_entries_and_what_speaks_of_them(page: str, browser: Any) -> None:
    """In the lists, the disputed table, the map and the axis alike; emptied headings go too."""
    found = browser.ask(
        page,
        TOOLS
        + """const whole = seen();
        await set("standing", "denied");
        const denied = seen();
        const told = all("[data-of]").filter((e) => !e.hidden).map((e) => e.dataset.of);
        const ids = entries().filter((e) => !e.hidden).map((e) => e.id);
        const bare = all("[data-group]").filter((g) => !g.hidden && !g.querySelector(
          "[data-standing]:not([hidden]), [data-of]:not([hidden])")).length;
        const hash = location.hash, axis = all(".chart a").length;
        const said = $("#filters output").textContent;
        await set("text", "no such words anywhere");
        const none = seen(), nothing = $("#filters output").textContent;
        $('#filters button[type="reset"]').click();
        await soon();
        return { whole, denied, told: [...new Set(told)], ids, bare, hash, axis, said, none,
                 nothing, again: seen(), clean: location.hash };""",
    )
    events = page.count("data-standing=")
    assert (events, events) == (found["whole"], found["again"])
    assert found["denied"] == len(found["ids"]) == found["axis"] == 1
    assert found["ids"] == found["told"]
    assert (0, "#?standing=denied", "") == (found["bare"], found["hash"], found["clean"])
    assert f"1 of {events} events shown" == found["said"]
    assert (0, "No event matches these filters.") == (found["none"], found["nothing"])


def test_the_address_keeps_and_brings_back_filters(page: str, browser: Any) -> None:
    found = browser.ask(
        page,
        TOOLS
        + """location.hash = "#?theater=Northern+coast&text=drones&topic=gone";
        await soon();
        const values = ["theater", "topic", "text"].map((name) => $(`[name=${name}]`).value);
        const some = seen(), open = $("#filters details").open;
        const lost = entries().find((e) => e.hidden).id;
        location.hash = "#" + lost;
        await soon();
        return { values, some: some > 0 && some < entries().length, open, all: seen() };""",
    )
    theater = re.search(r'<select name="theater">.*?value="([^"*]+)"', page)
    assert theater is not None
    events = page.count("data-standing=")
    assert ["*", "drones"] == found["values"][1:]
    assert (True, events) == (found["open"], found["all"])


def test_marks_of_the_map_are_links_with_a_note(page: str, browser: Any) -> None:
    """Arrows move, the note says when and what, Escape closes it, Enter is a link's own."""
    found = browser.ask(
        page,
        TOOLS
        + """const svg = $("figure.map svg"), spots = [...svg.querySelectorAll("a.spot")];
        const role = svg.getAttribute("role");
        const stops = () => spots.filter((a) => a.getAttribute("tabindex") === "0").length;
        const before = stops();
        const raid = spots.find((a) => a.getAttribute("aria-label").includes("16 drones"));
        raid.focus();
        const card = $(".card"), shown = !card.hidden, note = card.textContent;
        const label = raid.getAttribute("aria-label");
        key("Escape");
        const closed = card.hidden;
        key("End");
        const last = document.activeElement === spots.at(-1);
        const target = spots.at(-1).getAttribute("href");
        return { role, before, shown, note, label, closed, last, after: stops(),
                 arrives: Boolean($(target)), images: all('svg[role="img"] a').length };""",
    )
    assert ("group", 1, 1) == (found["role"], found["before"], found["after"])
    assert found["shown"]
    assert found["closed"]
    assert found["last"]
    assert found["arrives"]
    assert 0 == found["images"]
    assert "16 drones struck Vanna" in found["note"]
    assert "Power was cut" in found["note"]
    assert found["label"].startswith("Night of 5–6 Mar 2031: Marl's harbour office said")
