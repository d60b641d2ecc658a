"""Telegram exports: each message with words a document; what is passed over is counted."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from briefgen.readers import Reading, ReadOptions, read_bytes

OPTIONS = ReadOptions(zone=UTC)


def message(number: int, text: Any, **more: str) -> dict[str, Any]:
    stamp = {"date": "2024-07-18T12:00:00", "date_unixtime": "1721293200"}
    return {"id": number, "type": "message", "from": "Watch", "text": text, **stamp, **more}


def chat(*messages: dict[str, Any], kind: str = "public_channel") -> dict[str, Any]:
    return {"name": "Watch", "type": kind, "id": 1700, "messages": list(messages)}


def read_export(raw: Any, name: str = "result.json") -> Reading:
    return read_bytes(json.dumps(raw).encode(), name, OPTIONS)


def test_a_message_gives_its_words_its_second_and_its_address() -> None:
    parts = ["The depot ", {"type": "bold", "text": "burned"}, ".\nA second line\n\nA third."]
    (document,) = read_export(chat(message(7, parts)), "anything.json").documents
    assert document.text == "The depot burned.\n\nA second line\n\nA third."
    assert document.published is not None
    assert document.published.interval.start == datetime(2024, 7, 18, 9, tzinfo=UTC)
    assert document.published.basis.value == "message"
    assert (document.source.publisher, document.source.url, document.source.format) == (
        "Watch",
        "https://t.me/c/1700/7",
        "telegram",
    )


def test_an_export_before_unix_times_gives_its_local_times() -> None:
    old = message(1, "The depot burned.")
    del old["date_unixtime"]
    (document,) = read_export(chat(old)).documents
    assert document.published is not None
    assert document.published.interval.start == datetime(2024, 7, 18, 12, tzinfo=UTC)


def test_what_is_passed_on_is_its_writers_and_its_own_date_goes_first() -> None:
    text = "HARROW, July 16, 2024 (Wire) — The depot burned on Tuesday."
    (document,) = read_export(chat(message(1, text, forwarded_from="Wire"))).documents
    assert document.source.publisher == "Wire"
    assert document.published is not None
    assert document.published.basis.value == "dateline"
    (document,) = read_export(
        chat(message(1, "The depot burned.", forwarded_from="Wire"))
    ).documents
    assert document.published is not None
    assert document.published.why.startswith("the export says that it was passed on from Wire")


def test_an_edit_bounds_a_message_and_is_told() -> None:
    reading = read_export(chat(message(1, "The depot burned.", edited_unixtime="1721296800")))
    (document,) = reading.documents
    assert document.bounds[0].latest == datetime(2024, 7, 18, 10, 0, 1, tzinfo=UTC)
    assert "1 message edited after sending" in reading.notices[0].message


def test_what_has_no_words_is_counted() -> None:
    service = {"id": 1, "type": "service", "date": "2024-07-18T12:00:00", "text": ""}
    reading = read_export(chat(service, message(2, ""), message(3, [None, {}]), message(4, "One.")))
    assert len(reading.documents) == 1
    assert reading.notices[0].message.endswith(
        "Watch: left out: 1 × service message, 2 × message without words"
    )


def test_a_whole_account_gives_all_its_chats() -> None:
    account = {
        "about": "All that you asked for",
        "chats": {
            "list": [chat(message(1, "One.")), {"name": "Empty", "type": "x", "messages": []}]
        },
        "left_chats": {"list": [chat(message(1, "Two."), kind="personal_chat")]},
    }
    documents = read_export(account).documents
    assert [document.text for document in documents] == ["One.", "Two."]
    assert documents[1].source.url is None


@pytest.mark.parametrize(
    "raw",
    [
        {"type": "x", "messages": "none"},
        {"type": "x", "messages": [3]},
        {"chats": {"list": 3}},
        {"chats": [1]},
        {"messages": [{"id": 1}]},
    ],
)
def test_json_of_another_shape_is_no_export(raw: Any) -> None:
    reading = read_export(raw)
    assert reading.documents == ()
    assert "no event notes" in reading.notices[0].message


def test_broken_messages_hurt_no_other() -> None:
    broken: list[Any] = [
        None,
        3,
        {"id": []},
        message(1, {"a": 1}),
        message(2, "x", date_unixtime="no"),
    ]
    reading = read_export(chat(message(9, "One."), *broken))
    assert next(document.text for document in reading.documents) == "One."
    assert "broken message" in reading.notices[0].message


PAGE = """<!DOCTYPE html><html><body><div class="page_header"><div class="text">Watch</div></div>
<div class="history"><div class="message service" id="message-1"><div class="body details">18 July
2024</div></div><div class="message default clearfix" id="message7"><div class="body"><div
class="pull_right date details" title="18.07.2024 12:00:00 UTC+03:00">12:00</div><div
class="from_name">Ann</div><div class="text">The <b>depot</b> burned.<br>A second
line.</div></div></div>{more}</div></body></html>"""
FORWARDED = """<div class="message default clearfix joined" id="message8"><div class="body"><div
class="pull_right date details" title="18.07.2024 13:00:00 UTC+03:00">13:00</div><div
class="forwarded body"><div class="from_name">Wire <span class="date details"
title="16.07.2024 09:00:00 UTC+03:00">16.07.2024</span></div><div class="text">The port reopened
yesterday.</div></div></div></div><div class="message default clearfix joined" id="message9"><div
class="body"><div class="media_wrap"></div></div></div>"""


def test_a_chat_saved_as_a_page_gives_its_messages_with_their_seconds() -> None:
    reading = read_bytes(PAGE.format(more=FORWARDED).encode(), "messages.html", OPTIONS)
    first, second = reading.documents
    assert first.text == "The depot burned.\n\nA second line."
    assert first.published is not None
    assert first.published.interval.start == datetime(2024, 7, 18, 9, tzinfo=UTC)
    assert (first.source.publisher, first.source.format) == ("Ann", "telegram")
    assert second.published is not None
    assert second.published.interval.start == datetime(2024, 7, 16, 6, tzinfo=UTC)
    assert second.source.publisher == "Wire"
    assert "Watch: left out: 1 × message without words" in reading.notices[0].message
