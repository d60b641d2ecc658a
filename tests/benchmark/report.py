"""All benchmarks → docs/benchmarks.md, by one command.

    python tests/benchmark/report.py --corpora DIR [--peers DIR] [--only NAME…] [--output FILE]

Every script of this folder prints one JSON object last: row → figure → number. Here each becomes a
section with its command and a table. Corpora are files of DIR by the names in ``SECTIONS``; what is
not there leaves a line that says so, and no figure. ``--peers`` holds what ``peers.py`` wrote:
those rows stand beside ours, scored by the same code. ``--only`` runs some sections and keeps the
others as the page has them.
"""

import argparse
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parent.parent / "docs" / "benchmarks.md"
Figures = dict[str, dict[str, float]]

INTRODUCTION = """\
# Benchmarks

Made by `python tests/benchmark/report.py --corpora DIR`; do not edit by hand. Measured on 2 shared
cores, one process, CPU time unless a section says otherwise. The corpora are other people's and
not part of this project; each row names its file. Where a corpus is split, rules were tuned while
reading the **first** half: the figure to believe is the **second** half's, or that of the **last
quarter** where the page gives one.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One benchmark script, what it is run on, and what its figures mean."""

    name: str
    title: str
    text: str
    script: str
    corpora: tuple[str, ...] = ()
    """Names of files in the corpora's folder."""
    options: tuple[str, ...] = ()
    peers: tuple[str, ...] = ()
    """Prefixes of peers' files, scored with ``--found``."""
    needs_all: bool = False
    """Whether the section needs every corpus, not just some."""


TIMES = (
    "timebank.jsonl",
    "aquaint.jsonl",
    "meantime_en_dev.jsonl",
    "wikiwars_01-16.jsonl",
    "wikiwars_ua_dev.jsonl",
    "krauts_diezeit_de_dev.jsonl",
)

