"""An invented day of reporting, for the tests of editor and writers.

Every kind of status and standing, disagreeing counts, and hostile strings.
"""

from dataclasses import replace
from datetime import UTC, date, datetime

from briefgen.model import Chronology, Event, Notice, Place, Precision, Standing, Status
from tests.writers.invented_documents import (
    BY_MAY,
    DENIAL,
    DOCUMENTS,
    DRONES,
    HOSTILE,
    IN_2029,
    MINUTES,
    NIGHT,
    OVERRIDE,
    POST,
    PROJECT,
    RAID,
    RTL,
    SINCE,
    day,
    hours,
    make_document,
    make_event,
    make_report,
    paragraph,
)


def _events() -> tuple[Event, ...]:
    office = ("Marl's harbour office", "say", "marl")
    raid = make_event(
        "Marl's harbour office said that 16 drones struck Vanna, setting two warehouses on fire",
        Standing.CORROBORATED,
        make_report(
            RAID,
            paragraph(RAID, 1),
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
            paragraph(DRONES, 1),
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
            paragraph(RAID, 2),
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
            paragraph(DRONES, 2),
            day(6),
            said="Thursday",
            who=("Kesh", "claim", "kesh"),
            theater="straits",
            topics=("sea",),
        ),
        make_report(
            DENIAL,
            paragraph(DENIAL, 1),
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
            paragraph(DENIAL, 3),
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
            paragraph(MINUTES, 3),
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
                paragraph(RAID, 5),
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
                paragraph(RAID, 3),
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
            make_report(DENIAL, paragraph(DENIAL, 4), day(10, 2), said="10 February"),
        ),
        make_event(
            "The relief column reached the upland villages",
            Standing.SINGLE_SOURCE,
            make_report(
                DRONES,
                paragraph(DRONES, 3),
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
                paragraph(MINUTES, 1),
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
                paragraph(MINUTES, 1),
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
                paragraph(MINUTES, 4),
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
            paragraph(MINUTES, 2),
            Standing.SINGLE_SOURCE,
            make_report(
                MINUTES,
                paragraph(MINUTES, 2),
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
                POST, paragraph(POST, 1), day(6), said="Thursday", theater="capital", topics=()
            ),
        ),
        make_event(
            "Talks are to resume in Ostrel on 7 Mar 2031",
            Standing.SINGLE_SOURCE,
            make_report(
                RAID,
                paragraph(RAID, 4),
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
                paragraph(DENIAL, 2),
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
                make_report(POST, paragraph(POST, 2), None, why="the article is undated"),
            ),
            make_event(
                f"A leaflet reading {OVERRIDE} was found",
                Standing.DISPUTED,
                make_report(POST, paragraph(POST, 3), None, why="the article is undated"),
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


VANNA = Place(name="Vanna", country="XM", lat=12.1, lon=-31.4)
STRAITS = Place(name="Tern Straits", lat=11.7, lon=-31.0, precision=Precision.REGION)
PLACED = {"Marl's harbour office": VANNA, "Power was cut": VANNA, "Kesh claimed": STRAITS}
"""What a headline begins with → where it happened: two events at one place, one in a region."""


def placed_day() -> Chronology:
    """The day with places that have points, so that there is a map."""
    full = invented_day()
    events = (
        replace(
            event,
            places=tuple(p for told, p in PLACED.items() if event.headline.startswith(told)),
        )
        for event in full.events
    )
    return replace(full, events=tuple(events))


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
