-- Who works on which issue, and until when nobody else may. A claim whose lease is over holds nobody up; its row is ended
-- when the next one is made.
create table work_claim (
    id            uuid primary key,
    node_id       uuid not null references node_content on delete cascade,
    project_id    uuid not null references project,
    workspace_id  uuid not null references workspace,
    actor_id      uuid not null references actor,
    -- what the issue goes back to when it is handed back
    status_before text not null,
    claimed_at    timestamptz not null,
    lease_until   timestamptz not null,
    ended_at      timestamptz,
    outcome       text check (outcome in ('COMPLETED', 'HANDED_BACK', 'LAPSED')),
    -- the result, or the reason for which it was handed back
    note          text,
    check ((ended_at is null) = (outcome is null))
);
-- This index is what lets only one of many have an issue.
create unique index work_claim_open on work_claim (node_id) where ended_at is null;
create index on work_claim (node_id, id);
create index on work_claim (project_id) where ended_at is null;
create index on work_claim (actor_id, id) where ended_at is null;

-- How far it has come, as those who work on it have said.
create table work_report (
    id          uuid primary key,
    claim_id    uuid not null references work_claim on delete cascade,
    node_id     uuid not null references node_content on delete cascade,
    actor_id    uuid not null references actor,
    percent     smallint not null check (percent between 0 and 100),
    message     text not null,
    reported_at timestamptz not null
);
create index on work_report (node_id, id);
create index on work_report (claim_id);

grant select, insert, update, delete on work_claim, work_report to strata_app;

alter table work_claim enable row level security;
create policy visible on work_claim to strata_app using (
    exists (select from node_content c where c.node_id = work_claim.node_id));

alter table work_report enable row level security;
create policy visible on work_report to strata_app using (
    exists (select from node_content c where c.node_id = work_report.node_id));
