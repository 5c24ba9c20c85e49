-- Agents, and tokens of agents and people with the limits that these have.

-- An agent works: it changes issues and writes comments. What it deletes or uploads a rule has to allow.
insert into policy_default (action, role) values ('NODE_WRITE', 'AGENT'), ('COMMENT_WRITE', 'AGENT');

-- What there is to say about an actor of the kind "agent".
create table agent (
    actor_id     uuid primary key references actor on delete cascade,
    -- whose administrators look after it; null when that workspace has gone
    workspace_id uuid references workspace on delete set null,
    -- who answers for it
    owner_id     uuid references actor on delete set null,
    description  text not null default ''
);
create index on agent (workspace_id);
create index on agent (owner_id);

create table api_token (
    id            uuid primary key,
    actor_id      uuid not null references actor on delete cascade,
    name          text not null,
    token_hash    bytea not null unique,
    -- the last characters, by which people tell tokens apart
    ending        text not null,
    -- what it may be used for; null: whatever its actor may do
    actions       text[],
    -- whether it reaches wherever its actor does; otherwise there are rows in api_token_place
    everywhere    boolean not null,
    -- how many changes may be made with it in a day (UTC); null: as many as its actor likes
    daily_changes integer check (daily_changes > 0),
    created_by    uuid not null,
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    last_used_at  timestamptz,
    refused_at    timestamptz,
    revoked_at    timestamptz,
    revoked_by    uuid
);
create index on api_token (actor_id, id);

-- Where a token reaches: a workspace, or a part of its tree. A place that goes takes its row along; the token then
-- reaches less, never more.
create table api_token_place (
    id           uuid primary key,
    token_id     uuid not null references api_token on delete cascade,
    workspace_id uuid not null references workspace on delete cascade,
    -- null: the whole workspace
    zone_id      uuid references policy_zone on delete cascade
);
create unique index on api_token_place (token_id, coalesce(zone_id, workspace_id));
create index on api_token_place (workspace_id);
create index on api_token_place (zone_id);

-- How many changes have been made with a token on a day.
create table api_token_day (
    token_id uuid not null references api_token on delete cascade,
    day      date not null,
    changes  integer not null,
    primary key (token_id, day)
);

grant select, insert, update, delete on agent, api_token, api_token_place, api_token_day to strata_app;

create function concerns_nodes(wanted text) returns boolean
    language sql immutable
as
$$
select wanted in ('NODE_READ', 'NODE_WRITE', 'NODE_DELETE', 'COMMENT_READ', 'COMMENT_WRITE', 'COMMENT_MODERATE',
                  'DOCUMENT_READ', 'DOCUMENT_WRITE')
$$;

-- What an actor may do with a token: what the actor may do (policy_visibility), as far as the token reaches. Whoever
-- administers the installation may do everything, so their token reaches everything within its limits. Of a workspace
-- that is not open as a whole, the zones below the token's places are open, unless they are closed to the actor.
create function token_visibility(asking uuid, presented uuid, wanted text,
                                 out workspaces uuid[], out hidden uuid[], out granted uuid[])
    language sql stable security definer set search_path = public, pg_temp
as
$$
with recursive
    token as materialized (
        select t.id, t.everywhere
        from api_token t
        where t.id = presented and t.actor_id = asking and t.revoked_at is null and t.expires_at > now()
          and (t.actions is null
               or wanted = any (t.actions) and (not concerns_nodes(wanted) or 'NODE_READ' = any (t.actions)))),
    -- every workspace, for administrators of the installation; otherwise nothing
    superior as materialized (
        select array(select w.id from workspace w) as all_workspaces
        from actor a
        where a.id = asking and a.administrator and a.active),
    own as materialized (
        select coalesce(s.all_workspaces, v.workspaces)                       as workspaces,
               case when s.all_workspaces is null then v.hidden else '{}' end  as hidden,
               case when s.all_workspaces is null then v.granted else '{}' end as granted
        from token
                 cross join policy_visibility(asking, wanted) v
                 left join superior s on true),
    place as materialized (select p.workspace_id, p.zone_id from api_token_place p join token t on t.id = p.token_id),
    within as (
        select z.id, z.workspace_id
        from place p join policy_zone z on z.id = p.zone_id
        where concerns_nodes(wanted)
        union
        select z.id, z.workspace_id from within w join policy_zone z on z.parent_id = w.id),
    whole as materialized (
        select w.id
        from own, unnest(own.workspaces) as w (id), token t
        where t.everywhere or exists (select from place p where p.workspace_id = w.id and p.zone_id is null)),
    open_zone as (
        select z.id
        from own, unnest(own.granted) as g (id) join policy_zone z on z.id = g.id, token t
        where t.everywhere
           or exists (select from place p where p.workspace_id = z.workspace_id and p.zone_id is null)
        union
        select w.id
        from within w, own
        where not exists (select from whole where whole.id = w.workspace_id)
          and (w.id = any (own.granted) or w.workspace_id = any (own.workspaces) and w.id <> all (own.hidden)))
select array(select id from whole),
       coalesce((select own.hidden from own), '{}'),
       array(select id from open_zone)
$$;