SECTIONS = (
    Section(
        name="expressions",
        title="Time expressions: found, typed and resolved",
        text=(
            "F1 as in TempEval-3: `strict` identical spans, `relaxed` overlapping ones, `type` and "
            "`value` of those that overlap. Published value F1 on the TempEval-3 platinum set, "
            "which is not used here: UWTime 82.4, HeidelTime 77.6, NavyTime 71.0, SUTime 67.4. "
            "HeidelTime is told by hand whether a text is news or narrative, which briefgen has "
            "to find out, and was itself developed on TimeBank. The third quarter of the English "
            "news corpora was read late, for a few families; of the Ukrainian second half, "
            "figures by document and by value guided a few choices, so that neither is quite "
            "untouched."
        ),
        script="temporal.py",
        corpora=TIMES,
        peers=("heideltime", "dateparser"),
    ),
    Section(
        name="speed",
        title="Time expressions: speed",
        text=(
            "Megabytes a second from bytes to resolved dates, and the peers on the same text in "
            "the same run."
        ),
        script="temporal_speed.py",
        corpora=("timebank.jsonl", "aquaint.jsonl", "wikiwars_01-16.jsonl"),
    ),
    Section(
        name="splitting",
        title="Pages that hold many articles",
        text=(
            "Invented pages of many habits with their true borders, in per cent. They were written "
            "before the rules, but read while the rules were mended: ten that were written last "
            "had precision 91.3, recall 77.8 on their first run."
        ),
        script="splitting.py",
        options=("tests/readers/pages",),
    ),
    Section(
        name="inference",
        title="Undated texts",
        text=(
            "Documents whose dates are hidden, in per cent: `claimed` a window of at most 31 days, "
            "`wrong` that the true day lies outside it, `sure_wrong` that it does though the "
            "window was not called uncertain (2 is the most that may be)."
        ),
        script="inference.py",
        corpora=(
            "timebank.jsonl",
            "aquaint.jsonl",
            "meantime_en_dev.jsonl",
            "sem15t4_dev_docs.jsonl",
        ),
    ),
    Section(
        name="readers",
        title="Reading",
        text=(
            "Documents a second of the whole read stage, and of the bare library on the same files "
            "in the same run; `overhead` is what ours takes beyond it. Files are made by the "
            "script. trafilatura is called with metadata, for a page without its date is of no "
            "use. Sentences and language are in it: a chronology splits nothing again. The aim is "
            "15 %: pages were at -5 to 6 in three runs on a machine that others used too, archives "
            "at -2 to 14, feeds at 38 to 47, letters at 140 to 200. feedparser alone, told not to "
            "sanitize, takes four fifths of what it takes bare, and the rest is markup, language, "
            "sentences and what stands beside the text, none of it large. The bare `feedparser`, "
            "`email` and `json` stop where reading begins: they clean no markup, part no "
            "paragraphs or sentences, tell no language. A folder of 2,000 pages took 14 ms a page "
            "and 66 kB of memory a document, as one of 500 did; two processes took a sixth more "
            "of the processor for it, and `briefgen` reads in one."
        ),
        script="readers.py",
    ),
    Section(
        name="dating",
        title="When marked events happened",
        text=(
            "Event words that annotators marked in Wikinews articles, against the day, "
            "month or year that they gave each, in per cent; `baseline` gives each the "
            "day of its article. The rules were written while reading the first half, "
            "parted by topic into two. Of the second no sentence was read, but it is no longer "
            "untouched: rules were chosen by its figures too, by source, form and tense of the "
            "wrong answers and the words of their dates. Words and clauses share what the "
            "surroundings lend (events/dates/inherit.py), but not the bar: a word, asked "
            "for, is dated by its form and by the title that tells it; a brief leaves a "
            "statement undated rather than take a likely day. `told` is the share of the "
            "words that stand in a report of the brief (a title makes none), and "
            "`told_right` of those the share that the report's date fits, though a "
            "sentence has words of several dates.\n\n"
            "What is still wrong, in the first half (94) and the second (141): what is told as "
            "done on the article's day and dated not at all by the annotators (21, 43), months "
            "and years (19, 32), the date of another thing of the sentence (13, 27), and what "
            "is told as a plan, of which they know the day (15, 1).\n\n"
            "Tried and left out: a log-linear model over every date of the document, its "
            "own day and “not known”, by clause, form, tense and place (125 weights). "
            "Trained on the first half less the documents that it was tested on, it had "
            "60, not better than the rules of then (60) on the same sentences. A word that takes "
            "the day which the same word has elsewhere in the article, or in another that names "
            "the same two names, loses as many right answers as it wins, but for a noun with its "
            "date right beside it; no answer, or one, changed where “the deal” took the date of "
            "the sentence before, figures the month that the lead names, and where quotation "
            "marks were paired by the blanks beside them."
        ),
        script="dating.py",
        corpora=("sem15t4_dev_docs.jsonl", "sem15t4_dev_timelines.jsonl"),
        needs_all=True,
    ),
    Section(
        name="merging",
        title="Documents of one event",
        text=(
            "Documents grouped by what they tell, against the seminal events of ECB+, two much "
            "alike a topic. `b3` and `pairwise` are of `events/merging/stories.py`, which reads "
            "whole texts: its stories are evidence for a brief's merge, and `timeline --why` asks "
            "it for other documents on a matter; its weights and its bar were chosen on these "
            "documents. Those called `merge` are of what a brief's own merge makes one, by the "
            "first three reports of each document, all undated: without a day, two statements are "
            "rather left apart than made one. TF-IDF with average link has 0.870 on the held-out "
            "topics."
        ),
        script="merging.py",
        corpora=("ecbplus_docs_1-35.jsonl",),
    ),
    Section(
        name="piles",
        title="Merging: the main events of real articles",
        text=(
            "The same documents as files with a publisher and a day each, all of one topic on one "
            "day, so that the statements of both its events are dated alike: in a `pile` of all, "
            "and each `topic` as a pile of its own. In per cent: `led`, documents of whose first "
            "three sentences anything is told; `lead_recall`, pairs of documents of one event "
            "whose leads meet in one entry; `gathered`, documents of an event in its largest "
            "entry; `lead_precision`, pairs whose leads meet that are of one event; `lookalikes`, "
            "pairs of two much alike events whose leads meet. Before stories were evidence, "
            "`lead_recall` in the pile was 9.6 and 8.5, `lead_precision` 98.7 and 95.8. The "
            "first half was read; the second was not, but on its first run three of its topics "
            "were made one entry of two events (`lead_recall` 24.3, `lead_precision` 81.5, "
            "`lookalikes` 5.3): groups that stories made were then held to one story on average, "
            "with the bar chosen by the figures of both halves, so those of the second "
            "are no longer of an unseen half. Documents of "
            "one event need not tell one thing: much of what is left apart tells of the arrest "
            "where others tell of the trial, is dated by a year in the same sentence, or said "
            "“today” in an article that was of another day in truth."
        ),
        script="merging_piles.py",
        corpora=("ecbplus_docs_1-35.jsonl",),
    ),
    Section(
        name="pairs",
        title="Merging: one happening or two",
        text=(
            "Invented pairs of one-sentence articles by two publishers, half of them hard to tell "
            "apart, through the whole pipeline, in per cent: each pair `alone`, and in the `pile` "
            "of all. `links` are plans linked to their fulfilment, `disputed` merged pairs whose "
            "figures exclude each other, `strays`, a number, articles merged across two pairs, "
            "which `precision` does not count. Rules were made while reading the errors of `dev`, "
            "later of all the others too: what stands here is what they have learnt. To be "
            "believed are the figures of each set's first run, written before anything was run on "
            "it, precision and recall: `untouched` 98.1 and 89.7, `fresh` 92.3 and 75.0, `varied` "
            "64.0 and 64.0, `fresh2` (two thirds hard negatives, in many styles) 82.6 and 54.3, "
            "and `fresh3`, alike and written after the errors of `fresh2` were mended, 83.3 and "
            "75.0. Five more sets were written by others than who made the rules, without sight "
            "of them: `edited`, as desks rewrite one agency report, 93.1 and 49.1 (`mistaken` "
            "3.1); "
            "`reworded1` and `stories1`, told in words of their own throughout, 33.3 and 2.2, 100 "
            "and 2.4; their likes `reworded2` and `stories2`, after the errors of the first two "
            "were mended, no pair merged, and 100 and 7.0: of 102 hard negatives none was merged, "
            "and of such retellings hardly any. Whole articles, which share more than one "
            "sentence does, stand under “The main events of real articles”."
        ),
        script="merging_pairs.py",
        options=tuple(
            f"tests/benchmark/pairs/{name}.jsonl"
            for name in (
                "dev",
                "untouched",
                "fresh",
                "varied",
                "fresh2",
                "fresh3",
                "reworded1",
                "reworded2",
                "stories1",
                "stories2",
                "edited",
            )
        ),
    ),
    Section(
        name="sentences",
        title="Which sentences are entries",
        text=(
            "Invented sentences, half of them happenings, claims, plans and states, half opinion, "
            "the page's own voice, definitions and boilerplate; each read as an article of its "
            "own, in per cent. Rules were mended while reading the errors of `dev`; none of the "
            "`untouched` half was read. `acts` are deeds of officials, courts, armies and firms "
            "beside sentences on the same things that tell none: on the first run, before it was "
            "read, precision 100, recall 71.7; sixty more like it, after the rules and words were "
            "mended for the first, 88.0 and 73.3. Words are what is short."
        ),
        script="sentences.py",
        options=(
            "tests/benchmark/sentences/dev.jsonl",
            "tests/benchmark/sentences/untouched.jsonl",
            "tests/benchmark/sentences/acts.jsonl",
        ),
    ),
    Section(
        name="growth",
        title="Merging: how it grows",
        text=(
            "Invented articles of six sentences, a hundred happenings a day, much alike, each lead "
            "a report; CPU seconds, the reading of the articles' stories among them."
        ),
        script="merging_growth.py",
        options=("--sizes", "1000", "10000", "100000"),
    ),
    Section(
        name="topics",
        title="Topics",
        text=(
            "One-sentence events of Wikipedia's Current Events portal against its ten categories, "
            "in per cent; the halves are cut by days. Words were chosen while reading the first "
            "half's errors; a dozen sentences of the second had been seen before."
        ),
        script="topics.py",
        corpora=("current_events_2015_dev.jsonl",),
    ),
    Section(
        name="places",
        title="Places",
        text=(
            "Short Ukrainian and Russian war reports against the regions that a machine gave them "
            "(VIINA), in per cent: the region of the narrowest place found is `right`, or `wrong`, "
            "or there is `none`. The halves are cut by lines."
        ),
        script="places.py",
        corpora=("viina_reports_dev.jsonl",),
    ),
    Section(
        name="tongues",
        title="Events in Ukrainian and Russian",
        text=(
            "The same reports: `events` is the share in which an event is found, the others the "
            "share of these with a place finer than a country, a topic, a claimant, a figure. "
            "Before statements were read in their own language, 10.2 per cent of the second half "
            "had an event."
        ),
        script="tongues.py",
        corpora=("viina_reports_dev.jsonl",),
    ),
    Section(
        name="killed",
        title="Runs that are killed",
        text=(
            "`briefgen run`, killed with SIGKILL at so many points, two thirds of them at its n-th "
            "deed while it delivers (a file, a statement of SQLite, what is sent and received, a "
            "call of git), the others at a random moment; half of them with all children. Then "
            "nothing, a late page of the day or the next day's page comes, and it is run to its "
            "end. `mails in doubt` were cut between the end of a mail and the server's answer: "
            "they are told, and not sent again."
        ),
        script="killed_runs.py",
        options=("--calls", "100", "--times", "50", "--seed", "7"),
    ),
    Section(
        name="archive",
        title="Searching the archive",
        text=(
            "An invented archive of 250 events a day, none told twice; milliseconds of processor "
            "time from the question to the answer, the middle of 15. A third of the file is what "
            "is known of each event and report, a quarter the index of words and its texts."
        ),
        script="archive_search.py",
        options=("100000",),
    ),
)


