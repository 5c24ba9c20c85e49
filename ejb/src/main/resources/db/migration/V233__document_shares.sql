-- Documents that are shared one by one: with actors, or with whoever has a link.

create table document_share (
    id          uuid primary key,
    document_id uuid not null references document on delete cascade,
    actor_id    uuid not null references actor on delete cascade,
    permission  text not null check (permission in ('VIEW', 'EDIT')),
    created_by  uuid not null references actor,
    created_at  timestamptz not null,
    unique (document_id, actor_id)
);
create index on document_share (actor_id);

create table document_link (
    id             uuid primary key,
    document_id    uuid not null references document on delete cascade,
    -- of 256 random bits, so it needs no salt
    secret_hash    bytea not null unique,
    password_hash  text,
    expires_at     timestamptz not null,
    created_by     uuid not null references actor,
    created_at     timestamptz not null,
    opened         bigint not null default 0,
    last_opened_at timestamptz
);
create index on document_link (document_id, id);

-- Whether a rule forbids something where a document is; not the same as that nothing allows it.
create function policy_denies(asking uuid, wanted text, workspace uuid, zone uuid) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp
as
$$
begin
    return coalesce(
                   (select not d.allowed and d.rule_id is not null
                    from policy_decisions(asking, wanted) d
                    where d.workspace_id = workspace and (d.zone_id is null or d.zone_id = zone)
                    order by d.zone_id is null
                    limit 1),
                   false);
end
$$;

-- The documents that are shared with an actor, save for those that a rule denies them: a share adds to what the roles
-- say, and never goes before a rule.
create function shared_documents(asking uuid, wanted text) returns uuid[]
    language plpgsql stable security definer set search_path = public, pg_temp
as
$$
begin
    return (select coalesce(array_agg(d.id), '{}')
            from document_share s
                     join document d on d.id = s.document_id
            where s.actor_id = asking
              and d.trashed_at is null
              and (wanted = 'DOCUMENT_READ' or wanted = 'DOCUMENT_WRITE' and s.permission = 'EDIT')
              and not policy_denies(asking, 'NODE_READ', d.workspace_id, d.zone_id)
              and not policy_denies(asking, 'DOCUMENT_READ', d.workspace_id, d.zone_id)
              and not (wanted <> 'DOCUMENT_READ' and policy_denies(asking, wanted, d.workspace_id, d.zone_id)));
end
$$;

-- A token with limits reaches the places that it names, and no shares elsewhere.
alter policy visible on document using (
    (select sees_everything())
        or workspace_id = any ((select open_workspaces('DOCUMENT_READ'))::uuid[])
            and (zone_id is null or zone_id <> all ((select hidden_zones('DOCUMENT_READ'))::uuid[]))
        or zone_id is not null and zone_id = any ((select granted_zones('DOCUMENT_READ'))::uuid[])
        or (select current_token()) is null
            and id = any ((select shared_documents(current_actor(), 'DOCUMENT_READ'))::uuid[]));

alter table document_share enable row level security;
create policy visible on document_share to strata_app using (
    exists (select from document d where d.id = document_share.document_id));

alter table document_link enable row level security;
create policy visible on document_link to strata_app using (
    exists (select from document d where d.id = document_link.document_id));

revoke all on function policy_denies(uuid, text, uuid, uuid), shared_documents(uuid, text) from public;
grant execute on function policy_denies(uuid, text, uuid, uuid), shared_documents(uuid, text) to strata_app;
grant select, insert, update, delete on document_share, document_link to strata_app;
