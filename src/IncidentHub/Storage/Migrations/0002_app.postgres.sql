ALTER TABLE account ADD COLUMN time_zone text;


CREATE TABLE admin_action (
    id uuid NOT NULL,
    at bigint NOT NULL,
    account_id uuid NOT NULL,
    name text NOT NULL,
    deed text NOT NULL,
    subject text NOT NULL,
    before text,
    after text,
    since bigint,
    CONSTRAINT pk_admin_action PRIMARY KEY (id)
);


CREATE INDEX ix_admin_action_at ON admin_action (at);
