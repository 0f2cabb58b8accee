CREATE TABLE "channel" (
    "id" TEXT NOT NULL CONSTRAINT "pk_channel" PRIMARY KEY,
    "agency" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "sealed" TEXT NULL,
    "root" TEXT NOT NULL,
    "since" INTEGER NOT NULL,
    "is_paused" INTEGER NOT NULL,
    "made_at" INTEGER NOT NULL
);


CREATE TABLE "channel_action" (
    "id" TEXT NOT NULL CONSTRAINT "pk_channel_action" PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "agency" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "deed" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "target" TEXT NOT NULL
);


CREATE TABLE "delivery" (
    "channel_id" TEXT NOT NULL,
    "incident_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "next_at" INTEGER NOT NULL,
    "leased_until" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "fault" TEXT NULL,
    "status" INTEGER NULL,
    CONSTRAINT "pk_delivery" PRIMARY KEY ("channel_id", "incident_id", "key")
);


CREATE INDEX "ix_channel_agency" ON "channel" ("agency");


CREATE INDEX "ix_channel_action_agency_at" ON "channel_action" ("agency", "at");



-- Beyond EF Core's model from here on.

-- Who pointed an agency's notifications where is evidence: the file itself refuses to change or forget it.
CREATE TRIGGER channel_action_is_not_updated BEFORE UPDATE ON channel_action BEGIN SELECT RAISE(ABORT, 'The trace is append-only.'); END;
CREATE TRIGGER channel_action_is_not_deleted BEFORE DELETE ON channel_action BEGIN SELECT RAISE(ABORT, 'The trace is append-only.'); END;
-- REPLACE deletes without asking the triggers above.
CREATE TRIGGER channel_action_is_not_replaced BEFORE INSERT ON channel_action
WHEN EXISTS (SELECT 1 FROM channel_action WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'The trace is append-only.'); END;
