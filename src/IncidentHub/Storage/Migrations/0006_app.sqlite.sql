CREATE TABLE "wall" (
    "id" TEXT NOT NULL CONSTRAINT "pk_wall" PRIMARY KEY,
    "secret_hash" BLOB NOT NULL,
    "address" TEXT NOT NULL,
    "made_at" INTEGER NOT NULL,
    "seen_at" INTEGER NOT NULL,
    "build" TEXT NULL,
    "code_hash" BLOB NULL,
    "code_until" INTEGER NOT NULL,
    "was_released" INTEGER NOT NULL,
    "wall" TEXT NOT NULL,
    "name" TEXT NULL,
    "place" TEXT NULL,
    "agency" TEXT NULL,
    "agency_name" TEXT NULL,
    "incidents" TEXT NOT NULL,
    "until" INTEGER NULL,
    "paired_at" INTEGER NULL,
    "paired_by" TEXT NULL
);


CREATE UNIQUE INDEX "ix_wall_code_hash" ON "wall" ("code_hash");


CREATE UNIQUE INDEX "ix_wall_secret_hash" ON "wall" ("secret_hash");


CREATE UNIQUE INDEX "ix_wall_wall" ON "wall" ("wall");
