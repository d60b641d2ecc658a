"""Pasted pages of many habits come apart where a person would part them."""

import tomllib
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest

from briefgen.model import Document, to_edtf
from briefgen.readers import ReadOptions, read_bytes

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "readers_split.toml").read_text(encoding="utf-8")
)["page"]
OPTIONS = ReadOptions(zone=UTC)


def split_page(page: dict[str, Any]) -> tuple[Document, ...]:
    reading = read_bytes(page["text"].encode(), "page.txt", OPTIONS)
    assert reading.notices == ()
    return reading.documents


@pytest.mark.parametrize("page", CASES, ids=[page["name"] for page in CASES])
def test_a_page_comes_apart_into_its_articles(page: dict[str, Any]) -> None:
    assert [article["title"] for article in page["article"]] == [
        document.title for document in split_page(page)
    ]


@pytest.mark.parametrize("page", CASES, ids=[page["name"] for page in CASES])
def test_each_article_has_its_blocks_and_nothing_of_the_page(page: dict[str, Any]) -> None:
    for article, document in zip(page["article"], split_page(page), strict=True):
        told = [
            f"{block.kind}: {document.text[block.start : block.end]}" for block in document.blocks
        ]
        begun = [
            block[: len(wanted)] for block, wanted in zip(told, article["blocks"], strict=False)
        ]
        assert article["blocks"] == begun
        assert len(article["blocks"]) == len(told), told


@pytest.mark.parametrize("page", CASES, ids=[page["name"] for page in CASES])
def test_each_article_has_the_date_that_it_states_itself(page: dict[str, Any]) -> None:
    assert [article.get("published", "") for article in page["article"]] == [
        to_edtf(document.published.interval) if document.published else ""
        for document in split_page(page)
    ]


def test_articles_are_numbered_in_the_order_of_the_page() -> None:
    page = next(page for page in CASES if "three pasted" in page["name"])
    assert [1, 2, 3] == [document.source.position for document in split_page(page)]
