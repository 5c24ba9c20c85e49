-- Who wants to know what happens to a node.

create table watcher (
    node_id  uuid not null references node_content on delete cascade,
    actor_id uuid not null references actor on delete cascade,
    -- what made them one
    reason   text not null check (reason in ('choice', 'author', 'assignee', 'mention', 'comment')),
    -- false: they have had enough, and only their own choice makes them a watcher again
    watching boolean not null default true,
    since    timestamptz not null default now(),
    primary key (node_id, actor_id)
);
create index on watcher (actor_id);

alter table watcher enable row level security;
create policy visible on watcher to strata_app using (
    exists (select from node_content c where c.node_id = watcher.node_id));

grant select, insert, update, delete on watcher to strata_app;
