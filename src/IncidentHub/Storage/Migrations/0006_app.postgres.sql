CREATE TABLE wall (
    id uuid NOT NULL,
    secret_hash bytea NOT NULL,
    address text NOT NULL,
    made_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    build text,
    code_hash bytea,
    code_until bigint NOT NULL,
    was_released boolean NOT NULL,
    wall uuid NOT NULL,
    name text,
    place text,
    agency text,
    agency_name text,
    incidents text NOT NULL,
    until bigint,
    paired_at bigint,
    paired_by text,
    CONSTRAINT pk_wall PRIMARY KEY (id)
);


CREATE UNIQUE INDEX ix_wall_code_hash ON wall (code_hash);


CREATE UNIQUE INDEX ix_wall_secret_hash ON wall (secret_hash);


CREATE UNIQUE INDEX ix_wall_wall ON wall (wall);