def run(script: str, arguments: list[str]) -> Figures:
    """The figures of one script's last line. Raises CalledProcessError with what it printed."""
    command = [sys.executable, str(HERE / script), *arguments]
    print(f"{script} {' '.join(Path(a).name for a in arguments)}", file=sys.stderr)
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    raw = json.loads(done.stdout.splitlines()[-1])
    rows = {row: figures for row, figures in raw.items() if isinstance(figures, dict)}
    return rows or {Path(script).stem: raw}


def figures_of(section: Section, corpora: list[Path], peers: Path | None) -> Figures:
    """Ours, and the peers' beside them."""
    arguments = [*map(str, corpora), *section.options]
    told = run(section.script, arguments)
    for path in corpora if peers else ():
        for peer in section.peers:
            found = (peers or path) / f"{peer}.{path.stem}.jsonl"
            if found.is_file():
                for half in ("second", "last-quarter"):
                    theirs = run(section.script, [str(path), "--half", half, "--found", str(found)])
                    told |= {f"{row} ({peer})": figures for row, figures in theirs.items()}
    order = [path.stem for path in corpora]
    return dict(sorted(told.items(), key=lambda item: _place(item[0], order)))


def _place(row: str, order: list[str]) -> int:
    stem = row.split("/", maxsplit=1)[0]
    return order.index(stem) if stem in order else len(order)


