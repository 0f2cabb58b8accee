CREATE TABLE "citation" (
    "incident_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "cited" TEXT NOT NULL,
    CONSTRAINT "pk_citation" PRIMARY KEY ("incident_id", "number", "cited")
);


CREATE TABLE "command" (
    "incident_id" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "command_id" TEXT NOT NULL,
    "content_hash" BLOB NOT NULL,
    "number" INTEGER NOT NULL,
    CONSTRAINT "pk_command" PRIMARY KEY ("incident_id", "actor", "command_id")
);


CREATE TABLE "entry" (
    "incident_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "recorded_at" INTEGER NOT NULL,
    "hash_version" INTEGER NOT NULL,
    "commitment" BLOB NOT NULL,
    "previous_hash" BLOB NOT NULL,
    "hash" BLOB NOT NULL,
    CONSTRAINT "pk_entry" PRIMARY KEY ("incident_id", "number")
);


CREATE TABLE "entry_body" (
    "incident_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "salt" BLOB NOT NULL,
    "body" BLOB NOT NULL,
    CONSTRAINT "pk_entry_body" PRIMARY KEY ("incident_id", "number")
);


CREATE TABLE "incident" (
    "incident_id" TEXT NOT NULL CONSTRAINT "pk_incident" PRIMARY KEY,
    "reference" TEXT NOT NULL,
    "reference_key" BLOB NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" BLOB NOT NULL
);


CREATE TABLE "member" (
    "incident_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    CONSTRAINT "pk_member" PRIMARY KEY ("incident_id", "person_id")
);


CREATE TABLE "timeline" (
    "incident_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "tlp" INTEGER NOT NULL,
    "audience" TEXT NOT NULL,
    "recipients" TEXT NOT NULL,
    CONSTRAINT "pk_timeline" PRIMARY KEY ("incident_id", "number")
);


CREATE INDEX "ix_citation_incident_id_cited" ON "citation" ("incident_id", "cited");


CREATE UNIQUE INDEX "ix_incident_reference" ON "incident" ("reference");


CREATE INDEX "ix_member_person_id" ON "member" ("person_id");


CREATE UNIQUE INDEX "ix_timeline_incident_id_reference" ON "timeline" ("incident_id", "reference");



-- Beyond EF Core's model from here on.

-- The words come cut and folded from Log/Tokenizer; of all of FTS5's tokenizers only ascii leaves letters beyond ASCII as they are.
CREATE VIRTUAL TABLE timeline_text USING fts5(incident UNINDEXED, number UNINDEXED, words, tokenize = 'ascii');

-- SQLite has no rights to withhold, so the file itself refuses: an entry is never changed and never removed.
CREATE TRIGGER entry_is_not_updated BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'The log is append-only.'); END;
CREATE TRIGGER entry_is_not_deleted BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'The log is append-only.'); END;
CREATE TRIGGER entry_body_is_not_updated BEFORE UPDATE ON entry_body BEGIN SELECT RAISE(ABORT, 'The log is append-only.'); END;
CREATE TRIGGER entry_body_is_not_deleted BEFORE DELETE ON entry_body BEGIN SELECT RAISE(ABORT, 'The log is append-only.'); END;
-- REPLACE deletes without asking the triggers above.
CREATE TRIGGER entry_is_not_replaced BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM entry WHERE incident_id = NEW.incident_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'The log is append-only.'); END;
CREATE TRIGGER entry_body_is_not_replaced BEFORE INSERT ON entry_body
WHEN EXISTS (SELECT 1 FROM entry_body WHERE incident_id = NEW.incident_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'The log is append-only.'); END;
