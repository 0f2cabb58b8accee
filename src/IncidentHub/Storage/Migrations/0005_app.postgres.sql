CREATE TABLE channel (
    id uuid NOT NULL,
    agency text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    target text NOT NULL,
    sealed text,
    root text NOT NULL,
    since bigint NOT NULL,
    is_paused boolean NOT NULL,
    made_at bigint NOT NULL,
    CONSTRAINT pk_channel PRIMARY KEY (id)
);


CREATE TABLE channel_action (
    id uuid NOT NULL,
    at bigint NOT NULL,
    agency text NOT NULL,
    account_id uuid NOT NULL,
    name text NOT NULL,
    deed text NOT NULL,
    channel text NOT NULL,
    target text NOT NULL,
    CONSTRAINT pk_channel_action PRIMARY KEY (id)
);


CREATE TABLE delivery (
    channel_id uuid NOT NULL,
    incident_id uuid NOT NULL,
    key text NOT NULL,
    state text NOT NULL,
    attempts integer NOT NULL,
    next_at bigint NOT NULL,
    leased_until bigint NOT NULL,
    at bigint NOT NULL,
    fault text,
    status integer,
    CONSTRAINT pk_delivery PRIMARY KEY (channel_id, incident_id, key)
);


CREATE INDEX ix_channel_agency ON channel (agency);


CREATE INDEX ix_channel_action_agency_at ON channel_action (agency, at);
