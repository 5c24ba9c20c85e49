-- What people say about nodes, threaded by parent_id.

create table comment (
    id           uuid primary key,
    node_id      uuid not null references node_content on delete cascade,
    project_id   uuid not null references project,
    workspace_id uuid not null references workspace,
    parent_id    uuid references comment,
    author_id    uuid not null references actor,
    -- markdown; empty when deleted
    text         text not null,
    -- the words are gone; the place stays for the answers
    deleted      boolean not null default false,
    created_at   timestamptz not null,
    updated_at   timestamptz not null
);
create index on comment (node_id, id);
create index on comment (parent_id);

grant select, insert, update, delete on comment to strata_app;
