"use strict";
(() => {
  const HOUR = 3600, DAY = 24 * HOUR, YEAR = 365.2425 * DAY;
  const STEPS = [HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 4 * DAY, 7 * DAY, 14 * DAY, "1m", "3m", "6m",
    "12m", "24m", "60m", "120m", "240m", "600m", "1200m"];
  const NARROWEST = 2 * HOUR, ROW = 18, MARK = 11, LETTER = 7.4, HEAD = 22, BAND = 20, ROWS = 8;
  const $ = (selector, root = document) => root.querySelector(selector);
  const items = [...document.querySelectorAll("[data-standing]")].map((node) => ({
    node, id: node.id, first: Number(node.dataset.first), last: Number(node.dataset.last),
    dated: node.dataset.first !== "", open: node.dataset.open.split(" "), rough: node.dataset.rough === "yes",
    theater: node.dataset.theater, topics: node.dataset.topics.split("|"), standing: node.dataset.standing,
    status: node.dataset.status, when: $(".when", node).textContent,
    headline: $(".headline", node).textContent, text: node.textContent.toLowerCase(), shown: true,
  }));
  if (!items.length) return;
  for (const part of document.querySelectorAll(".scripted")) part.hidden = false;

  const axis = $("#axis"), form = $("#filters form"), output = $("#filters output");
  const byId = new Map(items.map((item) => [item.id, item]));
  const dated = items.filter((item) => item.dated).sort((a, b) => a.first - b.first);
  const told = [...document.querySelectorAll("[data-of]")];
  const groups = [...document.querySelectorAll("[data-group]")].reverse()
    .map((node) => ({ node, parts: [...node.querySelectorAll("[data-standing], [data-of]")] }));
  const pictures = [];
  let from = 0, to = 0, current = 0, lowest = 0, highest = 0;

  function filter() {
    const wanted = new FormData(form);
    const is = (name, value) => wanted.get(name) === "*" || wanted.get(name) === value;
    const words = wanted.get("text").toLowerCase().split(/\s+/).filter(Boolean);
    for (const item of items) {
      item.shown = is("theater", item.theater) && is("standing", item.standing) && is("status", item.status)
        && (wanted.get("topic") === "*" || item.topics.includes(wanted.get("topic")))
        && words.every((word) => item.text.includes(word));
      item.node.hidden = !item.shown;
    }
    for (const node of told) node.hidden = !(byId.get(node.dataset.of)?.shown ?? true);
    for (const { node, parts } of groups) node.hidden = parts.length > 0 && parts.every((part) => part.hidden);
    for (const picture of pictures) picture();
    const shown = items.filter((item) => item.shown).length;
    document.body.classList.toggle("filtered", shown < items.length);
    output.textContent = shown
      ? output.dataset.words.replace("{shown}", shown).replace("{total}", items.length)
      : output.dataset.nothing;
    if (axis) draw();
  }

  // What is filtered stands in the address: "#?theater=North&text=port"; "#e5" is an entry, as ever.
  const fields = [...form.elements].filter((field) => field.name);
  const blank = (field) => (field.type === "search" ? "" : "*");
  function keep() {
    const chosen = fields.filter((field) => field.value.trim() !== blank(field)).map((field) => [field.name, field.value]);
    const address = location.href.split("#")[0] + (chosen.length ? "#?" + new URLSearchParams(chosen) : "");
    try { history.replaceState(null, "", address); } catch { /* a page in a frame of a stranger may not */ }
  }
  function follow() {
    const hash = location.hash;
    if (hash.startsWith("#?")) {
      const chosen = new URLSearchParams(location.hash.slice(2));
      for (const field of fields) {
        field.value = chosen.get(field.name) ?? blank(field);
        if (field.selectedIndex === -1) field.value = blank(field);
      }
      const fold = form.closest("details");
      if (fold) fold.open = true;
      filter();
    } else if (byId.get(hash.slice(1))?.shown === false) {
      for (const field of fields) field.value = blank(field);
      filter();
      byId.get(hash.slice(1)).node.scrollIntoView();
    }
  }
  form.addEventListener("input", () => { filter(); keep(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { filter(); keep(); }));
  addEventListener("hashchange", follow);

  function shape(tag, attributes, parent, text) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text !== undefined) made.textContent = text;
    parent.append(made);
    return made;
  }

  const at = (seconds) => new Date(seconds * 1000);
  const worded = (options) => {
    const lang = document.documentElement.lang;
    const format = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { timeZone: "UTC", ...options });
    return (seconds) => format.format(at(seconds));
  };
  const LABELS = [
    [DAY, worded({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" })],
    [28 * DAY, worded({ day: "numeric", month: "short", year: "numeric" })],
    [360 * DAY, worded({ month: "short", year: "numeric" })],
    [Infinity, worded({ year: "numeric" })],
  ];

  function ticks(width) {
    const least = ((to - from) / width) * 90;
    const size = (step) => (typeof step === "number" ? step : (parseInt(step, 10) * YEAR) / 12);
    const step = STEPS.find((one) => size(one) >= least) || STEPS.at(-1);
    const label = LABELS.find(([limit]) => size(step) < limit)[1];
    const found = [];
    if (typeof step === "number") {
      for (let t = Math.ceil(from / step) * step; t <= to; t += step) found.push(t);
    } else {
      const months = parseInt(step, 10), start = at(from);
      let month = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;
      for (let t = -Infinity; t <= to; month += months) {
        t = Date.UTC(Math.floor(month / 12), month % 12) / 1000;
        if (t >= from && t <= to) found.push(t);
      }
    }
    return found.map((t) => [t, label(t)]);
  }

  function draw() {
    const chart = $(".chart", axis), width = Math.max(240, chart.clientWidth);
    const x = (seconds) => ((seconds - from) / (to - from)) * width;
    const held = chart.contains(document.activeElement);
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("role", "group");
    svg.setAttribute("aria-labelledby", "axis-title");
    const grid = shape("g", { "aria-hidden": "true" }, svg);
    const marks = shape("g", {}, svg);
    const shown = dated.filter((item) => item.shown);
    const inside = shown.filter((item) => x(item.last) >= 0 && x(item.first) <= width);
    const names = [...form.elements.theater.options].slice(1).map((option) => option.value)
      .filter((name) => inside.some((item) => item.theater === name));
    if (!inside.some((item) => item.id === current)) current = inside[0]?.id;
    let y = HEAD;
    for (const name of names) {
      shape("text", { class: "lane", x: 8, y: y + 14, "aria-hidden": "true" }, grid, name || axis.dataset.elsewhere);
      const ends = [];
      for (const item of inside.filter((one) => one.theater === name)) {
        const left = Math.max(-20, x(item.first));
        const wide = Math.max(MARK, Math.min(width + 20, x(item.last)) - left - 1);
        let row = ends.findIndex((end) => end + 3 <= left);
        if (row < 0) row = ends.length < ROWS ? ends.length : ends.indexOf(Math.min(...ends));
        ends[row] = left + wide + (item.open.includes("end") ? 14 : 0);
        mark(item, left, y + BAND + row * ROW, wide, marks);
      }
      y += BAND + Math.max(1, ends.length) * ROW + 4;
    }
    const height = Math.max(y, 3 * HEAD) + 4;
    let clear = 0;
    for (const [t, label] of ticks(width)) {
      shape("line", { class: "grid", x1: x(t), x2: x(t), y1: HEAD, y2: height }, grid);
      const anchor = x(t) < 48 ? "start" : x(t) > width - 48 ? "end" : "middle";
      const spot = anchor === "start" ? Math.max(8, x(t)) : anchor === "end" ? Math.min(width - 8, x(t)) : x(t);
      const long = label.length * LETTER;
      const first = anchor === "start" ? spot : anchor === "end" ? spot - long : spot - long / 2;
      if (first < clear) continue;
      clear = first + long + LETTER;
      shape("text", { x: spot, y: 15, "text-anchor": anchor }, grid, label);
    }
    grid.prepend(...grid.querySelectorAll("line"));
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    svg.setAttribute("height", height);
    chart.replaceChildren(svg);
    if (held) ($('a[tabindex="0"]', svg) || chart).focus({ preventScroll: true });
  }

  function mark(item, left, top, wide, parent) {
    const contested = item.standing === "disputed" || item.standing === "denied";
    const firm = item.standing === "confirmed" || item.standing === "corroborated";
    const ahead = item.status === "scheduled" || item.status === "deadline";
    const link = shape("a", { href: `#${item.id}`, tabindex: item.id === current ? 0 : -1,
      "aria-label": `${item.when}: ${item.headline}`, "data-id": item.id }, parent);
    shape("title", {}, link, `${item.when}\n${item.headline}`);
    shape("rect", { x: left, y: top - 4, width: wide, height: ROW + 2, fill: "transparent" }, link);
    const kind = ["mk", contested ? "contested" : firm ? "firm" : "single-source", ahead ? "ahead" : "", item.rough ? "rough" : ""];
    shape("rect", { class: kind.join(" ").trim(), x: left, y: top, width: wide, height: MARK, rx: 3 }, link);
    const middle = top + MARK / 2, right = left + wide;
    if (item.open.includes("end")) shape("path", { class: "tail", d: `M${right} ${middle}h11m-4 -4l4 4l-4 4` }, link);
    if (item.open.includes("start")) shape("path", { class: "tail", d: `M${left} ${middle}h-11m4 -4l-4 4l4 4` }, link);
  }

  function look(first, last) {
    const length = Math.min(Math.max(last - first, NARROWEST), highest - lowest);
    from = Math.min(Math.max(first, lowest), highest - length);
    to = from + length;
    draw();
  }
  function zoom(factor, around = (from + to) / 2) {
    const length = Math.min(Math.max((to - from) * factor, NARROWEST), highest - lowest);
    const share = (around - from) / (to - from);
    look(around - share * length, around + (1 - share) * length);
  }
  const move = (share) => look(from + share * (to - from), to + share * (to - from));
  const ACTIONS = {
    in: () => zoom(0.5), out: () => zoom(2), all: () => look(lowest, highest),
    earlier: () => move(-0.5), later: () => move(0.5),
  };
  const atCurrent = (factor) => () => {
    const item = dated.find((one) => one.id === current);
    zoom(factor, item && Math.min(Math.max((item.first + item.last) / 2, from), to));
  };
  const KEYS = { "+": atCurrent(0.5), "=": atCurrent(0.5), "-": atCurrent(2), "0": ACTIONS.all };

  function step(by) {
    const shown = dated.filter((item) => item.shown);
    const index = shown.findIndex((item) => item.id === current);
    const next = by === Infinity ? shown.at(-1) : by === -Infinity ? shown[0] : shown[index + by];
    if (!next) return;
    current = next.id;
    if (next.last < from || next.first > to) {
      const half = (to - from) / 2;
      look(next.first - half, next.first + half);
    } else draw();
    $(`a[data-id="${current}"]`, axis)?.focus({ preventScroll: true });
  }

  function start() {
    const ends = dated.flatMap((item) => [item.first, item.last]);
    const first = Math.min(...ends), last = Math.max(...ends), pad = Math.max(HOUR, (last - first) * 0.02);
    lowest = first - pad;
    highest = last + pad;
    const [viewFirst, viewLast] = axis.dataset.view.split(" ").map(Number);
    const near = dated.filter((item) => item.last > viewFirst && item.first < viewLast && item.last - item.first < 8 * DAY);
    if (near.length) {
      const a = Math.min(...near.map((item) => item.first)), b = Math.max(...near.map((item) => item.last));
      from = a - (b - a) * 0.03;
      to = b + (b - a) * 0.03;
    } else [from, to] = [lowest, highest];
    axis.addEventListener("click", (event) => ACTIONS[event.target.dataset.do]?.());
    const chart = $(".chart", axis);
    chart.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
      if (event.key in steps) step(steps[event.key]);
      else if (event.key in KEYS) KEYS[event.key]();
      else return;
      event.preventDefault();
    });
    chart.addEventListener("focusin", (event) => {
      const id = event.target.dataset?.id;
      if (id) current = id;
    });
    chart.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const box = chart.getBoundingClientRect();
      zoom(event.deltaY > 0 ? 1.25 : 0.8, from + ((event.clientX - box.left) / box.width) * (to - from));
    }, { passive: false });
    let grip = null;
    chart.addEventListener("pointerdown", (event) => {
      if (event.button === 0) grip = { x: event.clientX, from, to, moved: false };
    });
    addEventListener("pointermove", (event) => {
      if (!grip || Math.abs(event.clientX - grip.x) < 4 && !grip.moved) return;
      grip.moved = true;
      const by = ((grip.x - event.clientX) / chart.clientWidth) * (grip.to - grip.from);
      look(grip.from + by, grip.to + by);
    });
    const release = () => setTimeout(() => { grip = null; });
    addEventListener("pointerup", release);
    addEventListener("pointercancel", release);
    chart.addEventListener("click", (event) => { if (grip?.moved) event.preventDefault(); }, true);
    chart.addEventListener("dragstart", (event) => event.preventDefault());
    new ResizeObserver(draw).observe(chart);
  }
  // The pictures' marks: links to their entries, with a note of them. Without a script a picture is
  // an image with its table beneath.
  const card = document.createElement("div");
  card.className = "card";
  card.hidden = true;
  card.setAttribute("aria-hidden", "true");
  let leaving = 0;
  const hide = () => { card.hidden = true; };
  function show(entries, link) {
    clearTimeout(leaving);
    const lines = entries.slice(0, 5).map((item) => {
      const line = document.createElement("p"), when = document.createElement("b");
      when.textContent = item.when;
      line.append(when, " ", item.headline);
      return line;
    });
    if (entries.length > lines.length) lines.push(`+ ${entries.length - lines.length}`);
    card.replaceChildren(...lines);
    card.hidden = false;
    const box = link.getBoundingClientRect(), wide = document.documentElement.clientWidth;
    const left = Math.min(Math.max(8, box.left + box.width / 2 - card.offsetWidth / 2), wide - card.offsetWidth - 8);
    const above = box.top - card.offsetHeight - 8;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(above > 0 ? above : box.bottom + 8) + scrollY}px`;
  }
  const leave = () => { clearTimeout(leaving); leaving = setTimeout(hide, 200); };
  card.addEventListener("pointerenter", () => clearTimeout(leaving));
  card.addEventListener("pointerleave", leave);
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  function enliven(svg) {
    const rows = [...svg.closest("figure").querySelectorAll("tbody tr")]
      .map((row) => [...row.querySelectorAll('a[href^="#e"]')].map((link) => link.hash.slice(1)));
    const shapes = new Map();
    for (const node of svg.querySelectorAll("[data-entry]")) {
      const id = `e${node.dataset.entry}`;
      if (byId.has(id)) shapes.set(id, [...(shapes.get(id) ?? []), node]);
    }
    if (!shapes.size) return;
    svg.setAttribute("role", "group");
    for (const layer of svg.querySelectorAll(":scope > g")) layer.setAttribute("aria-hidden", "true");
    const links = [...shapes].sort(([a], [b]) => a.slice(1) - b.slice(1)).map(([id, nodes]) => {
      const ids = svg.closest(".map") && rows.find((row) => row.includes(id)) || [id];
      const entries = ids.map((one) => byId.get(one)).filter(Boolean);
      const link = shape("a", { href: `#${id}`, tabindex: -1, class: "spot",
        "aria-label": entries.map((item) => `${item.when}: ${item.headline}`).join(" · ") }, svg);
      const seen = new Set();
      for (const node of nodes) {
        const box = node.getBBox(), key = `${Math.round(box.x)} ${Math.round(box.y)}`;
        if (seen.has(key)) continue;
        seen.add(key);
        shape("rect", { x: box.x - 1.5, y: box.y - 1.5, width: box.width + 3, height: box.height + 3, rx: 3 }, link);
      }
      link.addEventListener("pointerenter", () => show(entries, link));
      link.addEventListener("pointerleave", leave);
      link.addEventListener("focus", () => {
        for (const one of links) one.link.setAttribute("tabindex", one.link === link ? 0 : -1);
        show(entries, link);
      });
      link.addEventListener("blur", hide);
      link.addEventListener("click", hide);
      return { link, entries, nodes };
    });
    links[0].link.setAttribute("tabindex", 0);
    svg.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
      if (!(event.key in steps)) return;
      const live = links.filter((one) => one.link.style.display !== "none");
      const at = live.findIndex((one) => one.link === document.activeElement);
      live[Math.min(Math.max(at + steps[event.key], 0), live.length - 1)]?.link.focus();
      event.preventDefault();
    });
    pictures.push(() => {
      for (const { link, entries, nodes } of links) {
        const shown = entries.some((item) => item.shown);
        link.style.display = shown ? "" : "none";
        for (const node of nodes) node.classList.toggle("dim", !shown);
      }
      const live = links.filter((one) => one.link.style.display !== "none");
      if (live.length && !live.some((one) => one.link.getAttribute("tabindex") === "0")) live[0].link.setAttribute("tabindex", 0);
    });
  }
  document.body.append(card);
  // What runs in time is looked at from its end, where it is wider than the window.
  for (const part of document.querySelectorAll("figure.strip .scroll")) part.scrollLeft = part.scrollWidth;
  for (const svg of document.querySelectorAll("figure.pic svg")) enliven(svg);

  if (axis) start();
  filter();
  follow();
  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details")) part.open = true;
  });
})();
