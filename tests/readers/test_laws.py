"""What holds for every document, whatever was read."""

from datetime import UTC

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.model import BlockKind, Document
from briefgen.readers import ReadOptions, parse_sidecar, read_bytes
from briefgen.readers.raw.decode import tidy

OPTIONS = ReadOptions(zone=UTC)
NAMES = st.sampled_from(
    [
        "a.txt",
        "a.md",
        "a.yaml",
        "a.json",
        "a.jsonl",
        "a.html",
        "a",
        "stdin",
        "a.weird",
        "a.eml",
        "a.mbox",
        "a.mhtml",
        "a.rss",
        "a.xml",
        "a.warc",
        "a.warc.gz",
        "a.wacz",
    ]
)
PARTS = st.sampled_from(
    [
        "<article>", "</article>", "<h1>Depot</h1>", "<p>", "<li>", "<time datetime=2024-07-18>",
        "# Depot Burns Again\n", "- Thursday: ", "- date: ", "---\n", "published: 2024-07-18\n",
        "\n", "\n\n\n", "Continue Reading", "By Jane Doe | July 18, 2024", "Depot Burns Again",
        "The depot burned. ", "KYIV, July 18 (Wire) — ", '{"text": "', '"}', "[", "]", ": ", "é",
        "Пожежа ", "\u202e", "\x00", "&#xD800;", "<script>", "<!--", "*a, ", "&a ", "2024",
        "text: ", "From: a@b.example\n", "Date: Thu, 18 Jul 2024 09:30:00 +0300\n",
        "MIME-Version: 1.0\n",
        "Content-Type: multipart/mixed; boundary=x\n\n", "--x\n", "<rss><channel><item>", "</item>",
        "<feed><entry><title>", "<pubDate>Thu, 18 Jul 2024 09:30:00 GMT</pubDate>", "<![CDATA[",
        "]]>",
        "From a@b.example Thu Jul 18 09:30:00 2024\n", "WARC/1.1\r\nWARC-Type: response\r\n",
        "Content-Length: 40\r\n\r\n", "HTTP/1.1 200 OK\r\n", "Content-Type: text/html\r\n\r\n",
        '{"name": "x", "type": "c", "messages": [{"id": 1, "type": "message", "date": "2024", ',
        '"text": "',
        '"}]}', '{"version": "https://jsonfeed.org/version/1", "items": [{"title": "',
    ]
)  # fmt: skip
PAGES = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(PARTS, max_size=40).map(lambda parts: "".join(parts).encode()),
)
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check_document(document: Document) -> None:
    text = document.text
    assert text == tidy(text)
    last = 0
    for block in document.blocks:
        assert last <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        last = block.end
    last = 0
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        assert last <= sentence.start < sentence.end
        assert block.start <= sentence.start < sentence.end <= block.end
        assert block.kind is sentence.kind
        assert block.kind is not BlockKind.KICKER
        last = sentence.end
    for row in document.rows:
        assert (row.start, row.end) in {(block.start, block.end) for block in document.blocks}
    assert document.title.strip()
    assert "\n" not in document.title
    assert len(document.id) == 12


class TestAnyBytes:
    """No input makes reading fail: it gives documents, or a notice that says why not."""

    @SLOW
    @given(data=PAGES, name=NAMES)
    def test_it_gives_documents_or_a_notice(self, data: bytes, name: str) -> None:
        reading = read_bytes(data, name, OPTIONS)
        assert reading.documents or reading.notices

    @SLOW
    @given(data=PAGES, name=NAMES)
    def test_blocks_and_sentences_lie_in_order_in_the_text(self, data: bytes, name: str) -> None:
        for document in read_bytes(data, name, OPTIONS).documents:
            check_document(document)

    @SLOW
    @given(data=PAGES, name=NAMES)
    def test_the_same_bytes_give_the_same_reading(self, data: bytes, name: str) -> None:
        assert read_bytes(data, name, OPTIONS) == read_bytes(data, name, OPTIONS)


class TestAnySidecar:
    """A sidecar, however broken, never keeps its file from being read."""

    @SLOW
    @given(data=PAGES)
    def test_its_file_is_read(self, data: bytes) -> None:
        sidecar, notes = parse_sidecar(data, "a.meta.yaml")
        assert sidecar is not None or notes
        page = b"Depot Burns Again\n\n\nThe depot burned."
        assert read_bytes(page, "a.txt", OPTIONS, sidecar=sidecar).documents


class TestTidy:
    """Tidy text is tidy: a second pass changes nothing."""

    @given(text=st.text(alphabet=st.characters(), max_size=200))
    def test_twice_is_once(self, text: str) -> None:
        assert tidy(text) == tidy(tidy(text))
