-- Where mail reaches people, and the links with which they choose a new password. A link is good once: using it removes it.

alter table actor add column email text;
create unique index actor_email on actor (lower(email));

create table password_reset (
    id         uuid primary key,
    actor_id   uuid not null references actor on delete cascade,
    token_hash bytea not null unique,
    expires_at timestamptz not null
);
create index on password_reset (actor_id);
create index on password_reset (expires_at);

grant select, insert, update, delete on password_reset to strata_app;
