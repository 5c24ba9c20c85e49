-- Executions of jobs. The server's own repository forgets them when it stops.

create sequence job_record_sequence;
create table job_record (
    id          bigint primary key,
    -- the same for an execution and its restarts
    instance_id bigint not null,
    job         text not null,
    -- which start of the server ran it, and under which number there
    boot        uuid not null,
    runtime_id  bigint not null,
    -- the parameter that is the same for an execution and its restarts
    run         text not null,
    status      text not null,
    exit_status text,
    created_at  timestamptz not null,
    started_at  timestamptz,
    ended_at    timestamptz,
    steps       jsonb not null,
    unique (boot, runtime_id)
);
create index on job_record (id desc) where ended_at is null;

grant select, insert, update, delete on job_record to strata_app;
grant usage on sequence job_record_sequence to strata_app;
