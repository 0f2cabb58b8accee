CREATE TABLE citation (
    incident_id uuid NOT NULL,
    number bigint NOT NULL,
    cited text NOT NULL,
    CONSTRAINT pk_citation PRIMARY KEY (incident_id, number, cited)
);


CREATE TABLE command (
    incident_id uuid NOT NULL,
    actor uuid NOT NULL,
    command_id uuid NOT NULL,
    content_hash bytea NOT NULL,
    number bigint NOT NULL,
    CONSTRAINT pk_command PRIMARY KEY (incident_id, actor, command_id)
);


CREATE TABLE entry (
    incident_id uuid NOT NULL,
    number bigint NOT NULL,
    recorded_at bigint NOT NULL,
    hash_version integer NOT NULL,
    commitment bytea NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT pk_entry PRIMARY KEY (incident_id, number)
);


CREATE TABLE entry_body (
    incident_id uuid NOT NULL,
    number bigint NOT NULL,
    salt bytea NOT NULL,
    body bytea NOT NULL,
    CONSTRAINT pk_entry_body PRIMARY KEY (incident_id, number)
);


CREATE TABLE incident (
    incident_id uuid NOT NULL,
    reference text NOT NULL,
    reference_key bytea NOT NULL,
    number bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT pk_incident PRIMARY KEY (incident_id)
);


CREATE TABLE member (
    incident_id uuid NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT pk_member PRIMARY KEY (incident_id, person_id)
);


CREATE TABLE timeline (
    incident_id uuid NOT NULL,
    number bigint NOT NULL,
    reference text NOT NULL,
    kind text NOT NULL,
    agency text NOT NULL,
    author uuid NOT NULL,
    tlp integer NOT NULL,
    audience text NOT NULL,
    recipients text NOT NULL,
    CONSTRAINT pk_timeline PRIMARY KEY (incident_id, number)
);


CREATE INDEX ix_citation_incident_id_cited ON citation (incident_id, cited);


CREATE UNIQUE INDEX ix_incident_reference ON incident (reference);


CREATE INDEX ix_member_person_id ON member (person_id);


CREATE UNIQUE INDEX ix_timeline_incident_id_reference ON timeline (incident_id, reference);



-- Beyond EF Core's model from here on. Rights of the product's role: SchemaMigrator.GrantToProduct.

CREATE TABLE timeline_text (
    incident_id uuid NOT NULL,
    number bigint NOT NULL,
    words tsvector NOT NULL,
    CONSTRAINT pk_timeline_text PRIMARY KEY (incident_id, number)
);

CREATE INDEX ix_timeline_text_words ON timeline_text USING gin (words);
