-- A sign-in is a row of its own; it is proved by short-lived access tokens and renewed with refresh tokens, each of which
-- can be used once. A used one is kept as long as its sign-in, to notice when it is used again.

create table sign_in (
    id           uuid primary key,
    actor_id     uuid not null references actor on delete cascade,
    user_agent   text not null,
    address      text not null,
    started_at   timestamptz not null,
    last_used_at timestamptz not null,
    ends_at      timestamptz not null
);
create index on sign_in (actor_id, id desc);
create index on sign_in (ends_at);

insert into sign_in (id, actor_id, user_agent, address, started_at, last_used_at, ends_at)
select id, actor_id, '', '', created_at, created_at, expires_at from access_session;

create table access_token (
    id         uuid primary key,
    sign_in_id uuid not null references sign_in on delete cascade,
    token_hash bytea not null unique,
    expires_at timestamptz not null
);
create index on access_token (sign_in_id);
create index on access_token (expires_at);

insert into access_token (id, sign_in_id, token_hash, expires_at)
select id, id, token_hash, expires_at from access_session;

drop table access_session;

create table refresh_token (
    id         uuid primary key,
    sign_in_id uuid not null references sign_in on delete cascade,
    token_hash bytea not null unique,
    issued_at  timestamptz not null,
    used_at    timestamptz
);
create index on refresh_token (sign_in_id);

-- Failures to prove something, counted by the hash of what they are counted by: an account, a network.
create table throttle (
    subject_hash    bytea primary key,
    failures        integer not null,
    last_failure_at timestamptz not null,
    blocked_until   timestamptz not null
);
create index on throttle (last_failure_at);

grant select, insert, update, delete on sign_in, access_token, refresh_token, throttle to strata_app;
