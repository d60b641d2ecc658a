"""HTML pages: what they say of themselves, each article they hold, and nothing of their frame."""

from datetime import UTC

import pytest

from briefgen.model import Document, to_edtf
from briefgen.readers import Reading, ReadOptions, read_bytes

OPTIONS = ReadOptions(zone=UTC)
BODY = """
<p>Firefighters in Harrow fought a fire at a fuel depot for a second day, the fire service said.</p>
<p>The second tank caught fire before dawn, and the smoke went out to sea for most of the day.</p>
<h2>Foam for two days</h2>
<p>The service said that it had enough foam for two more days, and that nobody had been hurt.</p>
<ul><li>The railway stays closed.</li><li>The school stays open.</li></ul>
"""


def read_page(html: str, name: str = "page.html") -> Reading:
    return read_bytes(html.encode(), name, OPTIONS)


def read_one(head: str = "", before: str = "", after: str = "", title: str = "") -> Document:
    reading = read_page(
        f"<!DOCTYPE html><html lang='en-GB'><head>{head}</head><body>"
        f"<nav><ul><li><a href='/'>Home</a></li><li>Archive 2019</li></ul></nav>"
        f"<main><article>{title or '<h1>Depot burns for a second day</h1>'}{before}{BODY}"
        f"</article></main>{after}<footer>© 2024 Example Daily</footer></body></html>"
    )
    (document,) = reading.documents
    return document


def dated(document: Document) -> tuple[str, str] | None:
    date = document.published
    return (to_edtf(date.interval)[:10], date.basis.value) if date else None


def blocks(document: Document) -> list[tuple[str, str]]:
    return [
        (block.kind.value, document.text[block.start : block.end][:24]) for block in document.blocks
    ]


def test_the_parts_of_an_article_come_out_and_its_frame_does_not() -> None:
    document = read_one(before="<p>Advertisement</p><p class='byline'>By Ann Orrey</p>")
    assert blocks(document) == [
        ("title", "Depot burns for a second"),
        ("paragraph", "Firefighters in Harrow f"),
        ("paragraph", "The second tank caught f"),
        ("heading", "Foam for two days"),
        ("paragraph", "The service said that it"),
        ("item", "The railway stays closed"),
        ("item", "The school stays open."),
    ]
    assert document.language == "en"


def test_what_a_page_says_of_itself_is_kept() -> None:
    document = read_one(
        '<meta property="og:site_name" content="Example Daily">'
        '<link rel="canonical" href="https://example.org/depot">'
        '<meta property="og:title" content="Depot burns | Example Daily">'
    )
    assert (document.source.publisher, document.source.url, document.source.format) == (
        "Example Daily",
        "https://example.org/depot",
        "html",
    )


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ('<meta property="og:title" content="Depot burns | Example Daily">', "Depot burns"),
        (
            "<title>Depot in Harrow burns for a second day – Example</title>",
            "Depot in Harrow burns",
        ),
        (
            '<script type="application/ld+json">{"@type": "Report", "headline": "Depot"}</script>',
            "Depot",
        ),
    ],
)
def test_a_page_without_a_heading_takes_its_title_from_its_head(head: str, title: str) -> None:
    site = '<meta property="og:site_name" content="Example Daily">'
    assert read_one(site + head, title="<p></p>").title.startswith(title)


def test_a_heading_that_only_names_the_site_is_no_title() -> None:
    (document,) = read_page(
        "<html><head><title>Depot burns | Example Daily</title></head><body>"
        f"<header><h1>Example Daily</h1></header><h2>Depot burns</h2>{BODY}</body></html>"
    ).documents
    assert document.title == "Depot burns"
    assert "Example Daily" not in document.text


JSON_LD = (
    '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": '
    '"2024-07-18T09:00:00Z", "dateModified": "2024-07-25T09:00:00Z", '
    '"publisher": {"@type": "Organization", "name": "Example Daily"}}]}</script>'
)


@pytest.mark.parametrize(
    ("head", "before", "expected"),
    [
        (JSON_LD, "", ("2024-07-18", "json-ld")),
        (
            '<meta property="article:published_time" content="2024-07-18T09:00:00+02:00">',
            "",
            ("2024-07-18", "meta"),
        ),
        ('<meta name="date" content="2024-07-18">', "", ("2024-07-18", "meta")),
        ("", '<time datetime="2024-07-18T09:00">July 18</time>', ("2024-07-18", "time")),
        ("", "<p>Updated <time datetime='2024-07-20'>July 20</time></p>", None),
        ("", "<time class='modified' datetime='2024-07-20'>July 20</time>", None),
        (
            "",
            "<time class=updated datetime=2024-07-20>x</time><time datetime=2024-07-18>y</time>",
            ("2024-07-18", "time"),
        ),
        ("", "<p class='meta'>By Ann Orrey | July 18, 2024</p>", ("2024-07-18", "byline")),
        ("", "<p>HARROW, July 18, 2024 (Wire) — The depot burned.</p>", ("2024-07-18", "dateline")),
        (
            '<link rel="canonical" href="https://example.org/2024/07/18/depot">',
            "",
            ("2024-07-18", "url"),
        ),
        ('<meta property="article:modified_time" content="2024-07-20T09:00:00Z">', "", None),
        ("", "", None),
        ("<script type='application/ld+json'>{broken</script>", "", None),
    ],
)
def test_a_page_is_dated_by_what_speaks_of_publication_alone(
    head: str, before: str, expected: tuple[str, str] | None
) -> None:
    assert expected == dated(read_one(head, before))


