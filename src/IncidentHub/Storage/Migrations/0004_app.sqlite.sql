CREATE TABLE "acknowledgement" (
    "account_id" TEXT NOT NULL,
    "incident_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "deed" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_acknowledgement" PRIMARY KEY ("account_id", "incident_id", "key", "deed")
);



-- Beyond EF Core's model from here on.

-- Who had seen what, when, is evidence: the file itself refuses to change or forget it.
CREATE TRIGGER acknowledgement_is_not_updated BEFORE UPDATE ON acknowledgement BEGIN SELECT RAISE(ABORT, 'The trace is append-only.'); END;
CREATE TRIGGER acknowledgement_is_not_deleted BEFORE DELETE ON acknowledgement BEGIN SELECT RAISE(ABORT, 'The trace is append-only.'); END;
-- REPLACE deletes without asking the triggers above.
CREATE TRIGGER acknowledgement_is_not_replaced BEFORE INSERT ON acknowledgement
WHEN EXISTS (SELECT 1 FROM acknowledgement WHERE account_id = NEW.account_id AND incident_id = NEW.incident_id AND key = NEW.key AND deed = NEW.deed)
BEGIN SELECT RAISE(ABORT, 'The trace is append-only.'); END;
