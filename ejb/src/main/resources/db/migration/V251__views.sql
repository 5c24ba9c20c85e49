-- Lists of nodes that people keep: what is in them, how they are sorted and shown.

create table saved_view (
    id           uuid primary key,
    workspace_id uuid        not null references workspace on delete cascade,
    -- null: over all projects of the workspace
    project_id   uuid references project on delete cascade,
    owner_id     uuid        not null references actor on delete cascade,
    name         text        not null,
    shared       boolean     not null,
    definition   jsonb       not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null
);
create unique index saved_view_name on saved_view (owner_id, coalesce(project_id, workspace_id), lower(name));
create index on saved_view (workspace_id, id);
create index on saved_view (project_id, id);

-- What each person has put on top, in their own order.
create table saved_view_favourite (
    actor_id uuid    not null references actor on delete cascade,
    view_id  uuid    not null references saved_view on delete cascade,
    place    integer not null,
    primary key (actor_id, view_id)
);
create index on saved_view_favourite (view_id);

grant select, insert, update, delete on saved_view, saved_view_favourite to strata_app;

-- A private view is its owner's; a shared one is seen by whoever sees the project or, when it is in none, the workspace. With
-- a limited token there are also no views of one's own but where the token reaches.
alter table saved_view enable row level security;
create policy visible on saved_view to strata_app using (
    current_actor() = '00000000-0000-0000-0000-000000000000'
        or owner_id = current_actor() and (select current_token()) is null
        or (shared or owner_id = current_actor()) and (
            (select sees_everything())
                or project_id is null and workspace_id = any ((select open_workspaces('WORKSPACE_READ'))::uuid[])
                or project_id is not null and exists (select from project p where p.id = saved_view.project_id)));

alter table saved_view_favourite enable row level security;
create policy visible on saved_view_favourite to strata_app using (
    actor_id = current_actor() or current_actor() = '00000000-0000-0000-0000-000000000000');
