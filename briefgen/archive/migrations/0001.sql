-- The first shape of the archive. Moments are seconds since 1970 (UTC); bodies are JSON.

CREATE TABLE documents (
    id TEXT PRIMARY KEY,            -- 12 hexadecimal digits from title, text and publisher
    digest TEXT NOT NULL,           -- SHA-256 of the file that it was read from
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    source TEXT NOT NULL            -- path, position, format, publisher, url, origin
);

CREATE TABLE reports (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,    -- of the body: one reading of one stretch of a document
    document TEXT NOT NULL REFERENCES documents (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX reports_document ON reports (document);

CREATE TABLE editions (
    id INTEGER PRIMARY KEY,
    number INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    day TEXT NOT NULL,              -- the day briefed
    period TEXT NOT NULL,
    cutoff TEXT NOT NULL,
    digest TEXT NOT NULL,           -- of what it says, its revision left out
    briefing BLOB NOT NULL,         -- the Briefing as issued: JSON, deflated
    UNIQUE (number, revision)
);
CREATE INDEX editions_day ON editions (day, revision);

CREATE TABLE edition_documents (
    edition INTEGER NOT NULL REFERENCES editions (id),
    number INTEGER NOT NULL,        -- of the source, in that edition
    document TEXT NOT NULL REFERENCES documents (id),
    published TEXT,                 -- how it was dated then
    PRIMARY KEY (edition, number)
) WITHOUT ROWID;

CREATE TABLE events (               -- the state of an event in an edition
    id INTEGER PRIMARY KEY,
    edition INTEGER NOT NULL REFERENCES editions (id),
    place INTEGER NOT NULL,         -- in the order of the edition's chronology
    lineage TEXT NOT NULL REFERENCES lineages (lineage),
    event TEXT NOT NULL,
    number INTEGER NOT NULL,        -- of the entry
    headline TEXT NOT NULL,
    status TEXT NOT NULL,
    standing TEXT NOT NULL,
    mark TEXT NOT NULL,
    expires REAL,
    body TEXT NOT NULL,             -- interval, theater, topics, places, shifts and the rest
    UNIQUE (edition, place)
);
CREATE INDEX events_lineage ON events (lineage, edition);
CREATE INDEX events_event ON events (event);

CREATE TABLE event_reports (
    event INTEGER NOT NULL REFERENCES events (id),
    rank INTEGER NOT NULL,          -- best first
    report INTEGER NOT NULL REFERENCES reports (id),
    PRIMARY KEY (event, rank)
) WITHOUT ROWID;
CREATE INDEX event_reports_report ON event_reports (report);

CREATE TABLE lineages (             -- one happening, whatever its id became
    id INTEGER PRIMARY KEY,
    lineage TEXT NOT NULL UNIQUE,
    first INTEGER NOT NULL,         -- number of the first edition that told it
    latest INTEGER REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED,
    day TEXT NOT NULL,              -- of the edition of the latest state
    open INTEGER NOT NULL,          -- whether it was going on or ahead when last told
    theater TEXT,
    topic TEXT,                     -- its home, the first
    earliest REAL,
    until REAL
);
CREATE INDEX lineages_day ON lineages (day);
CREATE INDEX lineages_open ON lineages (day) WHERE open;
CREATE INDEX lineages_earliest ON lineages (earliest);
CREATE INDEX lineages_until ON lineages (until);

-- What search finds: the latest state of each lineage; `filed` holds keys of theater, topics and
-- months, so that words and filters are met in one index.
CREATE VIRTUAL TABLE words USING fts5 (
    headline, quotes, places, filed, tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE corrections (
    id INTEGER PRIMARY KEY,
    edition INTEGER NOT NULL REFERENCES editions (id),
    lineage TEXT NOT NULL REFERENCES lineages (lineage),
    headline TEXT NOT NULL,
    wrong_in INTEGER NOT NULL,
    shifts TEXT NOT NULL,
    why TEXT NOT NULL
);
CREATE INDEX corrections_edition ON corrections (edition);

CREATE TABLE deliveries (           -- an edition to one recipient by one channel, once
    id INTEGER PRIMARY KEY,
    edition INTEGER NOT NULL REFERENCES editions (id),
    channel TEXT NOT NULL,          -- smtp, wiki
    recipient TEXT NOT NULL,
    message_id TEXT,
    state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'deferred', 'refused', 'unknown')),
    attempts INTEGER NOT NULL DEFAULT 0,
    reply TEXT,                     -- the last thing that the other side said
    at TEXT,                        -- when the state was reached
    sent BLOB,                      -- exactly what was sent, deflated
    UNIQUE (edition, channel, recipient)
);