def table(figures: Figures) -> str:
    """Rows and figures as a Markdown table; a figure that a row lacks is a dash."""
    names = list(dict.fromkeys(name for row in figures.values() for name in row))
    lines = ["| | " + " | ".join(names) + " |", "| --- |" + " ---: |" * len(names)]
    for row, told in figures.items():
        cells = [f"{told[name]:g}" if name in told else "–" for name in names]
        lines.append(f"| {row.replace('/', ', ')} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def written(section: Section, folder: Path, peers: Path | None) -> str:
    """One section of the page."""
    corpora = [folder / name for name in section.corpora]
    there = [path for path in corpora if path.is_file()]
    missing = [path.name for path in corpora if not path.is_file()]
    names = [f"DIR/{path.name}" for path in there]
    command = " ".join(["python", f"tests/benchmark/{section.script}", *names, *section.options])
    parts = [f"## {section.title}", section.text, f"```console\n$ {command}\n```"]
    if missing and (section.needs_all or not there):
        parts.append(f"Not measured: {', '.join(missing)} not there.")
    else:
        parts.append(table(figures_of(section, there, peers)))
        if missing:
            parts.append(f"Not there, not measured: {', '.join(missing)}.")
    return "\n\n".join(parts) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--peers", type=Path, help="folder of what peers.py wrote")
    parser.add_argument("--only", nargs="+", choices=[section.name for section in SECTIONS])
    parser.add_argument("--output", type=Path, default=PAGE)
    options = parser.parse_args()
    kept: dict[str, str] = {}
    if options.only and options.output.is_file():
        for part in re.split(r"(?m)^(?=## )", options.output.read_text(encoding="utf-8"))[1:]:
            kept[part.splitlines()[0].removeprefix("## ")] = part.rstrip("\n") + "\n"
    parts = [INTRODUCTION]
    for section in SECTIONS:
        fresh = not options.only or section.name in options.only or section.title not in kept
        parts.append(
            written(section, options.corpora, options.peers) if fresh else kept[section.title]
        )
    options.output.parent.mkdir(exist_ok=True)
    options.output.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
