"""Chats saved as text or JSON: each message of its own moment and writer."""

import json
from datetime import UTC
from typing import Any

import pytest

from briefgen.model import to_edtf
from briefgen.readers import Reading, ReadOptions, read_bytes

OPTIONS = ReadOptions(zone=UTC)
TOLD = [
    ("Ann (north)", "Alca stopped in mid-strait\n\nshe has 120 on board", "2031-07-18T21:14:00Z"),
    ("tomv", "Tow arrived at 05:30.", "2031-07-19T07:02:00Z"),
]


def messages(reading: Reading) -> list[tuple[str | None, str, str]]:
    return [
        (
            document.source.publisher,
            document.text.strip(),
            to_edtf(document.published.interval) if document.published else "",
        )
        for document in reading.documents
    ]


TEXTS = {
    "iOS": """[18/07/2031, 21:13:00] Ann (north): Messages and calls are end-to-end encrypted.
[18/07/2031, 21:14:00] Ann (north): Alca stopped in mid-strait
she has 120 on board
[18/07/2031, 21:15:00] tomv: ‎image omitted
[19/07/2031, 07:02:00] tomv: Tow arrived at 05:30.
""",
    "Android": """18/07/2031, 21:13 - Messages and calls are end-to-end encrypted.
18/07/2031, 21:14 - Ann (north): Alca stopped in mid-strait
she has 120 on board
18/07/2031, 21:15 - tomv: <Media omitted>
19/07/2031, 07:02 - tomv: Tow arrived at 05:30.
""",
    "American": """7/18/31, 9:13 PM - Messages and calls are end-to-end encrypted.
7/18/31, 9:14 PM - Ann (north): Alca stopped in mid-strait
she has 120 on board
7/18/31, 9:15 PM - tomv: This message was deleted
7/19/31, 7:02 AM - tomv: Tow arrived at 05:30.
""",
    "German": """18.07.31, 21:13 - Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.
18.07.31, 21:14 - Ann (north): Alca stopped in mid-strait
she has 120 on board
18.07.31, 21:15 - tomv: <Medien ausgeschlossen>
19.07.31, 07:02 - tomv: Tow arrived at 05:30.
""",
    "Discord": """==============================
Guild: Sund Watch
==============================

[07/18/2031 9:14 PM] Ann (north)
Alca stopped in mid-strait
she has 120 on board

[07/18/2031 9:15 PM] Ann (north)

[07/19/2031 7:02 AM] tomv
Tow arrived at 05:30.

==============================
Exported 3 message(s)
==============================
""",
}


@pytest.mark.parametrize("style", TEXTS)
@pytest.mark.parametrize("name", ["chat.txt", "chat"])
def test_a_saved_chat_is_read_message_by_message(style: str, name: str) -> None:
    reading = read_bytes(TEXTS[style].encode(), name, OPTIONS)
    assert TOLD == messages(reading)
    assert all(" no words of anybody, left out" in notice.message for notice in reading.notices)
    assert len(reading.notices) == 1


def test_where_nothing_tells_day_and_month_apart_messages_stay_undated_and_are_told() -> None:
    text = "".join(f"[0{n}/07/2031, 21:14:00] Ann: Tug {n} sailed\n" for n in range(1, 5))
    reading = read_bytes(text.encode(), "chat.txt", OPTIONS)
    assert ["", "", "", ""] == [when for _, _, when in messages(reading)]
    assert "4 messages such as that of 01/07/2031 stay undated" in reading.notices[0].message
    told = ReadOptions(zone=UTC, date_order="dmy")
    dated = messages(read_bytes(text.encode(), "chat.txt", told))
    assert "2031-07-04T21:14:00Z" == dated[-1][2]


@pytest.mark.parametrize(
    "text",
    [
        "Log of the week\n\n18/07/2031, 21:14 - the tug sailed.\n\nNobody else did, he said.\n",
        "A text that says [18/07/2031, 21:14:00] in its midst.\n\nAnd again.\n\nAnd again.\n",
        "22:15 The ferry is late.\n23:10 The ferry is here.\n23:50 The ferry is gone.\n",
    ],
)
def test_another_text_is_no_chat(text: str) -> None:
    formats = {one.source.format for one in read_bytes(text.encode(), "a.txt", OPTIONS).documents}
    assert {"text"} == formats


SLACK = [
    {
        "type": "message",
        "user_profile": {"real_name": "Ann (north)"},
        "ts": "1942175640.000200",
        "text": "Alca stopped in mid-strait\nshe has 120 on board",
    },
    {
        "type": "message",
        "subtype": "channel_join",
        "text": "<@U1> has joined",
        "ts": "1942175700.000100",
    },
    {
        "type": "message",
        "user": "tomv",
        "ts": "1942210920.000300",
        "text": "Tow <https://example.org/x|arrived> at 05:30.",
    },
]
DISCORD = {
    "guild": {"name": "Sund Watch"},
    "channel": {"name": "incidents"},
    "messages": [
        {
            "timestamp": "2031-07-18T21:14:00.123+00:00",
            "author": {"name": "a", "nickname": "Ann (north)"},
            "content": "Alca stopped in mid-strait\nshe has 120 on board",
        },
        {"timestamp": "2031-07-18T21:15:00+00:00", "author": {"name": "b"}, "content": ""},
        {
            "timestamp": "2031-07-19T07:02:00+00:00",
            "author": {"name": "tomv"},
            "content": "Tow arrived at 05:30.",
        },
    ],
}


@pytest.mark.parametrize(
    "raw", [SLACK, {"messages": SLACK}, DISCORD], ids=["list", "table", "discord"]
)
def test_the_json_of_a_chat_is_read_message_by_message(raw: Any) -> None:
    reading = read_bytes(json.dumps(raw).encode(), "channel.json", OPTIONS)
    assert TOLD == messages(reading)
    assert ["channel.json: 1 message has no words of anybody, left out"] == [
        notice.message for notice in reading.notices
    ]


@pytest.mark.parametrize("raw", [[{"ts": "x", "text": "Tug."}], {"messages": []}, [], [1, 2]])
def test_other_json_is_no_chat(raw: Any) -> None:
    reading = read_bytes(json.dumps(raw).encode(), "a.json", OPTIONS)
    assert all(document.source.format != "chat" for document in reading.documents)
