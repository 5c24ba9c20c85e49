-- The audit log becomes one tamper-evident chain. Writers only insert, as before, and never wait for each other; a
-- sealer gives committed entries their position and hash. What is waiting for it is a row that lives and dies with the
-- entry's own transaction, so that an entry is sealed exactly if it was committed, however late and in whatever order.
-- The server's role may read all of this and change none of it: it can insert entries and have them sealed.

create table audit_unsealed (
    entry_id bigint primary key
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create table audit_seal (
    -- from 1, without gaps
    position  bigint primary key check (position > 0),
    entry_id  bigint not null unique,
    -- SHA-256 over the hash before (32 bytes of zero before the first) and the canonical form of the entry
    hash      bytea not null check (octet_length(hash) = 32),
    sealed_at timestamptz not null
);

-- What people search entries by; made by the sealer, so that it costs no writer anything.
create table audit_words (
    entry_id bigint primary key,
    words    tsvector not null
);
create index on audit_words using gin (words);

create function queue_for_seal() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    insert into audit_unsealed select id from added;
    return null;
end
$$;
revoke all on function queue_for_seal() from public;

create trigger queue_for_seal after insert on audit_log referencing new table as added
    for each statement execute function queue_for_seal();
-- The trigger has locked the table against writers, so that these are all the others.
insert into audit_unsealed select id from audit_log;

-- The canonical form: JSON with its members in the order of their names, absent ones left out. io.strata.audit.chain
-- makes the same from the same row, on its own; a property that entries get one day is one more member that may be absent.
create function audit_canonical(entry audit_log) returns text
    language sql stable as
$$
select '{"action":' || to_json(entry.action)::text
    || ',"actor_handle":' || to_json(entry.actor_handle)::text
    || ',"actor_id":"' || entry.actor_id::text || '"'
    || coalesce(',"after":' || entry.state_after::text, '')
    || coalesce(',"before":' || entry.state_before::text, '')
    || ',"id":' || entry.id::text
    || ',"occurred_at":"' || to_char(entry.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '"'
    || coalesce(',"subject_id":"' || entry.subject_id::text || '"', '')
    || ',"subject_kind":' || to_json(entry.subject_kind)::text
    || coalesce(',"workspace_id":"' || entry.workspace_id::text || '"', '')
    || '}'
$$;
revoke all on function audit_canonical(audit_log) from public;

-- The words of an entry, from its first part: longer than any entry but those of long descriptions.
create function words_of_audit(entry audit_log) returns tsvector
    language sql stable as
$$
select to_tsvector('simple', translate(
    replace(replace(replace(
        left(concat_ws(' ', entry.action, entry.actor_handle, entry.subject_kind, entry.subject_id,
                       entry.state_after, entry.state_before), 60000),
        '\n', ' '), '\r', ' '), '\t', ' '),
    '"{}[]():;,._-/\@#<>&=%+', repeat(' ', 23)))
$$;
revoke all on function words_of_audit(audit_log) from public;

-- Seals what is waiting, at most so many, in the order of time. One at a time over all servers: whoever comes while
-- another is at it has nothing to do. The lock ends with the transaction, and so with whoever dies in it.
create function seal_audit(most integer) returns integer
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    place   bigint;
    chained bytea;
    entry   audit_log;
    sealed  integer := 0;
begin
    if not pg_try_advisory_xact_lock(x'5374726174614155'::bigint) then
        return 0;
    end if;
    select s.position, s.hash into place, chained from audit_seal s order by s.position desc limit 1;
    place := coalesce(place, 0);
    chained := coalesce(chained, decode(repeat('00', 32), 'hex'));
    for entry in
        select e.* from audit_log e
        where e.id in (select q.entry_id from audit_unsealed q order by q.entry_id limit most)
        order by e.occurred_at, e.id
    loop
        place := place + 1;
        chained := sha256(chained || convert_to(audit_canonical(entry), 'UTF8'));
        insert into audit_seal (position, entry_id, hash, sealed_at)
        values (place, entry.id, chained, clock_timestamp());
        insert into audit_words (entry_id, words) values (entry.id, words_of_audit(entry));
        delete from audit_unsealed q where q.entry_id = entry.id;
        sealed := sealed + 1;
    end loop;
    return sealed;
end
$$;
revoke all on function seal_audit(integer) from public;
grant execute on function seal_audit(integer) to strata_app;

-- The owner has all rights; this makes a change of the past a deliberate act that takes the trigger away first.
create function refuse_change_of_audit() returns trigger
    language plpgsql as
$$
begin
    raise exception 'the audit log can only grow' using errcode = 'insufficient_privilege';
end
$$;
create trigger only_grows before update or delete or truncate on audit_log
    for each statement execute function refuse_change_of_audit();
create trigger only_grows before update or delete or truncate on audit_seal
    for each statement execute function refuse_change_of_audit();

-- Lists are in the order of time, newest first; each filter finds its entries in that order.
drop index audit_log_workspace_id_id_idx;
create index audit_log_by_time on audit_log (occurred_at desc, id desc);
create index audit_log_by_workspace on audit_log (workspace_id, occurred_at desc, id desc);
create index audit_log_by_actor on audit_log (actor_id, occurred_at desc, id desc);
create index audit_log_by_handle on audit_log (actor_handle, occurred_at desc, id desc);
create index audit_log_by_action on audit_log (action collate "C", occurred_at desc, id desc);
create index audit_log_by_kind on audit_log (subject_kind, occurred_at desc, id desc);

grant select on audit_unsealed, audit_seal, audit_words to strata_app;
