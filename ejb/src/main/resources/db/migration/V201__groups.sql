-- Groups of people and agents in a workspace: rules can be for a group, and a group can give its members a role.

create table actor_group (
    id           uuid primary key,
    workspace_id uuid not null references workspace on delete cascade,
    name         text not null,
    description  text not null default '',
    -- what its members are in the workspace at least; null: the group gives no role. Nobody owns a workspace by a group.
    role         text check (role in ('VIEWER', 'AGENT', 'MEMBER', 'ADMIN')),
    created_at   timestamptz not null,
    updated_at   timestamptz not null
);
create unique index on actor_group (workspace_id, lower(name));

create table actor_group_member (
    group_id uuid not null references actor_group on delete cascade,
    actor_id uuid not null references actor on delete cascade,
    primary key (group_id, actor_id)
);
create index on actor_group_member (actor_id);

grant select, insert, update, delete on actor_group, actor_group_member to strata_app;

-- What an actor is in a workspace: the most that their membership and their groups give.
create view workspace_role as
select distinct on (given.workspace_id, given.actor_id) given.workspace_id, given.actor_id, given.role, given.group_id
from (select m.workspace_id, m.actor_id, m.role, null::uuid as group_id
      from membership m
      union all
      select g.workspace_id, m.actor_id, g.role, g.id
      from actor_group_member m join actor_group g on g.id = m.group_id
      where g.role is not null) given
order by given.workspace_id, given.actor_id,
         array_position(array ['OWNER', 'ADMIN', 'MEMBER', 'AGENT', 'VIEWER'], given.role), given.group_id nulls first;
grant select on workspace_role to strata_app;

alter table policy_rule
    add column group_id uuid references actor_group on delete cascade,
    drop constraint policy_rule_check,
    add constraint policy_rule_one_subject check (num_nonnulls(actor_id, group_id, role) = 1);
drop index policy_rule_subject;
create unique index policy_rule_subject on policy_rule
    (workspace_id, coalesce(zone_id, workspace_id), coalesce(actor_id::text, group_id::text, role), action);
create index on policy_rule (group_id, action);

-- As before, and now with groups: within a scope a rule for the actor goes before one for a group of theirs, and that
-- before one for their role; of several groups, deny goes before allow.
create or replace function policy_decisions(asking uuid, wanted text)
    returns table (workspace_id uuid, zone_id uuid, allowed boolean, rule_id uuid)
    language sql stable security definer set search_path = public, pg_temp
as
$$
with recursive
    belonging as materialized (select m.workspace_id, m.role from workspace_role m where m.actor_id = asking),
    applicable as materialized (
        select r.id, r.workspace_id, r.zone_id, r.effect, 1 as closeness
        from policy_rule r
        where r.actor_id = asking and r.action = wanted
        union all
        select r.id, r.workspace_id, r.zone_id, r.effect, 2
        from actor_group_member m join policy_rule r on r.group_id = m.group_id
        where m.actor_id = asking and r.action = wanted
        union all
        select r.id, r.workspace_id, r.zone_id, r.effect, 3
        from belonging b join policy_rule r on r.workspace_id = b.workspace_id and r.role = b.role
        where r.action = wanted),
    strongest as materialized (
        select distinct on (a.workspace_id, a.zone_id) a.workspace_id, a.zone_id, a.id, a.effect
        from applicable a
        order by a.workspace_id, a.zone_id, a.closeness, a.effect desc, a.id),
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
