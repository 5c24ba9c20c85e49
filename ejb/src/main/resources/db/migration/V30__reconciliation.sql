-- Disagreements between the stores, each stored once.

create table reconciliation_finding (
    id           uuid primary key,
    kind         text not null,
    -- what it is about: the id of a node, the key of an object
    subject      text not null,
    -- what the store that decides holds, and what the other one holds; absent where it holds nothing
    truth_state  jsonb,
    other_state  jsonb,
    status       text not null check (status in ('OPEN', 'RESOLVED')),
    -- the pass that saw it last
    last_pass    bigint not null,
    first_seen   timestamptz not null,
    last_seen    timestamptz not null,
    resolved_at  timestamptz,
    unique (kind, subject)
);
create index on reconciliation_finding (status, id);

grant select, insert, update, delete on reconciliation_finding to strata_app;
