-- The letters of an edition differ in their headers alone: a body that many get is kept once.

CREATE TABLE parcels (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,    -- of the body
    data BLOB NOT NULL              -- the body, deflated
);

ALTER TABLE deliveries ADD COLUMN parcel INTEGER REFERENCES parcels (id);   -- what follows `sent`
