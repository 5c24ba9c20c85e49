-- How documents are kept: in folders, with tags, and for thirty days in the trash.

create table folder (
    id           uuid primary key,
    workspace_id uuid not null references workspace on delete cascade,
    -- null: at the top of the workspace
    parent_id    uuid references folder,
    name         text not null,
    created_by   uuid not null references actor,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    trashed_at   timestamptz,
    trashed_by   uuid references actor,
    -- the folder whose deletion took this one along
    trash_root   uuid,
    check ((trashed_at is null) = (trash_root is null))
);
create unique index folder_name on folder (workspace_id, coalesce(parent_id, workspace_id), lower(name))
    where trashed_at is null;
create index on folder (parent_id);
create index on folder (trash_root) where trash_root is not null;

alter table document add column folder_id uuid references folder;
alter table document add column trashed_at timestamptz;
alter table document add column trashed_by uuid references actor;
-- the document itself, or the folder whose deletion took it along
alter table document add column trash_root uuid;
alter table document add check ((trashed_at is null) = (trash_root is null));
create index on document (folder_id, id desc);
create index on document (trash_root) where trash_root is not null;
create index document_in_trash on document (trashed_at) where trashed_at is not null;
create index on document (workspace_id, lower(title), id);
create index on document (workspace_id, size_bytes, id);
create index on document (workspace_id, updated_at, id);
create index on document (workspace_id, sha256);

create table document_tag (
    document_id uuid not null references document on delete cascade,
    tag         text not null check (tag = lower(tag)),
    primary key (document_id, tag)
);
create index on document_tag (tag);

-- Folders are known to whoever may read documents in the workspace as a whole; what is in them, its own rules decide.
alter table folder enable row level security;
create policy visible on folder to strata_app using (
    (select sees_everything()) or workspace_id = any ((select open_workspaces('DOCUMENT_READ'))::uuid[]));

alter table document_tag enable row level security;
create policy visible on document_tag to strata_app using (
    exists (select from document d where d.id = document_tag.document_id));

-- How many documents there are in folders, also those that the asking actor does not see: a folder with something hidden
-- in it is not theirs to delete.
create function documents_in_folders(folders uuid[]) returns bigint
    language sql stable security definer set search_path = public, pg_temp
as
$$
select count(*) from document d where d.folder_id = any (folders) and d.trashed_at is null
$$;

-- What was deleted together comes back together, whoever brings it back.
create function restore_documents_of_folder(root uuid) returns uuid[]
    language sql security definer set search_path = public, pg_temp
as
$$
with restored as (
    update document d set trashed_at = null, trashed_by = null, trash_root = null where d.trash_root = root returning d.id)
select coalesce(array_agg(r.id), '{}') from restored r
$$;

-- The bytes of a document go with its row.
create trigger discard_object after delete on document
    referencing old table as gone
    for each statement execute function discard_object();

revoke all on function documents_in_folders(uuid[]), restore_documents_of_folder(uuid) from public;
grant execute on function documents_in_folders(uuid[]), restore_documents_of_folder(uuid) to strata_app;
grant select, insert, update, delete on folder, document_tag to strata_app;
