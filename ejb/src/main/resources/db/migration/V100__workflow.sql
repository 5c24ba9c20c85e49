-- What issues of a project can be, what each of that means, and which way they may go:
-- {"statuses": [{"name", "category"}, …], "transitions": {"from": ["to", …], …}}.

alter table project add column workflow jsonb;
update project p
set workflow = jsonb_build_object(
    'statuses',
    (select jsonb_agg(jsonb_build_object(
                'name', s.name,
                'category', case
                                when s.name in ('in_progress', 'in_review') then 'doing'
                                when s.name in ('done', 'cancelled') then s.name
                                else 'todo'
                            end) order by s.place)
     from unnest(p.statuses) with ordinality as s (name, place)),
    'transitions', '{}'::jsonb);
alter table project alter column workflow set not null;
alter table project drop column statuses;
