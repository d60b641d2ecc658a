"""Invented documents of invented places, and what makes reports and events of their sentences."""

import hashlib
from datetime import UTC, date, datetime, timedelta

from briefgen.knowledge.mail import Mail
from briefgen.knowledge.project import Party, Project, Theater, Topic
from briefgen.model import (
    Anchor,
    Attribution,
    Basis,
    DateBasis,
    Dating,
    Document,
    Event,
    Expression,
    Grain,
    Interval,
    Mention,
    Place,
    Quantity,
    Report,
    Source,
    Standing,
    Status,
    TimexType,
    civil_day,
    month_start,
)

HOSTILE = '<script>alert("x")</script> & *_[x](y)| `code` $1^2 {{ 7*7 }} http://evil.example/?a=b'
RTL = "قال المتحدث إن الميناء مفتوح"
OVERRIDE = "\u202edesrever\u202c \x07bell"

PROJECT = Project(
    title="Marl Sea Daily Brief",
    note="SAMPLE — every event below is invented to show the layout.",
    epoch="2031-01-01",
    theaters=(
        Theater(id="north", name="North Shore", weight=1.2),
        Theater(id="straits", name="Tern Straits", weight=1.5),
        Theater(id="uplands", name="Kesh Uplands"),
        Theater(id="salt", name="Salt Coast"),
        Theater(id="capital", name="Ostrel and the capital district", weight=0.8),
        Theater(id="isles", name="Outer Isles"),
    ),
    topics=(
        Topic(id="air", name="Air raids", weight=1.3),
        Topic(id="sea", name="Shipping and ports", weight=1.2),
        Topic(id="talks", name="Talks"),
        Topic(id="relief", name="Relief and shelter"),
        Topic(id="power", name="Energy"),
    ),
    parties=(
        Party(id="marl", name="Marl"),
        Party(id="kesh", name="Kesh"),
        Party(id="observers", name="Observers", side=False),
    ),
    mail=Mail(
        sender="desk@brief.example",
        recipients=("reader@brief.example", "Ä. Leser <leser@brief.example>"),
        subject="[{title}] {date}: {events} events",
    ),
)


def day(number: int, month: int = 3) -> Interval:
    return civil_day(date(2031, month, number), UTC)


def hours(number: int, first: int, last: int) -> Interval:
    start = datetime(2031, 3, number, first, tzinfo=UTC)
    return Interval(start=start, end=start + timedelta(hours=last - first), grain=Grain.HOUR)


NIGHT = Interval(
    start=datetime(2031, 3, 5, 18, tzinfo=UTC),
    end=datetime(2031, 3, 6, 6, tzinfo=UTC),
    grain=Grain.PART,
)
SINCE = Interval(start=month_start(2030, 11, UTC), end=None, grain=Grain.MONTH)
BY_MAY = Interval(start=None, end=month_start(2031, 6, UTC), grain=Grain.MONTH)
IN_2029 = Interval(start=month_start(2029, 1, UTC), end=month_start(2030, 1, UTC), grain=Grain.YEAR)

PLACES = {
    "Vanna": Place(name="Vanna", admin1="North Shore", country="XM"),
    "Tern": Place(name="Tern", admin1="Tern Straits", country="XM"),
}


def make_document(
    title: str,
    sentences: list[str],
    *,
    publisher: str | None,
    published: Interval | None,
    path: str = "week.txt",
    position: int = 1,
    url: str | None = None,
) -> Document:
    text = "\n\n".join([title, *sentences])
    return Document(
        id=hashlib.sha256(text.encode()).hexdigest()[:12],
        title=title,
        text=text,
        blocks=(),
        sentences=(),
        language="en",
        source=Source(
            path=path,
            position=position,
            format="text",
            digest="0" * 64,
            publisher=publisher,
            url=url,
        ),
        published=Dating(
            interval=published, basis=Basis.SIDECAR, why="the sidecar week.meta.yaml dates it"
        )
        if published
        else None,
    )


