CREATE TABLE "calendar_link" (
    "account_id" TEXT NOT NULL CONSTRAINT "pk_calendar_link" PRIMARY KEY,
    "token_hash" BLOB NOT NULL,
    "made_at" INTEGER NOT NULL
);


CREATE UNIQUE INDEX "ix_calendar_link_token_hash" ON "calendar_link" ("token_hash");
