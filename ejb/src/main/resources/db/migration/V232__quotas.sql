-- How much people keep, and how much they may. What is in the trash and earlier versions count; they go from the sum in
-- the transaction that removes their rows, however that happens.

create table storage_use (
    actor_id    uuid primary key references actor on delete cascade,
    used_bytes  bigint not null default 0 check (used_bytes >= 0),
    -- null: what the setting says
    quota_bytes bigint check (quota_bytes >= 0)
);

insert into storage_use (actor_id, used_bytes)
select d.owner_id, sum(d.size_bytes) from document d group by d.owner_id;

create function free_storage_of_documents() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as
$$
begin
    update storage_use s set used_bytes = greatest(0, s.used_bytes - g.bytes)
    from (select coalesce(gone.version_by, gone.owner_id) as actor_id, sum(gone.size_bytes) as bytes from gone group by 1) g
    where s.actor_id = g.actor_id;
    return null;
end
$$;
create trigger free_storage after delete on document
    referencing old table as gone
    for each statement execute function free_storage_of_documents();

create function free_storage_of_versions() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as
$$
begin
    update storage_use s set used_bytes = greatest(0, s.used_bytes - g.bytes)
    from (select gone.uploaded_by as actor_id, sum(gone.size_bytes) as bytes from gone group by 1) g
    where s.actor_id = g.actor_id;
    return null;
end
$$;
create trigger free_storage after delete on document_version
    referencing old table as gone
    for each statement execute function free_storage_of_versions();

revoke all on function free_storage_of_documents(), free_storage_of_versions() from public;
grant select, insert, update on storage_use to strata_app;
