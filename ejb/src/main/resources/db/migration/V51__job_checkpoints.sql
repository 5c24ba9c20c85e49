-- How far the parts of a job's steps have come. The server's own repository forgets its checkpoints when it stops.

create table job_checkpoint (
    run        text not null,
    step       text not null,
    part       integer not null,
    -- the part has the keys after the one, up to and including the other; absent means to the end
    after_key  text not null,
    until_key  text,
    -- the last key that is done
    position   text not null,
    done       bigint not null,
    -- about how many there are
    expected   bigint not null,
    finished   boolean not null,
    updated_at timestamptz not null,
    primary key (run, step, part)
);

grant select, insert, update, delete on job_checkpoint to strata_app;