def test_what_surrounds_the_article_dates_nothing() -> None:
    document = read_one(
        after="<aside class='related'><p class='date'>5 March 2023</p>"
        "<time datetime='2023-03-05'>5 March 2023</time></aside>"
        "<footer><p class='date'>Last updated 1 January 2024</p></footer>"
    )
    assert dated(document) is None


def test_bases_that_disagree_are_told() -> None:
    reading = read_page(
        f"<html><head>{JSON_LD}<meta name='date' content='2024-07-10'></head><body>"
        f"<h1>Depot burns</h1>{BODY}</body></html>"
    )
    assert len(reading.notices) == 1
    assert "its JSON-LD gives datePublished 2024-07-18T09:00:00Z" in reading.notices[0].message
    assert "outvoted: its <meta> date says 2024-07-10" in reading.notices[0].message


def test_a_standfirst_is_known_by_its_mark_or_by_the_description() -> None:
    line = "Smoke drifts out to sea as the wind turns, and the mayor asks for patience."
    marked = read_one(before=f"<p class='standfirst'>{line}</p>")
    described = read_one(
        f'<meta name="description" content="{line}">', before=f"<div><p>{line}</p></div>"
    )
    for document in (marked, described):
        assert blocks(document)[1] == ("standfirst", line[:24])
        assert document.text.count(line) == 1


PARTS = """<html><head><title>All our reports</title>
<meta property="article:published_time" content="2024-07-30T09:00:00Z"></head><body><main>
<article><h2>Six hours, one page</h2><p><time datetime="2024-07-18T21:15Z">18 July</time></p>
<p>The envoys ended six hours of talks on Thursday with a statement of one page.</p>
<p>A second round will be held in Calder on Tuesday, the chair said after midnight.</p></article>
<article><h2>Ship sails with eleven</h2><p><time datetime="2024-07-19">19 July</time></p>
<p>The ship left Calder with eleven fishermen on Friday and berthed before nine, its owner said.</p>
</article>
<article><h3><a href="/a">A card that points elsewhere</a></h3><p>Read on.</p></article>
<aside><article><h3>Another card in the margin</h3><p>Its words are many, for a card, and it goes on
and on about a thing of which nobody asked, in a margin.</p></article></aside>
</main></body></html>"""


def test_a_page_of_several_articles_is_several_documents_each_with_its_own_date() -> None:
    reading = read_page(PARTS)
    assert [(one.title, dated(one), one.source.position) for one in reading.documents] == [
        ("Six hours, one page", ("2024-07-18", "time"), 1),
        ("Ship sails with eleven", ("2024-07-19", "time"), 2),
    ]
    assert "card" not in "".join(one.text for one in reading.documents)


def test_hidden_words_and_scripts_are_not_read() -> None:
    text = read_one(
        before="<p style='display: none'>Secret one</p><p hidden>Secret two</p>"
        "<script>var secret = 3</script><template><p>Secret four</p></template>"
    ).text
    assert "ecret" not in text


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + f"<article><h1>Depot burns</h1>{BODY}</article>",
        "<div>" * 100_000 + f"<h1>Depot burns</h1>{BODY}" + "</div>" * 100_000,
        "<b><i>" * 50_000 + f"<h1>Depot burns</h1>{BODY}",
    ],
    ids=["never closed", "closed", "inline"],
)
def test_a_page_nested_very_deep_is_read_in_good_time(html: str) -> None:
    (document,) = read_page(html).documents
    assert "Firefighters in Harrow" in document.text
    assert "nobody had been hurt" in document.text


@pytest.mark.parametrize(
    "html",
    [
        "<html>",
        "<html><body></body></html>",
        "<html><body><p></p><script>x</script></body></html>",
        "<!DOCTYPE html>",
        "<!-- only a comment -->",
    ],
)
def test_a_page_without_words_is_told_as_empty(html: str) -> None:
    reading = read_page(html)
    assert reading.documents == ()
    assert len(reading.notices) == 1


@pytest.mark.parametrize(
    "html",
    [
        f"<h1>Depot burns<p>{BODY}<p><b>un<i>closed</b>",
        f"<?xml version='1.0' encoding='utf-8'?><html><body><h1>Depot</h1>{BODY}</body></html>",
        f"<html><body><h1>Depot</h1><p>{'x' * 200_000}</p>{BODY}",
        f"<html><body><table><tr><td><h1>Depot</h1>{BODY}",
    ],
)
def test_broken_markup_gives_its_words(html: str) -> None:
    text = "".join(one.text for one in read_page(html).documents)
    assert "The second tank caught fire" in text


def test_a_page_without_a_suffix_is_known_by_its_beginning() -> None:
    (document,) = read_page(f"<!doctype html><h1>Depot burns</h1>{BODY}", "saved").documents
    assert document.source.format == "html"


def test_a_change_bounds_a_page_from_above() -> None:
    (bound,) = read_one(JSON_LD).bounds
    assert bound.why == "its JSON-LD gives dateModified 2024-07-25T09:00:00Z"
    (bound,) = read_one("<meta property='article:modified_time' content='2024-07-20'>").bounds
    assert bound.why == "its <meta> article:modified_time says 2024-07-20"


def test_a_label_above_the_title_is_told_apart() -> None:
    document = read_one(before="<p class='kicker'>Sea and shore</p>")
    assert ("kicker", "Sea and shore") in blocks(document)


@pytest.mark.parametrize("name", ["page.txt", "page.md", "page.json", "page.pdf", "page.csv"])
def test_a_page_is_known_whatever_its_name(name: str) -> None:
    (document,) = read_page(
        f"<!DOCTYPE html><html><h1>Depot burns</h1>{BODY}</html>", name
    ).documents
    assert document.source.format == "html"
