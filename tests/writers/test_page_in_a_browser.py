"""The chronology's page in a real browser: no errors, nothing fetched, axe finds nothing."""

import re
from typing import Any

import pytest

from briefgen.knowledge.project import Project
from briefgen.model import Chronology
from briefgen.writers.exports import export_all


@pytest.fixture(scope="session")
def page(day: Chronology, project: Project) -> str:
    return export_all(["html"], day, project)["html"].decode()


def test_the_script_runs_under_the_pages_own_policy(page: str, browser: Any) -> None:
    """The hash in the policy is that of the script: the axis is drawn."""
    dom = browser.dump(page)
    assert '<svg role="group"' in dom
    assert not re.search(r'<section id="axis"[^>]*hidden', dom)


def test_without_a_script_it_is_a_list(page: str, browser: Any) -> None:
    dom = browser.dump(page.replace("script-src 'sha256", "script-src 'sha256-0"))
    assert re.search(r'<section id="axis"[^>]*hidden', dom)
    assert dom.count('<li class="event') == page.count('<li class="event')


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing(page: str, browser: Any, dark: bool) -> None:
    found = browser.ask(
        page,
        """document.querySelectorAll("details").forEach((part) => { part.open = true; });
        const run = await axe.run(document, { resultTypes: ["violations"] });
        const violations = run.violations.map((v) => [v.id, v.nodes.map((n) => n.html)]);
        return { dark: matchMedia("(prefers-color-scheme: dark)").matches, violations };""",
        axe=True,
        dark=dark,
    )
    assert {"dark": dark, "violations": []} == found


def test_filters_and_keys(page: str, browser: Any) -> None:
    """Filters hide in list and axis alike; arrows, plus and minus move and zoom."""
    found = browser.ask(
        page,
        """const $ = (s) => document.querySelector(s);
        const seen = () => [...document.querySelectorAll(".event")].filter((e) => !e.hidden).length;
        const marks = () => document.querySelectorAll(".chart a").length;
        const key = (name) => document.activeElement.dispatchEvent(
          new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
        const set = async (name, value) => {
          const field = $(`[name=${name}]`);
          field.value = value;
          field.dispatchEvent(new Event("input", { bubbles: true }));
          await soon();
        };
        const all = seen();
        $('[data-do="all"]').click();
        const whole = marks();
        await set("standing", "denied");
        const denied = seen(), deniedMarks = marks();
        await set("text", "no such words anywhere");
        const none = seen(), said = $("output").textContent;
        $('button[type="reset"]').click();
        await soon();
        const again = seen();
        $('.chart a[tabindex="0"]').focus();
        const first = document.activeElement.dataset.id;
        key("ArrowRight");
        const second = document.activeElement.dataset.id;
        key("Home");
        const home = document.activeElement.dataset.id;
        const label = document.activeElement.getAttribute("aria-label");
        const stops = document.querySelectorAll('.chart a[tabindex="0"]').length;
        key("End");
        key("+"); key("+"); key("+"); key("+");
        const near = marks();
        key("0");
        return { all, whole, denied, deniedMarks, none, said, again, moved: first !== second, home,
                 label, stops, fewer: near < whole, back: marks() };""",
    )
    events = page.count('<li class="event')
    dated = events - page.count('data-first=""')
    assert (events, dated, events) == (found["all"], found["whole"], found["again"])
    assert (1, 1, 0) == (found["denied"], found["deniedMarks"], found["none"])
    assert "No event matches these filters." == found["said"]
    assert ("e1", 1, True, True) == (found["home"], found["stops"], found["moved"], found["fewer"])
    assert "2029: In 2029 the two republics signed the Tern accord." == found["label"]
    assert dated == found["back"]
