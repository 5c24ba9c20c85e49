-- Documents, their text, and the topics they belong to.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

create table topic (
    id           uuid primary key,
    workspace_id uuid not null references workspace on delete cascade,
    name         text not null,
    description  text not null,
    colour       text not null check (colour ~ '^#[0-9a-f]{6}$'),
    created_at   timestamptz not null,
    updated_at   timestamptz not null
);
create unique index topic_name on topic (workspace_id, lower(name));

create table document (
    id            uuid primary key,
    workspace_id  uuid not null references workspace,
    project_id    uuid references project,
    node_id       uuid,
    owner_id      uuid not null references actor,
    title         text not null,
    file_name     text not null,
    object_key    text not null unique,
    mime_type     text not null,
    size_bytes    bigint not null,
    sha256        text not null,
    status        text not null check (status in ('PENDING', 'EXTRACTING', 'CLASSIFYING', 'READY', 'FAILED')),
    failure       text,
    remark        text,
    language      text,
    page_count    integer,
    truncated     boolean not null default false,
    attempts      integer not null default 0,
    claimed_by    text,
    claimed_until timestamptz,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    check ((status = 'FAILED') = (failure is not null))
);
create index on document (workspace_id, id desc);
create index on document (workspace_id, status, id desc);
create index on document (project_id);
create index on document (sha256);
create index on document (updated_at) where status in ('PENDING', 'EXTRACTING', 'CLASSIFYING');
create index on document using gin (title gin_trgm_ops);

-- English stemming; accents do not matter. Words of other languages are found by their own form.
create text search configuration strata (copy = english);
alter text search configuration strata
    alter mapping for hword, hword_part, word with unaccent, english_stem;

-- A tsvector holds at most one megabyte, so of a long text the first million characters can be searched for, and of one
-- that consists of ever new words, less.
create function document_search_vector(title text, body text) returns tsvector
    language plpgsql immutable set search_path = public, pg_temp as
$$
declare
    heading tsvector := setweight(to_tsvector('strata', left(title, 2000)), 'A');
begin
    return heading || setweight(to_tsvector('strata', left(body, 1000000)), 'B');
exception
    when program_limit_exceeded then
        return heading || setweight(to_tsvector('strata', left(body, 100000)), 'B');
end
$$;

create table document_text (
    document_id uuid primary key references document on delete cascade,
    text        text not null,
    search      tsvector not null
);
create index on document_text using gin (search);

create table document_topic (
    document_id uuid not null references document on delete cascade,
    topic_id    uuid not null references topic on delete cascade,
    confidence  real not null check (confidence between 0 and 1),
    source      text not null check (source in ('CLASSIFIER', 'PERSON')),
    primary key (document_id, topic_id)
);
create index on document_topic (topic_id);

grant select, insert, update, delete on topic, document, document_text, document_topic to strata_app;
grant execute on function document_search_vector(text, text) to strata_app;
