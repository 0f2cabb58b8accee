CREATE TABLE "deadline" (
    "incident_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "due" INTEGER NOT NULL,
    CONSTRAINT "pk_deadline" PRIMARY KEY ("incident_id", "subject")
);


CREATE INDEX "ix_deadline_due" ON "deadline" ("due");



-- Beyond EF Core's model from here on.

-- What runs is in the entries' bodies, which SQL can't read: Rooms/DeadlineWatch writes the rows of an incident that has this one.
INSERT INTO deadline (incident_id, subject, due) SELECT incident_id, '', 0 FROM incident;
