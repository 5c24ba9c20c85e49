-- Files that hang on nodes and comments. They are no documents: nothing is read out of them, and they go with what they
-- hang on.

create table attachment (
    id           uuid primary key,
    node_id      uuid not null references node_content on delete cascade,
    -- null: on the node itself
    comment_id   uuid references comment on delete cascade,
    subject_id   uuid not null generated always as (coalesce(comment_id, node_id)) stored,
    owner_id     uuid not null references actor,
    file_name    text not null,
    object_key   text not null unique,
    mime_type    text not null,
    size_bytes   bigint not null,
    sha256       text not null,
    created_at   timestamptz not null
);
create index on attachment (subject_id, id);
create index on attachment (node_id);
create index on attachment (comment_id);

alter table attachment enable row level security;
create policy visible on attachment to strata_app using (
    exists (select from node_content c where c.node_id = attachment.node_id));

-- Files whose row is gone, until they are removed from the object store. The note is part of the transaction that removes
-- the row, be it the attachment's alone, its comment's, or its project's.
create table discarded_object (
    object_key   text primary key,
    discarded_at timestamptz not null default clock_timestamp()
);

create function discard_object() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as
$$
begin
    insert into discarded_object (object_key) select g.object_key from gone g on conflict do nothing;
    return null;
end
$$;
revoke all on function discard_object() from public;
create trigger discard_object after delete on attachment
    referencing old table as gone
    for each statement execute function discard_object();

grant select, insert, update, delete on attachment to strata_app;
grant select, delete on discarded_object to strata_app;
