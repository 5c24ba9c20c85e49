-- Webhooks of projects and what became of each delivery.

create table webhook (
    id               uuid primary key,
    project_id       uuid not null references project on delete cascade,
    workspace_id     uuid not null references workspace,
    url              text not null,
    description      text not null default '',
    events           text[] not null check (cardinality(events) > 0),
    active           boolean not null,
    -- AES-256-GCM under the master key, bound to the id of the row
    sealed_secret    bytea not null,
    consecutive_dead integer not null default 0,
    disabled_reason  text,
    created_by       uuid not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null
);
create index on webhook (project_id, id);

create table webhook_delivery (
    id              uuid primary key,
    webhook_id      uuid not null references webhook on delete cascade,
    event_id        uuid not null,
    event_type      text not null,
    -- the very bytes that are signed and sent, the same at each attempt
    payload         text not null,
    status          text not null check (status in ('PENDING', 'DELIVERED', 'FAILED', 'DEAD')),
    attempts        integer not null default 0,
    response_code   integer,
    error           text,
    duration_millis bigint,
    next_attempt_at timestamptz,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    -- an event that is told twice is delivered once
    unique (webhook_id, event_id)
);
create index on webhook_delivery (webhook_id, id desc);

grant select, insert, update, delete on webhook, webhook_delivery to strata_app;
