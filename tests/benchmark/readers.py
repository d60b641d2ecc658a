"""Documents a second of each reader, beside the bare library that it rests on, in one run.

    python tests/benchmark/readers.py [--documents N] [--repeat N]

The files are made here, with chrome and related links as sites have them. CPU time, the best of
several runs, ours and theirs by turns. Ours is the whole read stage: encoding, format, text,
date with its reason, publisher, sentences, language. Theirs is the one call that the library's
manual shows for text and date. ``overhead`` is what ours takes beyond that, in per cent. The last
line is JSON.
"""

import argparse
import gzip
import io
import json
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

from briefgen.readers import ReadOptions, read_bytes

OPTIONS = ReadOptions(zone=UTC)
SENTENCES = (
    "The harbour board of Port {n} closed {n} of its berths on {day}, a spokesman said.",
    "A tug of the {n}th flotilla pulled a coaster off the bar at 0{hour}:40 on {day} morning.",
    "“We counted {n} crates and no crew,” said Ida Fenwright, who runs the yard.",
    "The commission will publish its report by the end of next month, it said on {day}.",
    "Nobody was hurt, and the ferries ran {n} minutes late until the evening.",
    "It was the third grounding since January, after those of the Petrel and the Fulmar.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
DETECTED = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}


def stamp(number: int) -> datetime:
    return datetime(2026, 4, 1, 9, tzinfo=UTC) + timedelta(hours=7 * number)


def paragraphs(number: int, count: int = 14) -> list[str]:
    told = []
    for index in range(count):
        chosen = [SENTENCES[(number + index + step) % len(SENTENCES)] for step in range(4)]
        day = DAYS[(number + index) % len(DAYS)]
        lines = (
            line.format(n=2 + (7 * number + index) % 90, day=day, hour=1 + index % 8)
            for line in chosen
        )
        told.append(" ".join(lines))
    return told


def page(number: int) -> bytes:
    when = stamp(number).isoformat()
    title = f"Berths closed in port {number} as a coaster grounds"
    links = "".join(f'<li><a href="/{n}">Section {n} of the paper</a></li>' for n in range(40))
    related = "".join(
        f'<div class="card"><a href="/s/{n}"><img src="{n}.jpg" alt=""><h3>Another story, number '
        f'{n}</h3></a><p class="teaser">A line that says what it tells.</p></div>'
        for n in range(24)
    )
    comments = "".join(
        f'<div class="comment"><p class="who">reader{n}</p><p>I do not believe a word.</p></div>'
        for n in range(20)
    )
    ld = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": title,
            "datePublished": when,
            "publisher": {"@type": "Organization", "name": "The Courier"},
        }
    )
    told = [f"<p>{text}</p>" for text in paragraphs(number)]
    body = "".join([*told[:4], "<h2>What the board says</h2>", *told[4:9], "<h2>And then</h2>"])
    body += "".join(told[9:])
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | Courier'
        f'</title><meta property="article:published_time" content="{when}"><script type='
        f'"application/ld+json">{ld}</script><style>{"p { margin: 0 } " * 200}</style><script>'
        f"{'var a = 1; ' * 800}</script></head><body><header><nav><ul>{links}</ul></nav></header>"
        f'<main><article><h1>{title}</h1><p class="byline">By Ida Fenwright</p><time datetime="'
        f'{when}">that day</time>{body}</article></main><aside class="related">{related}</aside>'
        f'<section id="comments">{comments}</section><footer><ul>{links}</ul><p>© 2026 The '
        "Courier</p></footer></body></html>"
    ).encode()


def feed(number: int, count: int = 30) -> bytes:
    items = "".join(
        f"<item><title>Berths closed in port {n}</title><link>https://courier.example/{n}</link>"
        f"<pubDate>{stamp(n):%a, %d %b %Y %H:%M:%S} +0000</pubDate>"
        "<description>Short.</description>"
        f"<content:encoded><![CDATA[{''.join(f'<p>{t}</p>' for t in paragraphs(n, 5))}]]>"
        "</content:encoded></item>"
        for n in range(number * count, number * count + count)
    )
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    head = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" {space}><channel>'
    return f"{head}<title>Courier</title>{items}</channel></rss>".encode()


