-- Who is named in what people write, what others think of it, and whether a thread is settled.

alter table comment
    add column resolved_at timestamptz,
    add column resolved_by uuid references actor,
    add check ((resolved_at is null) = (resolved_by is null)),
    -- only what begins a thread can end it
    add check (resolved_at is null or parent_id is null);

create table mention (
    -- in the order of their making
    id           bigint generated always as identity primary key,
    actor_id     uuid not null references actor on delete cascade,
    node_id      uuid not null references node_content on delete cascade,
    -- null: in the description of the node
    comment_id   uuid references comment on delete cascade,
    -- what the text belongs to
    subject_id   uuid not null generated always as (coalesce(comment_id, node_id)) stored,
    mentioned_by uuid not null references actor,
    created_at   timestamptz not null default now(),
    unique (subject_id, actor_id)
);
create index on mention (actor_id, id desc);
create index on mention (node_id);
create index on mention (comment_id);

create table reaction (
    node_id    uuid not null references node_content on delete cascade,
    -- null: to the node itself
    comment_id uuid references comment on delete cascade,
    subject_id uuid not null generated always as (coalesce(comment_id, node_id)) stored,
    actor_id   uuid not null references actor on delete cascade,
    emoji      text not null check (emoji in ('thumbs_up', 'thumbs_down', 'laugh', 'hooray', 'confused', 'heart',
                                              'rocket', 'eyes', 'check')),
    created_at timestamptz not null default clock_timestamp(),
    primary key (subject_id, emoji, actor_id)
);
create index on reaction (node_id);
create index on reaction (comment_id);

-- Both are visible as long as the node is.
alter table mention enable row level security;
create policy visible on mention to strata_app using (
    exists (select from node_content c where c.node_id = mention.node_id));

alter table reaction enable row level security;
create policy visible on reaction to strata_app using (
    exists (select from node_content c where c.node_id = reaction.node_id));

grant select, insert, update, delete on mention, reaction to strata_app;