grant execute on function concerns_nodes(text), token_visibility(uuid, uuid, text) to strata_app;

-- Row-level security obeys the token that the request came with, which is told beside the actor. It is told only if the
-- token has limits.

create function current_token() returns uuid
    language sql stable
as
$$
select nullif(current_setting('app.token_id', true), '')::uuid
$$;

create or replace function sees_everything() returns boolean
    language sql stable security definer set search_path = public, pg_temp
as
$$
select coalesce(
               current_token() is null
                   and (current_actor() = '00000000-0000-0000-0000-000000000000'
                        or exists (select from actor a where a.id = current_actor() and a.administrator and a.active)),
               false)
$$;

create or replace function open_workspaces(wanted text) returns uuid[]
    language sql stable
as
$$
select case
           when current_token() is null then (select workspaces from policy_visibility(current_actor(), wanted))
           else (select workspaces from token_visibility(current_actor(), current_token(), wanted))
           end
$$;

create or replace function hidden_zones(wanted text) returns uuid[]
    language sql stable
as
$$
select case
           when current_token() is null then (select hidden from policy_visibility(current_actor(), wanted))
           else (select hidden from token_visibility(current_actor(), current_token(), wanted))
           end
$$;

create or replace function granted_zones(wanted text) returns uuid[]
    language sql stable
as
$$
select case
           when current_token() is null then (select granted from policy_visibility(current_actor(), wanted))
           else (select granted from token_visibility(current_actor(), current_token(), wanted))
           end
$$;

-- Counts changes that a transaction has made with a token. Who comes after the last one that fits is told to begin
-- again (40001), and then sees that there is nothing left before anything is done.
create function spend_changes(presented uuid, on_day date, made integer) returns integer
    language plpgsql security definer set search_path = public, pg_temp
as
$$
declare
    so_far integer;
begin
    insert into api_token_day as spent (token_id, day, changes)
    select t.id, on_day, made
    from api_token t
    where t.id = presented and made <= t.daily_changes
    on conflict (token_id, day) do update set changes = spent.changes + excluded.changes
        where spent.changes + excluded.changes
                  <= (select t.daily_changes from api_token t where t.id = excluded.token_id)
    returning spent.changes into so_far;
    if not found then
        raise exception 'the changes of token % for % are used up', presented, on_day using errcode = '40001';
    end if;
    return so_far;
end
$$;
grant execute on function spend_changes(uuid, date, integer) to strata_app;

-- An approved call is made within the limits of what it was asked with, or not at all when that has ended. With limits one
-- sees of one's own requests those that were made with them.
alter table approval_request
    add column token_id uuid;

alter policy visible on approval_request using (
    (select sees_everything())
        or requested_by = (select current_actor())
            and ((select current_token()) is null or token_id = (select current_token()))
        or node_id is not null and exists (select from node_content c where c.node_id = approval_request.node_id)
        or node_id is null and workspace_id = any ((select open_workspaces('WORKSPACE_READ'))::uuid[]));

-- As before, except that what belongs to no workspace, and is for its recipients, reaches nobody by a token with limits.
alter policy visible on event using (
    (select sees_everything())
        or sequence is not null and (
        workspace_id is null and (select current_token()) is null and (select current_actor()) = any (recipients)
        or (cardinality(nodes) > 0 and required in ('NODE_READ', 'COMMENT_READ', 'DOCUMENT_READ')
                or workspace_id = any (case required
                    when 'NODE_READ' then (select open_workspaces('NODE_READ'))::uuid[]
                    when 'COMMENT_READ' then (select open_workspaces('COMMENT_READ'))::uuid[]
                    when 'DOCUMENT_READ' then (select open_workspaces('DOCUMENT_READ'))::uuid[]
                    when 'WORKSPACE_READ' then (select open_workspaces('WORKSPACE_READ'))::uuid[]
                    when 'WORKSPACE_MANAGE' then (select open_workspaces('WORKSPACE_MANAGE'))::uuid[]
                    when 'POLICY_MANAGE' then (select open_workspaces('POLICY_MANAGE'))::uuid[]
                    when 'WEBHOOK_MANAGE' then (select open_workspaces('WEBHOOK_MANAGE'))::uuid[]
                    else '{}' end))
            and not exists (
            select from unnest(event.nodes) as named (id)
                            left join node_content c on c.node_id = named.id
            where c.node_id is null
               or event.required = 'COMMENT_READ'
                   and not (c.workspace_id = any ((select open_workspaces('COMMENT_READ'))::uuid[])
                                and (c.zone_id is null or c.zone_id <> all ((select hidden_zones('COMMENT_READ'))::uuid[]))
                            or c.zone_id is not null and c.zone_id = any ((select granted_zones('COMMENT_READ'))::uuid[]))
               or event.required = 'DOCUMENT_READ'
                   and not (c.workspace_id = any ((select open_workspaces('DOCUMENT_READ'))::uuid[])
                                and (c.zone_id is null or c.zone_id <> all ((select hidden_zones('DOCUMENT_READ'))::uuid[]))
                            or c.zone_id is not null and c.zone_id = any ((select granted_zones('DOCUMENT_READ'))::uuid[])))));
