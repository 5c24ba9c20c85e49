-- Actors, workspaces, projects, the content of nodes and the audit log.
-- The server's role (strata_app) gets exactly what it needs; it owns nothing.

create table actor (
    id            uuid primary key,
    kind          text not null check (kind in ('user', 'agent')),
    handle        text not null unique check (handle = lower(handle)),
    display_name  text not null,
    password_hash text,
    administrator boolean not null default false,
    active        boolean not null default true,
    created_at    timestamptz not null
);

create table access_session (
    id         uuid primary key,
    token_hash bytea not null unique,
    actor_id   uuid not null references actor on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index on access_session (actor_id);
create index on access_session (expires_at);

create table workspace (
    id         uuid primary key,
    name       text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create table membership (
    workspace_id uuid not null references workspace on delete cascade,
    actor_id     uuid not null references actor on delete cascade,
    role         text not null check (role in ('VIEWER', 'AGENT', 'MEMBER', 'ADMIN', 'OWNER')),
    primary key (workspace_id, actor_id)
);
create index on membership (actor_id);

create table project (
    id           uuid primary key,
    workspace_id uuid not null references workspace,
    key          text not null unique check (key ~ '^[A-Z][A-Z0-9]{1,9}$'),
    name         text not null,
    root_id      uuid not null unique,
    statuses     text[] not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null
);
create index on project (workspace_id, id);

-- What people write about a node of the graph; the node itself lives in Neo4j under the same id.
create table node_content (
    node_id      uuid primary key,
    project_id   uuid not null references project,
    workspace_id uuid not null references workspace,
    description  text not null default '',
    created_at   timestamptz not null,
    updated_at   timestamptz not null
);
create index on node_content (project_id, node_id);

create sequence audit_log_sequence increment by 50;
create table audit_log (
    id           bigint primary key,
    occurred_at  timestamptz not null,
    actor_id     uuid not null,
    actor_handle text not null,
    action       text not null,
    workspace_id uuid,
    subject_kind text not null,
    subject_id   uuid,
    state_before jsonb,
    state_after  jsonb
);
create index on audit_log (workspace_id, id desc);
create index on audit_log (subject_id, id desc);

-- Numbers for short ids come from sequences, one per project and kind: they are taken outside the transaction, so
-- that writers of one project do not wait for each other. Gaps are allowed, duplicates are not.
create function create_project_sequences(project uuid) returns void
    language plpgsql security definer set search_path = public as
$$
begin
    execute format('create sequence %I', 'project_issue_' || project);
    execute format('create sequence %I', 'project_component_' || project);
    execute format('grant usage on sequence %I, %I to strata_app',
                   'project_issue_' || project, 'project_component_' || project);
end
$$;
revoke all on function create_project_sequences(uuid) from public;
grant execute on function create_project_sequences(uuid) to strata_app;

grant select, insert, update, delete on actor, access_session, workspace, membership, project, node_content
    to strata_app;
grant select, insert on audit_log to strata_app;
grant usage on sequence audit_log_sequence to strata_app;
