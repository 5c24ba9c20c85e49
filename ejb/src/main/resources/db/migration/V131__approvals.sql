-- Calls of agents that wait for a person, and what became of them.
create table approval_request (
    id           uuid primary key,
    operation    text not null,
    workspace_id uuid not null references workspace on delete cascade,
    project_id   uuid,
    -- what the right is asked for; null when that is the workspace as a whole
    node_id      uuid references node_content on delete cascade,
    action       text not null,
    summary      text not null,
    arguments    text not null,
    -- what the call would do, as it was when it was asked for or last looked at
    preview      text not null,
    requested_by uuid not null references actor on delete cascade,
    requested_at timestamptz not null,
    expires_at   timestamptz not null,
    status       text not null check (status in ('PENDING', 'APPROVED', 'PERFORMED', 'FAILED', 'REJECTED')),
    decided_by   uuid references actor,
    decided_at   timestamptz,
    -- why it was rejected or failed
    reason       text,
    -- what the call has answered
    result       text
);
create index on approval_request (requested_by, status);
create index on approval_request (workspace_id, id);
create index on approval_request (node_id);

grant select, insert, update, delete on approval_request to strata_app;

-- Agents see their own; everybody else those about what they may see. Who decides is asked by the server.
alter table approval_request enable row level security;
create policy visible on approval_request to strata_app using (
    (select sees_everything())
        or requested_by = (select current_actor())
        or node_id is not null and exists (select from node_content c where c.node_id = approval_request.node_id)
        or node_id is null and workspace_id = any ((select open_workspaces('WORKSPACE_READ'))::uuid[]));