def letter(number: int) -> bytes:
    head = (
        f"From: The Courier <n@courier.example>\nSubject: Letter {number}\nMIME-Version: 1.0\n"
        f"Date: {stamp(number):%a, %d %b %Y %H:%M:%S} +0000\n"
        f"Message-ID: <{number}@courier.example>\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    )
    return (head + "\n\n".join(paragraphs(number))).encode()


def export(number: int, count: int = 200) -> bytes:
    messages = [
        {
            "id": n,
            "type": "message",
            "date": stamp(n).isoformat()[:19],
            "date_unixtime": str(int(stamp(n).timestamp())),
            "from": "Courier",
            "text": [paragraphs(n, 1)[0], {"type": "bold", "text": f" Port {n}."}],
        }
        for n in range(number * count, number * count + count)
    ]
    raw = {"name": "Courier", "type": "public_channel", "id": 17, "messages": messages}
    return json.dumps(raw).encode()


def crawl(number: int, count: int = 10) -> bytes:
    return b"".join(record(n) for n in range(number * count, number * count + count))


def record(number: int) -> bytes:
    body = page(number)
    block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n"
    block_bytes = block.encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
        f"WARC-Target-URI: https://courier.example/{number}\r\n"
        f"WARC-Date: {stamp(number):%Y-%m-%dT%H:%M:%SZ}\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block_bytes)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block_bytes + b"\r\n\r\n")


def bare_page(data: bytes) -> object:
    from trafilatura import bare_extraction  # noqa: PLC0415 (as its users call it)

    return bare_extraction(data, with_metadata=True, date_extraction_params=dict(DETECTED))


def bare_feed(data: bytes) -> object:
    import feedparser  # noqa: PLC0415

    return feedparser.parse(io.BytesIO(data))


def bare_letter(data: bytes) -> object:
    message = message_from_bytes(data, policy=policy.default)
    body = message.get_body(("html", "plain"))
    return message["date"].datetime, body and body.get_content()


def bare_crawl(data: bytes) -> object:
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415

    kinds = WarcRecordType.response
    records = ArchiveIterator(io.BytesIO(data), record_types=kinds, auto_decode="all")
    return [bare_page(record.reader.read()) for record in records]


FORMATS: Mapping[str, tuple[Callable[[int], bytes], str, Callable[[bytes], object], str, int]] = {
    "html": (page, "page.html", bare_page, "trafilatura with metadata", 1),
    "rss": (feed, "feed.rss", bare_feed, "feedparser", 30),
    "eml": (letter, "letter.eml", bare_letter, "email", 1),
    "telegram": (export, "result.json", json.loads, "json", 200),
    "warc": (crawl, "crawl.warc.gz", bare_crawl, "fastwarc and trafilatura", 10),
}
"""Maker of a file, its name, the bare library, its name, documents in a file."""


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=60, help="of each format")
    parser.add_argument("--repeat", type=int, default=15)
    asked = parser.parse_args()
    figures: dict[str, dict[str, float]] = {}
    whole = [0.0, 0.0]
    for name, (make, path, bare, library, each) in FORMATS.items():
        files = [make(number) for number in range(max(1, asked.documents // each))]
        read = [read_bytes(data, path, OPTIONS) for data in files]
        documents = sum(len(reading.documents) for reading in read)
        assert documents == len(files) * each, (name, documents)
        assert all(one.published for reading in read for one in reading.documents)
        del read
        turns = [
            (
                cpu(lambda: [read_bytes(data, path, OPTIONS) for data in files]),  # noqa: B023
                cpu(lambda: [bare(data) for data in files]),  # noqa: B023
            )
            for _ in range(asked.repeat)
        ]
        ours, theirs = (min(turn[side] for turn in turns) for side in (0, 1))
        whole = [whole[0] + ours, whole[1] + theirs]
        figures[name] = {
            "documents/s": round(documents / ours),
            f"documents/s {library}": round(documents / theirs),
            "overhead %": round(100 * (ours / theirs - 1)),
        }
        print(f"{name:>9}  {json.dumps(figures[name])}")
    figures["all"] = {"overhead %": round(100 * (whole[0] / whole[1] - 1))}
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
