-- Who may do what where. The decision is made here and nowhere else: the server asks these functions, and so does
-- row-level security.

-- What a role may do without any rule. The same as io.strata.access.Action says; a test compares them.
create table policy_default (
    action text not null,
    role   text not null check (role in ('VIEWER', 'AGENT', 'MEMBER', 'ADMIN', 'OWNER')),
    primary key (action, role)
);

insert into policy_default (action, role)
select action.name, role.name
from (values ('WORKSPACE_READ', 1), ('WORKSPACE_MANAGE', 4), ('POLICY_MANAGE', 4), ('PROJECT_MANAGE', 4),
             ('NODE_READ', 1), ('NODE_WRITE', 3), ('NODE_DELETE', 3),
             ('COMMENT_READ', 1), ('COMMENT_WRITE', 3), ('COMMENT_MODERATE', 4),
             ('DOCUMENT_READ', 1), ('DOCUMENT_WRITE', 3), ('TOPIC_MANAGE', 4), ('WEBHOOK_MANAGE', 4),
             ('AUDIT_READ', 4)) as action (name, least),
     (values ('VIEWER', 1), ('AGENT', 2), ('MEMBER', 3), ('ADMIN', 4), ('OWNER', 5)) as role (name, rank)
where role.rank >= action.least;

-- A part of the tree for which rules are made: a node with all that is below it, or a node alone. Nodes carry the id of
-- the zone they are in, so that a question needs to know zones and not paths. What is in no zone is only subject to the
-- rules of its workspace.
create table policy_zone (
    id           uuid primary key,
    workspace_id uuid not null references workspace on delete cascade,
    project_id   uuid not null references project on delete cascade,
    node_id      uuid not null,
    reach        text not null check (reach in ('SUBTREE', 'NODE')),
    -- the next subtree around this one
    parent_id    uuid references policy_zone,
    unique (node_id, reach)
);
create index on policy_zone (workspace_id);
create index on policy_zone (project_id);
create index on policy_zone (parent_id);

create table policy_rule (
    id           uuid primary key,
    workspace_id uuid not null references workspace on delete cascade,
    -- null: the whole workspace
    zone_id      uuid references policy_zone on delete cascade,
    actor_id     uuid references actor on delete cascade,
    role         text check (role in ('VIEWER', 'AGENT', 'MEMBER', 'ADMIN', 'OWNER')),
    action       text not null,
    effect       text not null check (effect in ('ALLOW', 'DENY')),
    reason       text not null default '',
    created_by   uuid not null,
    created_at   timestamptz not null,
    check ((actor_id is null) <> (role is null))
);
create unique index policy_rule_subject on policy_rule
    (workspace_id, coalesce(zone_id, workspace_id), coalesce(actor_id::text, role), action);
create index on policy_rule (actor_id, action);
create index on policy_rule (zone_id);

alter table node_content add column zone_id uuid;
alter table document add column zone_id uuid;
create index on document (node_id);

-- A document is in the zone of its node. A new one waits until a change of that zone is committed, and such a change sees
-- the documents that it has waited for.
create function document_enters_zone() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as
$$
begin
    select c.zone_id into new.zone_id from node_content c where c.node_id = new.node_id for share;
    return new;
end
$$;
create trigger document_enters_zone before insert or update of node_id on document
    for each row when (new.node_id is not null) execute function document_enters_zone();

create function documents_follow_zone() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as
$$
begin
    update document d set zone_id = c.zone_id
    from changed c
    where d.node_id = c.node_id and d.zone_id is distinct from c.zone_id;
    return null;
end
$$;
create trigger documents_follow_zone after update on node_content
    referencing new table as changed
    for each statement execute function documents_follow_zone();

grant select on policy_default to strata_app;
grant select, insert, update, delete on policy_zone, policy_rule to strata_app;

-- What an actor may do, for each workspace they have to do with (zone_id is null) and each zone in it. The nearest scope
-- with a rule decides; within a scope a rule for the actor goes before one for their role, and deny before allow.
create function policy_decisions(asking uuid, wanted text)
    returns table (workspace_id uuid, zone_id uuid, allowed boolean, rule_id uuid)
    language sql stable security definer set search_path = public, pg_temp
