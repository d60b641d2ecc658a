"""An invented day of reporting in invented places, for the tests of editor and writers.

Every kind of status and standing, disagreeing counts, and hostile strings.
"""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from briefgen.knowledge.project import Mail, Party, Project, Theater, Topic
from briefgen.model import (
    Anchor,
    Attribution,
    Basis,
    Chronology,
    DateBasis,
    Dating,
    Document,
    Event,
    Expression,
    Grain,
    Interval,
    Mention,
    Notice,
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


def _paragraph(document: Document, number: int) -> str:
    return document.text.split("\n\n")[number]


def _events() -> tuple[Event, ...]:
    office = ("Marl's harbour office", "say", "marl")
    raid = make_event(
        "Marl's harbour office said that 16 drones struck Vanna, setting two warehouses on fire",
        Standing.CORROBORATED,
        make_report(
            RAID,
            _paragraph(RAID, 1),
            NIGHT,
            said="overnight",
            who=office,
            theater="north",
            topics=("air",),
            quantities=((16, "drone", "16 drones"), (2, "warehouse", "two warehouses")),
            place="Vanna",
        ),
        make_report(
            DRONES,
            _paragraph(DRONES, 1),
            NIGHT,
            said="night",
            who=office,
            theater="north",
            topics=("air",),
            quantities=((14, "drone", "14 drones"),),
            place="Vanna",
        ),
        why="same place, same night, same claimant",
    )
    power = make_event(
        "Power was cut in the eastern districts of Vanna",
        Standing.SINGLE_SOURCE,
        make_report(
            RAID,
            _paragraph(RAID, 2),
            hours(6, 6, 12),
            said="Thursday morning",
            theater="north",
            topics=("power",),
        ),
    )
    cutter = make_event(
        "Kesh claimed that its boats sank a Marl cutter in the Tern Straits",
        Standing.DENIED,
        make_report(
            DRONES,
            _paragraph(DRONES, 2),
            day(6),
            said="Thursday",
            who=("Kesh", "claim", "kesh"),
            theater="straits",
            topics=("sea",),
        ),
        make_report(
            DENIAL,
            _paragraph(DENIAL, 1),
            day(6),
            said="Thursday",
            who=("Marl's coast guard", "deny", "marl"),
            theater="straits",
            topics=("sea",),
        ),
        why="a claim and its denial",
    )
    exchange = make_event(
        "Both governments confirmed the exchange of 40 prisoners",
        Standing.CONFIRMED,
        make_report(
            DENIAL,
            _paragraph(DENIAL, 3),
            day(5),
            said="Wednesday",
            who=("Both governments", "confirm", None),
            topics=("talks",),
            quantities=((40, "prisoner", "40 prisoners"),),
        ),
    )
    pilots = make_event(
        "The pilots reported that the channel is clear",
        Standing.SINGLE_SOURCE,
        make_report(
            MINUTES,
            _paragraph(MINUTES, 3),
            day(5),
            said="Wednesday",
            who=("The pilots", "report", None),
            theater="straits",
            topics=("sea",),
        ),
    )
    return (
        make_event(
            "In 2029 the two republics signed the Tern accord",
            Standing.SINGLE_SOURCE,
            make_report(
                RAID,
                _paragraph(RAID, 5),
                IN_2029,
                said="2029",
                status=Status.BACKGROUND,
                theater="straits",
                topics=("talks",),
            ),
        ),
        make_event(
            "The ferry line to the Outer Isles has been suspended",
            Standing.SINGLE_SOURCE,
            make_report(
                RAID,
                _paragraph(RAID, 3),
                SINCE,
                said="November",
                status=Status.ONGOING,
                theater="isles",
                topics=("sea",),
            ),
        ),
        make_event(
            "A storage hall burned down in Sedge",
            Standing.SINGLE_SOURCE,
            make_report(DENIAL, _paragraph(DENIAL, 4), day(10, 2), said="10 February"),
        ),
        make_event(
            "The relief column reached the upland villages",
            Standing.SINGLE_SOURCE,
            make_report(
                DRONES,
                _paragraph(DRONES, 3),
                day(3),
                said="Monday",
                who=("the column's leader", "say", None),
                theater="uplands",
                topics=("relief",),
            ),
        ),
        make_event(
            "The pilots are to report on 5 Mar 2031",
            Standing.SINGLE_SOURCE,
            make_report(
                MINUTES,
                _paragraph(MINUTES, 1),
                day(5),
                said="Wednesday",
                status=Status.SCHEDULED,
                theater="straits",
                topics=("sea",),
            ),
            fulfilled=pilots.id,
        ),
        make_event(
            "The council is to publish its minutes on 4 Mar 2031",
            Standing.SINGLE_SOURCE,
            make_report(
                MINUTES,
                _paragraph(MINUTES, 1),
                day(4),
                said="Tuesday",
                status=Status.SCHEDULED,
                topics=("talks",),
            ),
        ),
        pilots,
        exchange,
        make_event(
            "Observers counted 23 lorries at the upland crossing, 17 on 5 Mar 2031",
            Standing.SINGLE_SOURCE,
            make_report(
                MINUTES,
                _paragraph(MINUTES, 4),
                hours(6, 8, 12),
                said="Thursday",
                who=("Observers", "count", "observers"),
                theater="uplands",
                topics=("relief",),
                quantities=((23, "lorry", "23 lorries"), (17, "lorry", "17")),
            ),
        ),
        raid,
        cutter,
        power,
        make_event(
            _paragraph(MINUTES, 2),
            Standing.SINGLE_SOURCE,
            make_report(
                MINUTES,
                _paragraph(MINUTES, 2),
                day(6),
                theater="straits",
                topics=("sea",),
                why="the article's own date: the sentence is past and names no other",
            ),
        ),
        make_event(
            f"Somebody posted {HOSTILE}",
            Standing.SINGLE_SOURCE,
            make_report(
                POST, _paragraph(POST, 1), day(6), said="Thursday", theater="capital", topics=()
            ),
        ),
        make_event(
            "Talks are to resume in Ostrel on 7 Mar 2031",
            Standing.SINGLE_SOURCE,
            make_report(
                RAID,
                _paragraph(RAID, 4),
                day(7),
                said="Friday",
                status=Status.SCHEDULED,
                theater="capital",
                topics=("talks",),
            ),
        ),
        make_event(
            "The grain quota must be settled by May 2031",
            Standing.SINGLE_SOURCE,
            make_report(
                DENIAL,
                _paragraph(DENIAL, 2),
                BY_MAY,
                said="May",
                status=Status.DEADLINE,
                who=("the port authority", "say", "marl"),
                topics=("talks",),
            ),
        ),
    )


def invented_day() -> Chronology:
    return Chronology(
        date=date(2031, 3, 6),
        cutoff=datetime(2031, 3, 6, 20, tzinfo=UTC),
        documents=DOCUMENTS,
        events=_events(),
        undated=(
            make_event(
                f"The spokesman's words were: {RTL}",
                Standing.SINGLE_SOURCE,
                make_report(POST, _paragraph(POST, 2), None, why="the article is undated"),
            ),
            make_event(
                f"A leaflet reading {OVERRIDE} was found",
                Standing.DISPUTED,
                make_report(POST, _paragraph(POST, 3), None, why="the article is undated"),
            ),
        ),
        notices=(
            Notice(
                stage="resolve",
                message="no date of its own: give `published` in a sidecar, or --published",
                document=POST.id,
            ),
            Notice(
                stage="read",
                message="not read: a binary file (PNG image); remove it, or export it as text",
                document="pictures/map.png",
            ),
        ),
    )


def one_event_day() -> Chronology:
    """A day on which one event is reported."""
    full = invented_day()
    power = next(event for event in full.events if event.headline.startswith("Power was cut"))
    return replace(full, documents=(RAID,), events=(power,), undated=(), notices=())


def large_day(events: int = 150) -> Chronology:
    """A day of many events over all theaters and topics, three sentences a document."""
    actors = ("The harbour office", "A relief convoy", "The grid operator", "The ferry line",
              "A patrol", "The upland council", "Kesh's ministry", "Two cutters")  # fmt: skip
    deeds = (
        "opened the eastern basin to {n} vessels after an inspection",
        "moved {n} families into the school at Sedge, where the kitchens had been made ready",
        "restored power to {n} streets and named a date for the rest of the district",
        (
            "counted {n} drones over the bay, fewer than in any night of the week before, "
            "and said that none had come down on land"
        ),
        "cancelled {n} crossings",
        "reported {n} lorries at the crossing",
    )
    documents, made = [], []
    for position in range(1, events // 3 + 2):
        numbers = range(3 * position - 2, min(3 * position, events) + 1)
        sentences = [
            f"{actors[n % len(actors)]} {deeds[n % len(deeds)].format(n=n)} on Thursday."
            for n in numbers
        ]
        if not sentences:
            continue
        document = make_document(
            f"Report {position} from the coast and the hills",
            sentences,
            publisher=f"Paper {position % 7}",
            published=day(6),
            position=position,
            url=f"https://paper{position % 7}.example/{position}",
        )
        documents.append(document)
        for n, sentence in zip(numbers, sentences, strict=True):
            status = Status.SCHEDULED if n % 17 == 0 else Status.OCCURRED
            when = day(8) if n % 17 == 0 else (day(3) if n % 5 == 0 else day(6))
            theaters = (*(theater.id for theater in PROJECT.theaters), None)
            made.append(
                make_event(
                    sentence.removesuffix(" on Thursday."),
                    Standing.SINGLE_SOURCE,
                    make_report(
                        document,
                        sentence,
                        when,
                        said="Thursday",
                        status=status,
                        theater=theaters[n % 7],
                        topics=(PROJECT.topics[n % 5].id,),
                        who=(actors[n % len(actors)], "say", None),
                    ),
                )
            )
    made.sort(key=lambda event: event.interval.order if event.interval else ())
    return replace(
        invented_day(), documents=tuple(documents), events=tuple(made), undated=(), notices=()
    )
