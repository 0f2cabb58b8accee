CREATE TABLE "account" (
    "id" TEXT NOT NULL CONSTRAINT "pk_account" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "seated_at" TEXT NULL,
    "is_disabled" INTEGER NOT NULL,
    "user_name" TEXT NULL,
    "normalized_user_name" TEXT NULL,
    "email" TEXT NULL,
    "normalized_email" TEXT NULL,
    "email_confirmed" INTEGER NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NULL,
    "concurrency_stamp" TEXT NULL,
    "phone_number" TEXT NULL,
    "phone_number_confirmed" INTEGER NOT NULL,
    "two_factor_enabled" INTEGER NOT NULL,
    "lockout_end" TEXT NULL,
    "lockout_enabled" INTEGER NOT NULL,
    "access_failed_count" INTEGER NOT NULL
);


CREATE TABLE "agency" (
    "code" TEXT NOT NULL CONSTRAINT "pk_agency" PRIMARY KEY,
    "mark" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL
);


CREATE TABLE "draft" (
    "account_id" TEXT NOT NULL,
    "incident_id" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "saved_at" INTEGER NOT NULL,
    CONSTRAINT "pk_draft" PRIMARY KEY ("account_id", "incident_id", "form")
);


CREATE TABLE "key" (
    "name" TEXT NOT NULL CONSTRAINT "pk_key" PRIMARY KEY,
    "xml" TEXT NOT NULL
);


CREATE TABLE "session" (
    "id" TEXT NOT NULL CONSTRAINT "pk_session" PRIMARY KEY,
    "account_id" TEXT NOT NULL,
    "started_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL
);


CREATE TABLE "sight" (
    "id" TEXT NOT NULL CONSTRAINT "pk_sight" PRIMARY KEY,
    "account_id" TEXT NOT NULL,
    "incident_id" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "seen_at" INTEGER NOT NULL
);


CREATE TABLE "account_claim" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_account_claim" PRIMARY KEY AUTOINCREMENT,
    "user_id" TEXT NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL,
    CONSTRAINT "fk_account_claim_account_user_id" FOREIGN KEY ("user_id") REFERENCES "account" ("id") ON DELETE CASCADE
);


CREATE TABLE "account_login" (
    "login_provider" TEXT NOT NULL,
    "provider_key" TEXT NOT NULL,
    "provider_display_name" TEXT NULL,
    "user_id" TEXT NOT NULL,
    CONSTRAINT "pk_account_login" PRIMARY KEY ("login_provider", "provider_key"),
    CONSTRAINT "fk_account_login_account_user_id" FOREIGN KEY ("user_id") REFERENCES "account" ("id") ON DELETE CASCADE
);


CREATE TABLE "account_token" (
    "user_id" TEXT NOT NULL,
    "login_provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NULL,
    CONSTRAINT "pk_account_token" PRIMARY KEY ("user_id", "login_provider", "name"),
    CONSTRAINT "fk_account_token_account_user_id" FOREIGN KEY ("user_id") REFERENCES "account" ("id") ON DELETE CASCADE
);


CREATE INDEX "email_index" ON "account" ("normalized_email");


CREATE UNIQUE INDEX "user_name_index" ON "account" ("normalized_user_name");


CREATE INDEX "ix_account_claim_user_id" ON "account_claim" ("user_id");


CREATE INDEX "ix_account_login_user_id" ON "account_login" ("user_id");


CREATE INDEX "ix_session_account_id" ON "session" ("account_id");


CREATE INDEX "ix_session_ended_at" ON "session" ("ended_at");


CREATE INDEX "ix_sight_incident_id_seen_at" ON "sight" ("incident_id", "seen_at");




CREATE TABLE "agency_name" (
    "code" TEXT NOT NULL,
    "since" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "pk_agency_name" PRIMARY KEY ("code", "since")
);


CREATE TABLE "visit" (
    "account_id" TEXT NOT NULL,
    "incident_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "seen_at" INTEGER NOT NULL,
    CONSTRAINT "pk_visit" PRIMARY KEY ("account_id", "incident_id")
);