as
$$
with recursive
    belonging as materialized (select m.workspace_id, m.role from membership m where m.actor_id = asking),
    applicable as materialized (
        select r.id, r.workspace_id, r.zone_id, r.effect, true as personal
        from policy_rule r
        where r.actor_id = asking and r.action = wanted
        union all
        select r.id, r.workspace_id, r.zone_id, r.effect, false
        from belonging b join policy_rule r on r.workspace_id = b.workspace_id and r.role = b.role
        where r.action = wanted),
    strongest as materialized (
        select distinct on (a.workspace_id, a.zone_id) a.workspace_id, a.zone_id, a.id, a.effect
        from applicable a
        order by a.workspace_id, a.zone_id, a.personal desc, a.effect desc, a.id),
    concerned as (
        select b.workspace_id, b.role from belonging b
        union all
        select distinct a.workspace_id, null
        from applicable a
        where not exists (select from belonging b where b.workspace_id = a.workspace_id)),
    ground as materialized (
        select c.workspace_id, coalesce(s.effect = 'ALLOW', d.role is not null) as allowed, s.id as rule_id
        from concerned c
                 left join strongest s on s.workspace_id = c.workspace_id and s.zone_id is null
                 left join policy_default d on d.action = wanted and d.role = c.role),
    decided as (
        select z.id, z.workspace_id, coalesce(s.effect = 'ALLOW', g.allowed) as allowed, coalesce(s.id, g.rule_id) as rule_id
        from ground g
                 join policy_zone z on z.workspace_id = g.workspace_id
                 left join strongest s on s.zone_id = z.id
        where z.parent_id is null
          and exists (select from applicable a where a.workspace_id = g.workspace_id and a.zone_id is not null)
        union all
        select z.id, z.workspace_id, coalesce(s.effect = 'ALLOW', p.allowed), coalesce(s.id, p.rule_id)
        from decided p
                 join policy_zone z on z.parent_id = p.id
                 left join strongest s on s.zone_id = z.id)
select g.workspace_id, null::uuid, g.allowed, g.rule_id
from ground g
union all
select d.workspace_id, d.id, d.allowed, d.rule_id
from decided d
$$;

-- The same, folded into what a query can carry: the workspaces that are open, the zones that are closed in them, and the
-- zones that are open elsewhere. Nobody may do anything with what they may not read.
create function policy_visibility(asking uuid, wanted text, out workspaces uuid[], out hidden uuid[], out granted uuid[])
    language sql stable security definer set search_path = public, pg_temp
as
$$
with wish as materialized (select * from policy_decisions(asking, wanted)),
     kind as materialized (select wanted in ('NODE_WRITE', 'NODE_DELETE', 'COMMENT_READ', 'COMMENT_WRITE',
                                             'COMMENT_MODERATE', 'DOCUMENT_READ', 'DOCUMENT_WRITE') as on_nodes),
     reading as materialized (select d.* from kind k, policy_decisions(asking, 'NODE_READ') d where k.on_nodes),
     place as (select workspace_id, zone_id from wish union select workspace_id, zone_id from reading),
     -- a zone that only one of the two has heard of is for the other as its workspace is: that one has no rules there
     settled as (
         select p.workspace_id, p.zone_id,
                coalesce(w.allowed, wg.allowed, false)
                    and (not k.on_nodes or coalesce(r.allowed, rg.allowed, false)) as allowed
         from kind k
                  cross join place p
                  left join wish w on w.workspace_id = p.workspace_id and w.zone_id is not distinct from p.zone_id
                  left join wish wg on wg.workspace_id = p.workspace_id and wg.zone_id is null
                  left join reading r on r.workspace_id = p.workspace_id and r.zone_id is not distinct from p.zone_id
                  left join reading rg on rg.workspace_id = p.workspace_id and rg.zone_id is null)
select coalesce(array_agg(s.workspace_id) filter (where s.zone_id is null and s.allowed), '{}'),
       coalesce(array_agg(s.zone_id) filter (where s.zone_id is not null and not s.allowed and g.allowed), '{}'),
       coalesce(array_agg(s.zone_id) filter (where s.zone_id is not null and s.allowed and not g.allowed), '{}')
