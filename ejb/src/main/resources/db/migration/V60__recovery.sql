-- Transactions that were in doubt after a crash or an outage, and how they ended.

create sequence recovered_transaction_sequence;
create table recovered_transaction (
    id          bigint primary key,
    transaction text not null,
    stores      text[] not null,
    outcome     text not null check (outcome in ('COMMITTED', 'ROLLED_BACK', 'AS_LOGGED', 'UNKNOWN')),
    since       timestamptz,
    ended_at    timestamptz not null
);

grant select, insert on recovered_transaction to strata_app;
grant usage on sequence recovered_transaction_sequence to strata_app;
