-- The functions that decide who may do what, once more and to the same effect, in PL/pgSQL: its plans are kept for as long
-- as a connection lives, while a function in SQL that is not inlined is planned each time it is called, which took ten
-- times as long as running it.

create or replace function policy_decisions(asking uuid, wanted text)
    returns table (workspace_id uuid, zone_id uuid, allowed boolean, rule_id uuid)
    language plpgsql stable security definer set search_path = public, pg_temp
as
$$
#variable_conflict use_column
begin
    return query
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
    from decided d;
end
$$;

create or replace function policy_visibility(asking uuid, wanted text, out workspaces uuid[], out hidden uuid[], out granted uuid[])
    language plpgsql stable security definer set search_path = public, pg_temp
as
$$
#variable_conflict use_column
begin
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
    into workspaces, hidden, granted
    from settled s
             join settled g on g.workspace_id = s.workspace_id and g.zone_id is null;
end
$$;

create or replace function token_visibility(asking uuid, presented uuid, wanted text,
                                 out workspaces uuid[], out hidden uuid[], out granted uuid[])
    language plpgsql stable security definer set search_path = public, pg_temp
as
$$
#variable_conflict use_column
begin
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
    into workspaces, hidden, granted;
end
$$;

create or replace function sees_everything() returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp
as
$$
begin
    return coalesce(
                   current_token() is null
                       and (current_actor() = '00000000-0000-0000-0000-000000000000'
                            or exists (select from actor a where a.id = current_actor() and a.administrator and a.active)),
                   false);
end
$$;

create or replace function open_workspaces(wanted text) returns uuid[]
    language plpgsql stable
as
$$
begin
    return case
               when current_token() is null then (select workspaces from policy_visibility(current_actor(), wanted))
               else (select workspaces from token_visibility(current_actor(), current_token(), wanted))
               end;
end
$$;

create or replace function hidden_zones(wanted text) returns uuid[]
    language plpgsql stable
as
$$
begin
    return case
               when current_token() is null then (select hidden from policy_visibility(current_actor(), wanted))
               else (select hidden from token_visibility(current_actor(), current_token(), wanted))
               end;
end
$$;

create or replace function granted_zones(wanted text) returns uuid[]
    language plpgsql stable
as
$$
begin
    return case
               when current_token() is null then (select granted from policy_visibility(current_actor(), wanted))
               else (select granted from token_visibility(current_actor(), current_token(), wanted))
               end;
end
$$;
