-- What has happened, kept for a while in one order, so that whoever follows can go on where they stopped. An event is
-- written by the transaction that causes it, and gets its place in the order once that is committed, from one sequencer at
-- a time: a reader who has seen a place has seen all places before it, however late something was committed.

create table event (
    id           uuid primary key,
    -- the order of writing
    ticket       bigint generated always as identity,
    -- the place in the order that readers follow; null until the sequencer has come
    sequence     bigint unique,
    type         text not null,
    workspace_id uuid,
    project_id   uuid,
    subject_id   uuid,
    actor_id     uuid not null,
    occurred_at  timestamptz not null,
    -- JSON
    data         text not null,
    -- whatever the event names by its id
    mentioned    uuid[] not null,
    -- the nodes among these; whoever may not see all of them does not hear of the event
    nodes        uuid[] not null default '{}',
    -- whether it is about a node: when that is not there any more, nobody hears of it
    about_node   boolean not null,
    -- actors whom it concerns in person
    recipients   uuid[] not null,
    -- the permission that it takes to hear of it
    required     text not null,
    sequenced_at timestamptz
) with (autovacuum_vacuum_scale_factor = 0.02);
create index event_waiting on event (ticket) where sequence is null;
create index on event (project_id, sequence);
create index on event using gin (nodes);
create index on event using gin (recipients);
create index on event (sequenced_at);

create table event_position (
    single   boolean primary key default true check (single),
    -- the last place that was given
    sequence bigint not null,
    -- the last place of which the event is not kept any more
    pruned   bigint not null
);
insert into event_position (sequence, pruned) values (0, 0);
-- Otherwise plans are made for thousands of them.
analyze event_position;

-- Gives places to events that wait, at most so many, in the order in which they were written. One at a time over all
-- servers; the lock ends with the transaction, and each statement sees what was committed before the lock was had.
-- Answers with how many there were; null when another is at it.
create function sequence_events(most integer) returns integer
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    head  bigint;
    given integer;
begin
    if not pg_try_advisory_xact_lock(x'537472617461455F'::bigint) then
        return null;
    end if;
    select p.sequence into head from event_position p;
    with waiting as materialized (
        select w.id, row_number() over (order by w.ticket) as place
        from (select e.id, e.ticket from event e where e.sequence is null order by e.ticket limit most) w),
    found as materialized (
        select w.id, w.place,
               coalesce((select array_agg(c.node_id) from node_content c where c.node_id = any (e.mentioned)), '{}') as nodes
        from waiting w join event e on e.id = w.id)
    update event e
    set sequence     = head + f.place,
        sequenced_at = clock_timestamp(),
        nodes        = case when e.about_node and cardinality(f.nodes) = 0 then array [e.subject_id] else f.nodes end
    from found f
    where e.id = f.id;
    get diagnostics given = row_count;
    if given > 0 then
        update event_position p set sequence = head + given;
    end if;
    return given;
end
$$;

-- Lets go of events that are older than so many hours.
create function prune_events(hours integer) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    last bigint;
begin
    select max(e.sequence) into last from event e where e.sequenced_at < now() - make_interval(hours => hours);
    if last is null then
        return 0;
    end if;
    delete from event e where e.sequence <= last;
    update event_position p set pruned = greatest(p.pruned, last);
    return last;
end
$$;

revoke all on function sequence_events(integer), prune_events(integer) from public;
grant execute on function sequence_events(integer), prune_events(integer) to strata_app;
grant select, insert on event to strata_app;
grant select on event_position to strata_app;

-- What is about no node needs its permission in the workspace. What is about nodes needs it for each of them, and each of
-- them must be there and visible: the rows about nodes answer that. What belongs to no workspace is for its recipients. What
-- has no place yet nobody sees: which nodes it is about is not known before.
alter table event enable row level security;
create policy published on event for insert to strata_app with check (sequence is null);
create policy visible on event for select to strata_app using (
    (select sees_everything())
        or sequence is not null and (
        workspace_id is null and (select current_actor()) = any (recipients)
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
