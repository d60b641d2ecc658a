"""RSS, Atom, RDF and JSON feeds: each entry a document, with its own date or none."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from briefgen.model import Document, to_edtf
from briefgen.readers import Reading, ReadOptions, read_bytes
from briefgen.readers.sidecar import parse_sidecar

OPTIONS = ReadOptions(zone=UTC)


def rss(items: str, channel: str = "<title>Example Daily</title>", head: str = "") -> bytes:
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    space += 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f'{head}<rss version="2.0" {space}><channel>{channel}{items}</channel></rss>'.encode()


def atom(entries: str) -> bytes:
    head = '<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Tin &amp;amp; Rope</title>'
    return f"{head}<id>x</id>{entries}</feed>".encode()


def read_feed_of(data: bytes, name: str = "feed.xml") -> Reading:
    return read_bytes(data, name, OPTIONS)


def paragraphs(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind == "paragraph"]


def dated(document: Document) -> tuple[str, str] | None:
    found = document.published
    return (to_edtf(found.interval), found.basis.value) if found else None


ITEM = """<item><title>Ferry &amp;amp; &lt;i&gt;tug&lt;/i&gt;</title><link>https://example.org/a</link>
<pubDate>Thu, 18 Jul 2024 08:30:00 +0300</pubDate><description>A teaser.</description>
<content:encoded><![CDATA[<p>The ferry&nbsp;sailed.</p><script>x()</script><p>It came
 back.</p><p>The post Ferry appeared first on Example Daily.</p>]]></content:encoded></item>"""


def test_an_item_gives_its_fullest_text_its_own_date_and_its_address() -> None:
    (document,) = read_feed_of(rss(ITEM)).documents
    assert document.title == "Ferry & tug"
    assert paragraphs(document) == ["The ferry sailed.", "It came back."]
    assert document.published is not None
    assert document.published.interval.start == datetime(2024, 7, 18, 5, 30, tzinfo=UTC)
    assert document.published.why == "its feed gives Thu, 18 Jul 2024 08:30:00 +0300"
    assert (document.source.publisher, document.source.url, document.source.format) == (
        "Example Daily",
        "https://example.org/a",
        "rss",
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("<pubDate>Thu, 18 Jul 2024 08:30:00 GMT</pubDate>", "2024-07-18T08:30:00Z"),
        ("<pubDate>2024-07-18</pubDate>", "2024-07-18"),
        ("<dc:date>2024-07-18T23:30:00Z</dc:date>", "2024-07-18T23:30:00Z"),
        ("<pubDate>soon</pubDate>", None),
        ("<pubDate>2024</pubDate>", None),
        ("", None),
    ],
)
def test_an_item_is_dated_by_itself_alone(said: str, expected: str | None) -> None:
    channel = "<title>E</title><lastBuildDate>Fri, 19 Jul 2024 08:30:00 GMT</lastBuildDate>"
    feed = rss(f"<item><title>T</title><description>Words.</description>{said}</item>", channel)
    (document,) = read_feed_of(feed).documents
    assert (dated(document) or (None,))[0] == expected


def test_a_date_that_cannot_be_read_gives_way_to_the_item_s_other_one() -> None:
    feed = """<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item>
    <title>Three hurt in Vaux</title><pubDate>il y a 2 jours</pubDate>
    <dc:date>2031-11-05T22:40:00+01:00</dc:date></item></channel></rss>"""
    (document,) = read_bytes(feed.encode(), "fil.xml", OPTIONS).documents
    assert document.published is not None
    assert "2031-11-05T21:40:00Z" == to_edtf(document.published.interval)


def test_a_change_bounds_an_entry_and_dates_nothing() -> None:
    (document,) = read_feed_of(
        atom("<entry><title>T</title><updated>2024-07-18T00:00:00Z</updated></entry>")
    ).documents
    assert document.published is None
    (bound,) = document.bounds
    assert bound.latest == datetime(2024, 7, 18, tzinfo=UTC) + timedelta(seconds=1)


def test_plain_text_keeps_its_signs_and_a_source_is_the_publisher() -> None:
    (document,) = read_feed_of(
        atom(
            '<entry><title>T</title><content type="text">1 &lt; 2, 3 &amp;lt; 4</content>'
            "<source><title>First Wire</title></source></entry>"
        )
    ).documents
    assert paragraphs(document) == ["1 < 2, 3 &lt; 4"]
    assert document.source.publisher == "First Wire"


def test_a_headline_alone_is_the_text() -> None:
    (document,) = read_feed_of(rss("<item><title>Depot burns in Harrow</title></item>")).documents
    assert document.text == "Depot burns in Harrow"


def test_a_feed_is_known_by_its_root_whatever_its_name() -> None:
    for name in ("page.html", "notes.txt", "feed"):
        assert read_feed_of(rss(ITEM), name).documents[0].source.format == "rss"
    reading = read_feed_of(b"<?xml version='1.0'?><plist><dict/></plist>")
    assert "no RSS or Atom feed" in reading.notices[0].message


def test_entities_do_not_multiply() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    (document,) = read_feed_of(
        rss(
            "<item><title>T</title><description>Depot &i; burns</description></item>",
            head=bomb + "]>",
        )
    ).documents
    assert "lol" not in document.text
    assert len(document.text) < 100


def test_a_file_of_the_machine_is_not_read() -> None:
    head = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    item = "<item><title>T</title><description>Depot &x; burns</description></item>"
    (document,) = read_feed_of(rss(item, head=head)).documents
    assert "root" not in document.text


def test_a_cut_feed_gives_the_entries_that_are_whole_and_says_so() -> None:
    reading = read_feed_of(rss(ITEM * 3)[:-400])
    assert len(reading.documents) >= 1
    assert "its XML is broken" in reading.notices[0].message


def test_markup_nested_deep_is_read() -> None:
    deep = "&lt;div&gt;" * 20_000
    item = f"<item><title>T</title><description>{deep}The depot burned.</description></item>"
    (document,) = read_feed_of(rss(item)).documents
    assert "The depot burned." in document.text


def json_feed(**item: str) -> bytes:
    feed = {"version": "https://jsonfeed.org/version/1", "title": "Board", "items": [item]}
    return json.dumps(feed).encode()


def test_a_json_feed_gives_its_items() -> None:
    data = json_feed(
        url="https://example.org/1",
        content_html="<p>One.</p><p>Two.</p>",
        content_text="Not this.",
        date_published="2024-07-18T10:00:00+02:00",
        date_modified="2024-07-19",
    )
    (document,) = read_feed_of(data, "notices.json").documents
    assert paragraphs(document) == ["One.", "Two."]
    assert document.published is not None
    assert document.published.interval.start == datetime(2024, 7, 18, 8, tzinfo=UTC)
    assert document.bounds[0].latest == datetime(2024, 7, 20, tzinfo=UTC)
    assert (document.source.publisher, document.source.format) == ("Board", "json-feed")


def test_an_item_without_words_is_told() -> None:
    reading = read_feed_of(json_feed(id="1"), "notices.json")
    assert "item 1 is left out" in reading.notices[0].message


def test_a_feed_that_its_parser_fails_on_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("links")

    monkeypatch.setattr("feedparser.parse", fail)
    reading = read_feed_of(rss(ITEM))
    assert "a feed too broken to be read ('links')" in reading.notices[0].message


@pytest.mark.parametrize(
    "head",
    [
        "<?xml version='1.0'?>\n<!-- one -->\n<?xml-stylesheet href='x'?><!-- two > three -->",
        '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://example.org/rss.dtd">',
        '<!doctype rss [ <!ENTITY eacute "&#233;"> ] >',
        "\ufeff  ",
    ],
)
def test_what_stands_before_the_root_does_not_hide_it(head: str) -> None:
    assert read_feed_of(rss(ITEM, head=head), "saved").documents[0].source.format == "rss"


@pytest.mark.parametrize("head", ["<!-- x -->", "<?x ", "<!DOCTYPE rss [", "<!--", "<!DOCTYPE a>"])
def test_a_long_way_to_the_root_is_gone_once(head: str) -> None:
    for end in ("<rss>", "<nothing>", ""):
        assert read_feed_of((head * 20_000 + end).encode()).documents == ()


def test_a_zone_of_several_places_leaves_the_day_and_names_the_items() -> None:
    item = "<item><title>{}</title><pubDate>Thu, 18 Jul 2024 23:30:00 {}</pubDate></item>"
    named = [("Ferry late", "IST"), ("Dam shut", "CST"), ("Quay open", "IST"), ("Tug", "EST")]
    found = read_feed_of(rss("".join(item.format(*one) for one in named)))
    assert ["2024-07-18", "2024-07-18", "2024-07-18", "2024-07-19T04:30:00Z"] == [
        (dated(document) or ("",))[0] for document in found.documents
    ]
    why = "is not known or that of several places, so its day alone is taken"
    assert [
        f'feed.xml: "Ferry late", "Quay open": its zone IST {why}',
        f'feed.xml: "Dam shut": its zone CST {why}',
    ] == [notice.message for notice in found.notices]


def test_a_stronger_date_needs_no_word_on_a_zone() -> None:
    feed = rss("<item><title>T</title><pubDate>Thu, 18 Jul 2024 23:30:00 IST</pubDate></item>")
    side, _ = parse_sidecar(b"published: 2024-07-18T20:00Z", "feed.xml.meta.yaml")
    assert () == read_bytes(feed, "feed.xml", OPTIONS, sidecar=side).notices


def test_many_items_of_one_doubt_are_counted() -> None:
    items = "".join(
        f"<item><title>T{n}</title><pubDate>Thu, 18 Jul 2024 2{n % 4}:30:00 IST</pubDate></item>"
        for n in range(9)
    )
    (notice,) = read_feed_of(rss(items)).notices
    assert '"T0", "T1", "T2" and 6 more: ' in notice.message


@pytest.mark.parametrize(
    "caption",
    [
        "<p><em>© Anna Bell / Sund Pictures</em></p>",
        "<p><em>Crews at the silo in Venn on 17 July 2024. © Anna Bell</em></p>",
        "<p><small>A tug leaves Venn harbour. Photo: Anna Bell/Sund Pictures</small></p>",
        "<p><i>Ein Schlepper vor Venn. Foto: Anna Bell</i></p>",
        "<p><i>Буксир біля причалу. Фото: Анна Белл</i></p>",
        "<figure><img src='x.jpg'><figcaption>A tug leaves Venn. (c) Bell</figcaption></figure>",
    ],
)
def test_the_line_under_a_picture_is_no_text(caption: str) -> None:
    body = f"<![CDATA[{caption}<p>A silo burned in Venn on Wednesday.</p>]]>"
    (document,) = read_feed_of(rss(f"<item><description>{body}</description></item>")).documents
    assert ["A silo burned in Venn on Wednesday."] == paragraphs(document)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said so. She added: nobody was hurt.",
        "The tug left at noon. It came back. Photo: Anna Bell",
        "A silo burned in Venn.",
    ],
)
def test_prose_is_no_caption(text: str) -> None:
    body = f"<![CDATA[<p>Rain fell on Venn.</p><p>{text}</p>]]>"
    (document,) = read_feed_of(rss(f"<item><description>{body}</description></item>")).documents
    assert text in document.text
