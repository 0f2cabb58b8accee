CREATE TABLE acknowledgement (
    account_id uuid NOT NULL,
    incident_id uuid NOT NULL,
    key text NOT NULL,
    deed text NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_acknowledgement PRIMARY KEY (account_id, incident_id, key, deed)
);