from settled s
         join settled g on g.workspace_id = s.workspace_id and g.zone_id is null
$$;

-- Keys are unique over all workspaces, also those that the asking actor does not see.
create function project_key_is_taken(wanted text) returns boolean
    language sql stable security definer set search_path = public, pg_temp
as
$$
select exists (select from project p where p.key = wanted)
$$;

grant execute on function project_key_is_taken(text) to strata_app;
grant execute on function policy_decisions(uuid, text), policy_visibility(uuid, text) to strata_app;

-- Row-level security: whatever the server asks, and whoever gets hold of its database role, sees no row that the actor
-- may not see whose id the transaction carries. No actor: nothing. The system's own id: everything.

create function current_actor() returns uuid
    language sql stable
as
$$
select nullif(current_setting('app.actor_id', true), '')::uuid
$$;

create function sees_everything() returns boolean
    language sql stable security definer set search_path = public, pg_temp
as
$$
select coalesce(
               current_actor() = '00000000-0000-0000-0000-000000000000'
                   or exists (select from actor a where a.id = current_actor() and a.administrator and a.active),
               false)
$$;

create function open_workspaces(wanted text) returns uuid[]
    language sql stable
as
$$
select workspaces from policy_visibility(current_actor(), wanted)
$$;

create function hidden_zones(wanted text) returns uuid[]
    language sql stable
as
$$
select hidden from policy_visibility(current_actor(), wanted)
$$;

create function granted_zones(wanted text) returns uuid[]
    language sql stable
as
$$
select granted from policy_visibility(current_actor(), wanted)
$$;

-- The sub-selects are there so that each function is asked once for a query, and only if a row needs the answer.

alter table node_content enable row level security;
create policy visible on node_content to strata_app using (
    (select sees_everything())
        or workspace_id = any ((select open_workspaces('NODE_READ'))::uuid[])
            and (zone_id is null or zone_id <> all ((select hidden_zones('NODE_READ'))::uuid[]))
        or zone_id is not null and zone_id = any ((select granted_zones('NODE_READ'))::uuid[]));

alter table comment enable row level security;
create policy visible on comment to strata_app using (
    exists (select from node_content c where c.node_id = comment.node_id));

alter table document enable row level security;
create policy visible on document to strata_app using (
    (select sees_everything())
        or workspace_id = any ((select open_workspaces('DOCUMENT_READ'))::uuid[])
            and (zone_id is null or zone_id <> all ((select hidden_zones('DOCUMENT_READ'))::uuid[]))
        or zone_id is not null and zone_id = any ((select granted_zones('DOCUMENT_READ'))::uuid[]));

alter table document_text enable row level security;
create policy visible on document_text to strata_app using (
    exists (select from document d where d.id = document_text.document_id));

alter table document_topic enable row level security;
create policy visible on document_topic to strata_app using (
    exists (select from document d where d.id = document_topic.document_id));

alter table topic enable row level security;
create policy visible on topic to strata_app using (
    (select sees_everything()) or workspace_id = any ((select open_workspaces('WORKSPACE_READ'))::uuid[]));

-- Whoever may see a part of a project sees that there is the project.
alter table project enable row level security;
create policy visible on project to strata_app using (
    (select sees_everything())
        or workspace_id = any ((select open_workspaces('WORKSPACE_READ'))::uuid[])
        or workspace_id = any ((select open_workspaces('NODE_READ'))::uuid[])
        or exists (select from policy_zone z
                   where z.project_id = project.id and z.id = any ((select granted_zones('NODE_READ'))::uuid[])));

-- Members know of webhooks; who manages them is asked by the server.
alter table webhook enable row level security;
create policy visible on webhook to strata_app using (
    (select sees_everything()) or workspace_id = any ((select open_workspaces('WORKSPACE_READ'))::uuid[]));

alter table webhook_delivery enable row level security;
create policy visible on webhook_delivery to strata_app using (
    exists (select from webhook w where w.id = webhook_delivery.webhook_id));
