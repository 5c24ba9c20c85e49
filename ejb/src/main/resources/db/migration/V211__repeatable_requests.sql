-- What was answered to requests that carry a key of their own, so that a repetition gets the same answer. A row is written
-- in the transaction of the request itself: there is one exactly if the request was carried out.

create table repeatable_request (
    id           uuid not null unique,
    actor_id     uuid not null references actor on delete cascade,
    key          text not null,
    -- SHA-256 of method, address and body
    fingerprint  bytea not null,
    status       integer not null,
    content_type text,
    location     text,
    entity_tag   text,
    -- sealed with the master key: an answer may show a secret that no other answer shows
    body         bytea not null,
    answered_at  timestamptz not null,
    primary key (actor_id, key)
);
create index on repeatable_request (answered_at);

grant select, insert, delete on repeatable_request to strata_app;

alter table repeatable_request enable row level security;
create policy own on repeatable_request to strata_app using (
    actor_id = current_actor() or current_actor() = '00000000-0000-0000-0000-000000000000');
