ALTER TABLE "account" ADD COLUMN "time_zone" TEXT NULL;


CREATE TABLE "admin_action" (
    "id" TEXT NOT NULL CONSTRAINT "pk_admin_action" PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "account_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "deed" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" TEXT NULL,
    "after" TEXT NULL,
    "since" INTEGER NULL
);


CREATE INDEX "ix_admin_action_at" ON "admin_action" ("at");



-- Beyond EF Core's model from here on.

-- As with the log: the file itself refuses to change what an administrator did, or to forget it.
CREATE TRIGGER admin_action_is_not_updated BEFORE UPDATE ON admin_action BEGIN SELECT RAISE(ABORT, 'The trace is append-only.'); END;
CREATE TRIGGER admin_action_is_not_deleted BEFORE DELETE ON admin_action BEGIN SELECT RAISE(ABORT, 'The trace is append-only.'); END;
-- REPLACE deletes without asking the triggers above.
CREATE TRIGGER admin_action_is_not_replaced BEFORE INSERT ON admin_action
WHEN EXISTS (SELECT 1 FROM admin_action WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'The trace is append-only.'); END;