DOCUMENTS = (
    make_document(
        "Raid on Vanna harbour",
        [
            (
                "Marl's harbour office said that 16 drones struck Vanna overnight, "
                "setting two warehouses on fire."
            ),
            "Power was cut in the eastern districts of Vanna on Thursday morning.",
            "The ferry line to the Outer Isles has been suspended since November.",
            "Talks are to resume in Ostrel on Friday.",
            "In 2029 the two republics signed the Tern accord.",
        ],
        publisher="Vanna Courier",
        published=day(6),
        url="https://courier.example/raid?id=1&x=<2>",
    ),
    make_document(
        "Drones over the harbour",
        [
            "Marl's harbour office counted 14 drones in the night raid on Vanna.",
            "Kesh claimed that its boats sank a Marl cutter in the Tern Straits on Thursday.",
            "The relief column reached the upland villages on Monday, the column's leader said.",
        ],
        publisher="Straits Telegraph",
        published=day(6),
        position=2,
        url="https://telegraph.example/drones",
    ),
    make_document(
        "Coast guard denies loss",
        [
            "Marl's coast guard denied on Thursday that any cutter had been lost.",
            "The grain quota must be settled by May, the port authority said.",
            "Both governments confirmed the exchange of 40 prisoners on Wednesday.",
            "A storage hall burned down in Sedge on 10 February.",
        ],
        publisher="Vanna Courier",
        published=day(6),
        position=3,
    ),
    make_document(
        HOSTILE,
        [
            f"Somebody posted {HOSTILE} on Thursday.",
            f"The spokesman's words were: {RTL}.",
            f"A leaflet reading {OVERRIDE} was found.",
        ],
        publisher=None,
        published=None,
        path="notes.md",
        url="javascript:alert(1)",
    ),
    make_document(
        "Minutes of the port council",
        [
            "The council met on Tuesday and the pilots were to report on Wednesday.",
            "The harbour bridge was reopened to lorries of up to twelve tonnes "
            + "after the engineers had inspected each of its nine spans, " * 5
            + "and the council thanked them.",
            "The pilots reported on Wednesday that the channel is clear.",
            (
                "Observers counted 23 lorries at the upland crossing on Thursday; "
                "the day before there had been 17."
            ),
        ],
        publisher="Port Council of Tern",
        published=day(6),
        path="minutes.html",
        url="https://council.example/minutes",
    ),
)
RAID, DRONES, DENIAL, POST, MINUTES = DOCUMENTS


def make_mention(said: str, quote: str, start: int, interval: Interval | None) -> Mention:
    at = start + quote.index(said)
    return Mention(
        start=at,
        end=at + len(said),
        text=said,
        rule="invented",
        expression=Expression(type=TimexType.DATE, value="UNDEF"),
        value="2031-03-06",
        interval=interval,
        anchor=Anchor.PUBLICATION if interval else Anchor.NONE,
        why="counted from the article's date",
    )


def make_report(
    document: Document,
    quote: str,
    interval: Interval | None,
    *,
    said: str | None = None,
    why: str = "past, counted from the article of 6 Mar 2031",
    status: Status = Status.OCCURRED,
    who: tuple[str, str, str | None] | None = None,
    theater: str | None = None,
    topics: tuple[str, ...] = (),
    quantities: tuple[tuple[float, str, str], ...] = (),
    place: str | None = None,
) -> Report:
    start = document.text.index(quote)
    return Report(
        document=document.id,
        start=start,
        end=start + len(quote),
        quote=quote,
        interval=interval,
        basis=DateBasis.EXPRESSION if interval else DateBasis.NONE,
        why=why,
        mention=make_mention(said, quote, start, interval) if said else None,
        mentions=(make_mention(said, quote, start, interval),) if said else (),
        status=status,
        attribution=Attribution(who=who[0], verb=who[1], said=who[1], party=who[2])
        if who
        else None,
        places=(PLACES[place],) if place else (),
        topics=topics,
        theater=theater,
        quantities=tuple(Quantity(value=v, unit=u, text=t) for v, u, t in quantities),
    )


def make_event(
    headline: str, standing: Standing, *reports: Report, why: str = "", fulfilled: str | None = None
) -> Event:
    best = reports[0]
    seed = best.document + best.quote + headline
    return Event(
        id=hashlib.sha256(seed.encode()).hexdigest()[:12],
        headline=headline,
        status=best.status,
        standing=standing,
        interval=best.interval,
        theater=best.theater,
        topics=best.topics,
        places=best.places,
        reports=reports,
        why=why,
        fulfilled_by=fulfilled,
    )


def paragraph(document: Document, number: int) -> str:
    return document.text.split("\n\n")[number]
