-- The bytes of a document as they were. Those that it has now stand in the document itself.

alter table document add column version integer not null default 1;
-- the highest number that was ever given
alter table document add column latest_version integer not null default 1;
-- who has uploaded the bytes that it has now, and when; null: its owner, when it came
alter table document add column version_by uuid references actor;
alter table document add column version_at timestamptz;

create table document_version (
    id          uuid primary key,
    document_id uuid not null references document on delete cascade,
    version     integer not null,
    file_name   text not null,
    object_key  text not null unique,
    mime_type   text not null,
    size_bytes  bigint not null,
    sha256      text not null,
    uploaded_by uuid not null references actor,
    uploaded_at timestamptz not null,
    unique (document_id, version)
);
create index document_version_object_key_bytes on document_version (object_key collate "C");

alter table document_version enable row level security;
create policy visible on document_version to strata_app using (
    exists (select from document d where d.id = document_version.document_id));

create trigger discard_object after delete on document_version
    referencing old table as gone
    for each statement execute function discard_object();

grant select, insert, update, delete on document_version to strata_app;
