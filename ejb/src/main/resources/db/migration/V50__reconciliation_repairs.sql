-- What the audit log says of each node's light properties, as a digest that the log itself keeps: comparing a node with
-- the log costs one row, however long its history is. Only the trigger writes here; the server's role may not.
-- The order of commits decides, not the numbers of the entries: servers take numbers in blocks.

create table audited_node (
    node_id     uuid primary key,
    status      text,
    assignee_id text,
    -- whether the log tells how the node was made; if not, an absent value says nothing
    whole       boolean not null,
    -- the entry that said something last
    entry_id    bigint not null
);

-- Whether an entry says something about a property. A change that takes a value away names it only in the state before.
create function audit_says(property text, action text, state_before jsonb, state_after jsonb) returns boolean
    language sql immutable
return action = 'node.created'
    or coalesce(jsonb_exists(state_after, property), false)
    or (action in ('node.changed', 'node.corrected') and coalesce(jsonb_exists(state_before, property), false));

create function note_audited_node() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    says_status   boolean := audit_says('status', new.action, new.state_before, new.state_after);
    says_assignee boolean := audit_says('assignee_id', new.action, new.state_before, new.state_after);
begin
    if says_status or says_assignee then
        insert into audited_node as known (node_id, status, assignee_id, whole, entry_id)
        values (new.subject_id, new.state_after ->> 'status', new.state_after ->> 'assignee_id',
                new.action = 'node.created', new.id)
        on conflict (node_id) do update
        set status = case when says_status then excluded.status else known.status end,
            assignee_id = case when says_assignee then excluded.assignee_id else known.assignee_id end,
            whole = known.whole or excluded.whole,
            entry_id = excluded.entry_id;
    end if;
    return null;
end
$$;
revoke all on function note_audited_node() from public;

create trigger note_audited_node after insert on audit_log for each row
    when (new.subject_kind = 'node' and new.subject_id is not null and new.state_after is not null)
    execute function note_audited_node();

insert into audited_node (node_id, status, assignee_id, whole, entry_id)
select subject_id,
       (array_agg(state_after ->> 'status' order by id desc)
           filter (where audit_says('status', action, state_before, state_after)))[1],
       (array_agg(state_after ->> 'assignee_id' order by id desc)
           filter (where audit_says('assignee_id', action, state_before, state_after)))[1],
       bool_or(action = 'node.created'),
       max(id)
from audit_log
where subject_kind = 'node' and subject_id is not null and state_after is not null
  and (audit_says('status', action, state_before, state_after)
       or audit_says('assignee_id', action, state_before, state_after))
group by subject_id;

grant select on audited_node to strata_app;

-- A finding can be set aside or repaired, and keeps what happened to it. The fingerprint of both sides tells whether
-- they are still what somebody has seen.
alter table reconciliation_finding drop constraint reconciliation_finding_status_check;
alter table reconciliation_finding
    add constraint reconciliation_finding_status_check check (status in ('OPEN', 'IGNORED', 'RESOLVED', 'REPAIRED'));
alter table reconciliation_finding add column fingerprint text not null default '';
update reconciliation_finding set kind = lower(kind);

create table reconciliation_history (
    id           uuid primary key,
    finding_id   uuid not null references reconciliation_finding on delete cascade,
    occurred_at  timestamptz not null,
    actor_handle text not null,
    event        text not null check (event in ('FOUND', 'CHANGED', 'RESOLVED', 'IGNORED', 'REPAIRED')),
    action       text,
    truth_state  jsonb,
    other_state  jsonb,
    changes      jsonb
);
create index on reconciliation_history (finding_id, id);

grant select, insert, update, delete on reconciliation_history to strata_app;
