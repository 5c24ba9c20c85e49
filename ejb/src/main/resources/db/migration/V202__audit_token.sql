-- An entry says with which API token something was done; entries of people who had signed in, and all before, do not.
alter table audit_log add column token_id uuid;
create index audit_log_by_token on audit_log (token_id, occurred_at desc, id desc) where token_id is not null;

-- One more member, which entries without a token do not have: their form and their hash stay.
create or replace function audit_canonical(entry audit_log) returns text
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
    || coalesce(',"token_id":"' || entry.token_id::text || '"', '')
    || coalesce(',"workspace_id":"' || entry.workspace_id::text || '"', '')
    || '}'
$$;
