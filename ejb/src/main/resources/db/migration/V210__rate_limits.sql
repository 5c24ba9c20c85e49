-- How many requests a minute an actor may make where that is not what everybody of their kind may.

create table rate_limit (
    id         uuid primary key,
    actor_id   uuid unique references actor on delete cascade,
    role       text unique check (role in ('VIEWER', 'AGENT', 'MEMBER', 'ADMIN', 'OWNER')),
    per_minute integer not null check (per_minute between 1 and 1000000),
    changed_at timestamptz not null,
    check ((actor_id is null) <> (role is null))
);

grant select, insert, update, delete on rate_limit to strata_app;
