-- Second factors (TOTP) and the codes for whoever has lost theirs. The secret is encrypted by the application; of a code
-- of the second factor the latest accepted time step is kept, so that no code is good twice.

create table second_factor (
    actor_id      uuid primary key references actor on delete cascade,
    sealed_secret bytea not null,
    last_step     bigint not null,
    created_at    timestamptz not null,
    confirmed_at  timestamptz
);

create table recovery_code (
    id        uuid primary key,
    actor_id  uuid not null references second_factor on delete cascade,
    code_hash bytea not null unique,
    used_at   timestamptz
);
create index on recovery_code (actor_id);

grant select, insert, update, delete on second_factor, recovery_code to strata_app;
