CREATE TABLE calendar_link (
    account_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    made_at bigint NOT NULL,
    CONSTRAINT pk_calendar_link PRIMARY KEY (account_id)
);


CREATE UNIQUE INDEX ix_calendar_link_token_hash ON calendar_link (token_hash);
