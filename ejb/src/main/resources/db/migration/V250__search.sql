-- What is searched for: one row for each component, issue, comment, project, cycle and document, written in the
-- transaction that changes the thing itself. What PostgreSQL owns is followed by triggers; what the graph owns is written
-- by the server. Searching is the function search_hits, which decides itself what the asking actor may see: row-level
-- security would keep the indexes from being used.

-- Each language with a stemmer has a configuration in which accents do not matter. Words of other languages, and of texts
-- whose language nobody knows, are stemmed as English ones.
create table search_language (
    code          text primary key,
    configuration text not null
);

insert into search_language (code, configuration) values ('', 'strata');

do
$$
declare
    language record;
begin
    for language in
        select *
        from (values ('ar', 'arabic'), ('hy', 'armenian'), ('eu', 'basque'), ('ca', 'catalan'), ('da', 'danish'),
                     ('nl', 'dutch'), ('fi', 'finnish'), ('fr', 'french'), ('de', 'german'), ('el', 'greek'),
                     ('hi', 'hindi'), ('hu', 'hungarian'), ('id', 'indonesian'), ('ga', 'irish'), ('it', 'italian'),
                     ('lt', 'lithuanian'), ('no', 'norwegian'), ('pt', 'portuguese'), ('ro', 'romanian'),
                     ('ru', 'russian'), ('sr', 'serbian'), ('es', 'spanish'), ('sv', 'swedish'), ('ta', 'tamil'),
                     ('tr', 'turkish')) as known (code, name)
    loop
        execute format('create text search configuration %I (copy = pg_catalog.%I)', 'strata_' || language.name,
                       language.name);
        execute format('alter text search configuration %I alter mapping for hword, hword_part, word with unaccent, %I',
                       'strata_' || language.name, language.name || '_stem');
        insert into search_language (code, configuration) values (language.code, 'strata_' || language.name);
    end loop;
end
$$;

-- Words as they are written, accents aside: for beginnings of words, which have no stem yet.
create text search configuration strata_plain (copy = simple);
alter text search configuration strata_plain
    alter mapping for hword, hword_part, word with unaccent, simple;

create table search_entry (
    -- of the thing itself
    id           uuid primary key,
    kind         text        not null check (kind in ('COMPONENT', 'ISSUE', 'COMMENT', 'PROJECT', 'CYCLE', 'DOCUMENT')),
    workspace_id uuid        not null references workspace on delete cascade,
    project_id   uuid references project on delete cascade,
    -- the node that it is, or hangs on
    node_id      uuid,
    -- of a node: what it hangs under
    parent_id    uuid,
    zone_id      uuid,
    -- of a node that is in the trash, and of its comments
    trashed      boolean     not null default false,
    -- of a project its key
    short_id     text,
    title        text        not null default '',
    labels       text[]      not null default '{}',
    status       text,
    assignee_id  uuid,
    language     text        not null default '' references search_language,
    -- short id, title and labels in small letters without accents: for typing errors
    heading      text        not null default '',
    words        tsvector    not null default '',
    updated_at   timestamptz not null
);
create index search_entry_words on search_entry using gin (words) where not trashed;
create index search_entry_heading on search_entry using gin (heading gin_trgm_ops) where not trashed;
create index search_entry_short_id on search_entry (short_id text_pattern_ops) where short_id is not null;
create index search_entry_recent on search_entry (updated_at desc, id desc) where not trashed;
create index search_entry_workspace on search_entry (workspace_id, updated_at desc, id desc) where not trashed;
create index search_entry_project on search_entry (project_id, updated_at desc, id desc) where not trashed;
create index search_entry_zone on search_entry (zone_id) where zone_id is not null;
create index search_entry_node on search_entry (node_id) where node_id is not null;
create index search_entry_parent on search_entry (parent_id) where parent_id is not null;
create index search_entry_language on search_entry (language) where language <> '';

-- Titles of PDF files and the like, which weigh as much as names.
alter table document_text add column heading text not null default '';

create function search_language_of(code text) returns text
    language sql stable
as
$$
select coalesce((select l.code from search_language l where l.code = search_language_of.code), '')
$$;

create function search_configuration(code text) returns regconfig
    language sql stable
as
$$
select l.configuration::regconfig from search_language l where l.code = search_configuration.code
$$;

-- The words that a name runs together: annualReport_2026.pdf has annual, Report, 2026 and pdf.
create function search_apart(name text) returns text
    language sql immutable
as
$$
select regexp_replace(regexp_replace(name, '([[:lower:]])([[:upper:]])', '\1 \2', 'g'), '[^[:alnum:]]+', ' ', 'g')
$$;

create function search_heading(short_id text, title text, labels text[]) returns text
    language sql stable
as
$$
select lower(unaccent(concat_ws(' ', short_id, title, array_to_string(labels, ' '))))
$$;

-- A tsvector holds at most one megabyte, so of a long text the first million characters can be searched for, and of one
-- that consists of ever new words, less.
create function search_words(code text, short_id text, title text, labels text[], body text) returns tsvector
    language plpgsql stable
as
$$
declare
    configuration regconfig := search_configuration(code);
    called text := left(title, 2000);
    topics text := array_to_string(labels, ' , ');
    heading tsvector := setweight(to_tsvector(configuration, called) || to_tsvector('strata_plain', called)
                                      || to_tsvector('strata_plain', search_apart(called))
                                      || to_tsvector('strata_plain', search_apart(coalesce(short_id, ''))), 'A')
        || setweight(to_tsvector(configuration, topics) || to_tsvector('strata_plain', topics), 'B');
begin
    if length(body) <= 100000 then
        return heading || setweight(to_tsvector(configuration, body), 'C');
    end if;
    begin
        return heading || setweight(to_tsvector(configuration, left(body, 1000000)), 'C');
    exception
        when program_limit_exceeded then
            return heading || setweight(to_tsvector(configuration, left(body, 100000)), 'C');
    end;
end
$$;

-- What is typed, in one language. Without operators the last word may be unfinished: then all words are in beginning.
create function search_query(configuration regconfig, typed text, beginning text) returns tsquery
    language sql stable
as
$$
select case
           when btrim(typed) = '' then null
           when beginning = '' then websearch_to_tsquery(configuration, typed)
           else websearch_to_tsquery(configuration, typed) || to_tsquery(configuration, beginning)
               || to_tsquery('strata_plain', beginning)
           end
$$;

-- Where to mark a text: what was typed or, where that is not in it, the words that look most like it.
create function search_marked(configuration regconfig, typed text, beginning text, shown text) returns tsquery
    language plpgsql stable
as
$$
declare
    sought tsquery := search_query(configuration, typed, beginning);
    alike text;
begin
    if beginning = '' or to_tsvector(configuration, shown) || to_tsvector('strata_plain', shown) @@ sought then
        return sought;
    end if;
    select string_agg(best.word, ' or ')
    into alike
    from regexp_split_to_table(search_apart(typed), ' ') as wanted (word),
         lateral (select present.word
                  from regexp_split_to_table(search_apart(left(shown, 2000)), ' ') as present (word)
                  where similarity(present.word, wanted.word) >= 0.25
                  order by similarity(present.word, wanted.word) desc, present.word
                  limit 1) best;
    return case when alike is null then sought else websearch_to_tsquery(configuration, alike) end;
end
$$;

-- Triggers: what PostgreSQL owns is followed whoever changes it.

create function search_follows_content() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as
$$
begin
    update search_entry e
    set zone_id = c.zone_id
    from changed c
    where e.node_id = c.node_id and e.zone_id is distinct from c.zone_id;
    update search_entry e
    set words = search_words(e.language, e.short_id, e.title, e.labels, c.description)
    from changed c
             join before b on b.node_id = c.node_id
    where e.id = c.node_id and c.description <> b.description;
    return null;
end
$$;
create trigger search_follows_content after update on node_content
    referencing old table as before new table as changed
    for each statement execute function search_follows_content();

create function search_forgets_node() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as
$$
begin
    delete from search_entry where id = old.node_id;
    return null;
end
$$;
create trigger search_forgets_node after delete on node_content
    for each row execute function search_forgets_node();

create function search_forgets() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as
$$
begin
    delete from search_entry where id = old.id;
    return null;
end
$$;
create trigger search_forgets_comment after delete on comment for each row execute function search_forgets();
create trigger search_forgets_document after delete on document for each row execute function search_forgets();

create function search_follows_comment() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as
$$
begin
    if new.deleted then
        delete from search_entry where id = new.id;
        return null;
    end if;
    insert into search_entry (id, kind, workspace_id, project_id, node_id, zone_id, words, updated_at)
    select new.id, 'COMMENT', new.workspace_id, new.project_id, new.node_id, c.zone_id,
           search_words('', null, '', '{}', new.text), new.updated_at
    from node_content c
    where c.node_id = new.node_id
    on conflict (id) do update set words = excluded.words, updated_at = excluded.updated_at;
    return null;
end
$$;
create trigger search_follows_comment after insert or update on comment
    for each row execute function search_follows_comment();

create function search_follows_project() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as
$$
begin
    insert into search_entry (id, kind, workspace_id, project_id, short_id, title, heading, words, updated_at)
    values (new.id, 'PROJECT', new.workspace_id, new.id, new.key, new.name, search_heading(new.key, new.name, '{}'),
            search_words('', new.key, new.name, '{}', ''), new.updated_at)
    on conflict (id) do update
        set title = excluded.title, heading = excluded.heading, words = excluded.words, updated_at = excluded.updated_at;
    return null;
end
$$;
create trigger search_follows_new_project after insert on project
    for each row execute function search_follows_project();
create trigger search_follows_project after update on project
    for each row when (old.name is distinct from new.name) execute function search_follows_project();

create function search_keep_document(document uuid) returns void
    language sql security definer set search_path = public, pg_temp
as
$$
insert into search_entry (id, kind, workspace_id, project_id, node_id, zone_id, trashed, title, labels, language, heading,
                          words, updated_at)
select d.id, 'DOCUMENT', d.workspace_id, d.project_id, d.node_id, d.zone_id, d.trashed_at is not null, d.title, tags.all_of,
       search_language_of(d.language), search_heading(null, d.title, tags.all_of),
       search_words(search_language_of(d.language), null, concat_ws(' ', d.title, nullif(t.heading, '')), tags.all_of,
                    coalesce(t.text, '')),
       d.updated_at
from document d
         left join document_text t on t.document_id = d.id
         cross join lateral (select array (select g.tag
                                           from document_tag g
                                           where g.document_id = d.id
                                           order by g.tag) as all_of) tags
where d.id = search_keep_document.document
on conflict (id) do update
    set project_id = excluded.project_id, node_id = excluded.node_id, zone_id = excluded.zone_id,
        trashed = excluded.trashed, title = excluded.title, labels = excluded.labels, language = excluded.language,
        heading = excluded.heading, words = excluded.words, updated_at = excluded.updated_at
$$;

create function search_follows_document() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as
$$
begin
    perform search_keep_document(new.id);
    return null;
end
$$;
create trigger search_follows_new_document after insert on document
    for each row execute function search_follows_document();
create trigger search_follows_document after update on document
    for each row
    when ((old.title, old.project_id, old.node_id, old.zone_id, old.language, old.trashed_at)
        is distinct from (new.title, new.project_id, new.node_id, new.zone_id, new.language, new.trashed_at))
    execute function search_follows_document();

-- The tags of a document are its labels. With the document itself they go without a trace: there is nothing left to keep.
create function search_follows_tags() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as
$$
begin
    perform search_keep_document(c.document_id) from (select distinct document_id from changed) c;
    return null;
end
$$;
create trigger search_follows_new_tags after insert on document_tag
    referencing new table as changed
    for each statement execute function search_follows_tags();
create trigger search_follows_old_tags after delete on document_tag
    referencing old table as changed
    for each statement execute function search_follows_tags();

create function search_follows_text() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as
$$
begin
    perform search_keep_document(new.document_id);
    return null;
end
$$;
create trigger search_follows_text after insert or update of text, heading on document_text
    for each row execute function search_follows_text();

-- What the graph owns is written by the server, whoever may see which part of it.

create function search_keep(entries jsonb) returns void
    language sql security definer set search_path = public, pg_temp
as
$$
insert into search_entry as e (id, kind, workspace_id, project_id, node_id, parent_id, zone_id, trashed, short_id, title,
                               labels, status, assignee_id, heading, words, updated_at)
select n.id, upper(n.kind), n.workspace_id, n.project_id, c.node_id, n.parent_id, c.zone_id, coalesce(n.trashed, false), n.short_id,
       n.title, coalesce(n.labels, '{}'), n.status, n.assignee_id,
       search_heading(n.short_id, n.title, n.labels),
       search_words('', n.short_id, n.title, coalesce(n.labels, '{}'), coalesce(c.description, '')), n.updated_at
from jsonb_to_recordset(entries) as n (id uuid, kind text, workspace_id uuid, project_id uuid, parent_id uuid,
                                       trashed boolean, short_id text, title text, labels text[], status text,
                                       assignee_id uuid, updated_at timestamptz)
         join project p on p.id = n.project_id
         left join node_content c on c.node_id = n.id
where c.node_id is not null or n.kind = 'cycle'
on conflict (id) do update
    set parent_id = coalesce(excluded.parent_id, e.parent_id), zone_id = excluded.zone_id, short_id = excluded.short_id,
        kind = excluded.kind, trashed = excluded.trashed,
        title = excluded.title, labels = excluded.labels, status = excluded.status, assignee_id = excluded.assignee_id,
        heading = excluded.heading, words = excluded.words, updated_at = excluded.updated_at
$$;

-- With their comments; documents outlive the node that they hang on.
create function search_trash(nodes uuid[], trashed boolean) returns void
    language sql security definer set search_path = public, pg_temp
as
$$
update search_entry e
set trashed = search_trash.trashed
where e.node_id = any (nodes) and e.kind <> 'DOCUMENT' and e.trashed <> search_trash.trashed
$$;

create function search_forget(entry uuid) returns void
    language sql security definer set search_path = public, pg_temp
as
$$
delete from search_entry where id = entry
$$;

-- What rights come to: open workspaces, closed zones in them, open zones elsewhere.
create type search_reach as (workspaces uuid[], hidden uuid[], granted uuid[]);

-- What the asking actor finds, best first or, when nothing is typed, latest first; at most a thousand. Of what matches the
-- words, names that contain what is typed are considered first, then the latest. Where fewer than twenty match and what is
-- typed is no short id, names that look alike are found as well. Absent filters are null.
create function search_hits(typed text, beginning text, kinds text[], statuses text[], topics text[], assignees uuid[],
                            workspace uuid, project uuid, below uuid, since timestamptz)
    returns table (id uuid, kind text, rank double precision)
    language plpgsql stable security definer
    set search_path = public, pg_temp
    -- a query of nothing but stop words is worth no notice
    set client_min_messages = warning
as
$$
declare
    most constant integer := 1000;
    few constant integer := 20;
    alike constant integer := 100;
    everything constant boolean := sees_everything();
    plain constant text := lower(unaccent(btrim(typed)));
    nodes search_reach;
    comments search_reach;
    documents search_reach;
    places uuid[];
    -- projects of which the actor sees a part, and documents that are shared with them
    parts uuid[];
    found uuid[];
    -- The same rights as those of row-level security: nodes and cycles, comments, documents, projects.
    allowed constant text := $c$
        ($1 or case e.kind
            when 'COMMENT' then e.workspace_id = any ($5) and (e.zone_id is null or e.zone_id <> all ($6))
                or e.zone_id is not null and e.zone_id = any ($7)
            when 'DOCUMENT' then e.workspace_id = any ($8) and (e.zone_id is null or e.zone_id <> all ($9))
                or e.zone_id is not null and e.zone_id = any ($10) or e.id = any ($12)
            when 'PROJECT' then e.workspace_id = any ($11) or e.id = any ($12)
            else e.workspace_id = any ($2) and (e.zone_id is null or e.zone_id <> all ($3))
                or e.zone_id is not null and e.zone_id = any ($4)
        end) $c$;
    -- A comment has the status, the labels and the assignee of its node.
    wanted constant text := $c$
        not e.trashed and ($13 is null or e.kind = any ($13))
        and ($14 is null and $15 is null and $16 is null
            or exists (select
                       from search_entry n
                       where n.id = case e.kind when 'COMMENT' then e.node_id else e.id end
                         and ($14 is null or n.status = any ($14))
                         and ($15 is null or n.labels && $15)
                         and ($16 is null or n.assignee_id = any ($16))))
        and ($17 is null or e.workspace_id = $17) and ($18 is null or e.project_id = $18)
        and ($19 is null or e.node_id = any (array (
            with recursive tree (id) as (
                select $19
                union all
                select c.id from tree t join search_entry c on c.parent_id = t.id)
            select t.id from tree t)))
        and ($20 is null or e.updated_at >= $20) $c$;
    codes text[];
    queries tsquery[];
    matching text;
    recent text;
begin
    if current_actor() is null then
        return;
    end if;
    if not everything then
        nodes := (open_workspaces('NODE_READ'), hidden_zones('NODE_READ'), granted_zones('NODE_READ'));
        if kinds is null or 'COMMENT' = any (kinds) then
            comments := (open_workspaces('COMMENT_READ'), hidden_zones('COMMENT_READ'), granted_zones('COMMENT_READ'));
        end if;
        if kinds is null or 'DOCUMENT' = any (kinds) then
            documents := (open_workspaces('DOCUMENT_READ'), hidden_zones('DOCUMENT_READ'), granted_zones('DOCUMENT_READ'));
            if current_token() is null then
                parts := shared_documents(current_actor(), 'DOCUMENT_READ');
            end if;
        end if;
        if kinds is null or 'PROJECT' = any (kinds) then
            places := nodes.workspaces || open_workspaces('WORKSPACE_READ');
            parts := parts || array(select z.project_id from policy_zone z where z.id = any (nodes.granted));
        end if;
    end if;

    if plain = '' then
        recent := 'select e.id, e.kind, extract(epoch from e.updated_at)::double precision as rank from search_entry e'
            || ' where ' || wanted || ' and ' || allowed;
        if not everything and project is null and workspace is null then
            -- workspace by workspace: each has its latest at the beginning of its part of the index
            recent := 'select l.* from (select distinct unnest($2 || $5 || $8 || $11)) as w (id), lateral ('
                || recent || ' and e.workspace_id = w.id order by e.updated_at desc, e.id desc limit $21) l'
                || ' union select l.* from (' || recent || ' and e.zone_id = any ($4 || $7 || $10)) l'
                || ' union select l.* from (' || recent || ' and e.id = any ($12)) l'
                || ' order by rank desc, id desc limit $21';
        else
            recent := recent || ' order by e.updated_at desc, e.id desc limit $21';
        end if;
        return query execute recent
            using everything, nodes.workspaces, nodes.hidden, nodes.granted, comments.workspaces, comments.hidden,
                comments.granted, documents.workspaces, documents.hidden, documents.granted, places, parts, kinds,
                statuses, topics, assignees, workspace, project, below, since, most;
        return;
    end if;

    select array_agg(q.code), array_agg(q.words), string_agg(format('e.words @@ %L::tsquery and e.language = %L', q.words, q.code), ' or ')
    into codes, queries, matching
    from (select l.code, search_query(l.configuration::regconfig, typed, beginning) as words
          from search_language l
          where l.code = '' or exists (select from search_entry x where x.language = l.code and x.language <> '')) q
    where numnode(q.words) > 0;
    if plain ~ '^[a-z][a-z0-9]{1,9}(-c?[0-9]*)?$' then
        matching := concat_ws(' or ', matching, format('e.short_id like %L', upper(plain) || '%'));
    end if;
    execute 'select array (select e.id from search_entry e
                           where (' || coalesce(matching, 'false') || ') and ' || wanted || ' and ' || allowed || '
                           order by strpos(e.heading, $21) > 0 desc, e.updated_at desc, e.id desc limit $22)'
        into found
        using everything, nodes.workspaces, nodes.hidden, nodes.granted, comments.workspaces, comments.hidden,
            comments.granted, documents.workspaces, documents.hidden, documents.granted, places, parts, kinds,
            statuses, topics, assignees, workspace, project, below, since, plain, most;

    if cardinality(found) < few and beginning <> '' and length(plain) > 2
        and plain !~ '^[a-z][a-z0-9]{1,9}-c?[0-9]*$' then
        -- 0.6 forgives too little; the function is called first because it is what loads the module that has the setting
        perform word_similarity(plain, plain), set_config('pg_trgm.word_similarity_threshold', '0.45', true);
        execute 'select $21 || array (
                     select e.id from search_entry e
                     where $22 <% e.heading and e.id <> all ($21) and ' || wanted || ' and ' || allowed || '
                     order by word_similarity($22, e.heading) desc, e.updated_at desc, e.id desc limit $23)'
            into found
            using everything, nodes.workspaces, nodes.hidden, nodes.granted, comments.workspaces, comments.hidden,
                comments.granted, documents.workspaces, documents.hidden, documents.granted, places, parts, kinds,
                statuses, topics, assignees, workspace, project, below, since, found, plain, alike;
    end if;

    return query
        select e.id, e.kind,
               case when e.short_id = upper(plain) then 100 else 0 end
                   + case when lower(unaccent(e.title)) = plain then 8
                          when starts_with(lower(unaccent(e.title)), plain) then 4
                          when e.short_id like upper(plain) || '%' then 3
                          else 0 end
                   + coalesce(2 * ts_rank_cd('{0.1, 0.2, 0.5, 1}', e.words, q.words, 1 | 32)::double precision, 0)
                   + word_similarity(plain, e.heading)::double precision
        from unnest(found) as f (id)
                 join search_entry e on e.id = f.id
                 left join unnest(codes, queries) as q (code, words) on q.code = e.language
        order by 3 desc, 1 desc;
end
$$;

-- A page of what is found, with what there is to show of it: row-level security would decide anew about each of the tables
-- that it comes from. Hits stand between start and stop. With per_kind, that many of each kind. Without details there are
-- no texts.
create function search_page(typed text, beginning text, kinds text[], statuses text[], topics text[], assignees uuid[],
                            workspace uuid, project uuid, below uuid, since timestamptz, after_rank double precision,
                            after_id uuid, size integer, per_kind integer, detailed boolean, start text, stop text)
    returns table (id uuid, kind text, rank double precision, total bigint, of_kind bigint, workspace_id uuid,
                   project_id uuid, short_id text, title text, marked text, status text, labels text, assignee_id uuid,
                   updated_at timestamptz, node_id uuid, node_short_id text, node_title text, snippet text)
    language sql stable security definer
    set search_path = public, pg_temp
    set client_min_messages = warning
as
$$
with hits as materialized (
         select h.id, h.kind, h.rank, count(*) over () as total, count(*) over (partition by h.kind) as of_kind,
                row_number() over (partition by h.kind order by h.rank desc, h.id desc) as place
         from search_hits(typed, beginning, kinds, statuses, topics, assignees, workspace, project, below, since) h),
     page as materialized (
         select *
         from hits h
         where (after_id is null or (h.rank, h.id) < (after_rank, after_id)) and (per_kind is null or h.place <= per_kind)
         order by h.rank desc, h.id desc
         limit size)
select p.id, p.kind, p.rank, p.total, p.of_kind, e.workspace_id, e.project_id, e.short_id, e.title,
       coalesce(ts_headline(l.configuration::regconfig, e.title,
                            search_marked(l.configuration::regconfig, typed, beginning, e.title),
                            format('HighlightAll=true, StartSel=%s, StopSel=%s', start, stop)), e.title),
       e.status, array_to_string(e.labels, chr(31)), e.assignee_id, e.updated_at, n.id, n.short_id, n.title,
       case
           when detailed then ts_headline(l.configuration::regconfig, body.text,
                                          search_query(l.configuration::regconfig, typed, beginning),
                                          format('StartSel=%s, StopSel=%s, MaxFragments=2, MaxWords=24, MinWords=8, '
                                                     || 'FragmentDelimiter=" … "', start, stop))
           end
from page p
         join search_entry e on e.id = p.id
         join search_language l on l.code = e.language
         left join search_entry n on n.id = e.node_id and n.id <> e.id and not n.trashed
         left join lateral (
    select case e.kind
               when 'COMMENT' then (select c.text from comment c where c.id = e.id)
               when 'DOCUMENT' then (select left(t.text, 200000) from document_text t where t.document_id = e.id)
               else (select c.description from node_content c where c.node_id = e.id)
               end as text) body on detailed
order by p.rank desc, p.id desc
$$;

-- The graph's part of an installation that has had no search is written at its next start.
create table search_backlog (
    -- nodes, then the trash, then cycles
    stage integer not null,
    -- the last one that was written
    after uuid    not null
);
insert into search_backlog (stage, after)
select 0, '00000000-0000-0000-0000-000000000000' where exists (select from node_content);

insert into search_entry (id, kind, workspace_id, project_id, short_id, title, heading, words, updated_at)
select p.id, 'PROJECT', p.workspace_id, p.id, p.key, p.name, search_heading(p.key, p.name, '{}'),
       search_words('', p.key, p.name, '{}', ''), p.updated_at
from project p;

insert into search_entry (id, kind, workspace_id, project_id, node_id, zone_id, words, updated_at)
select m.id, 'COMMENT', m.workspace_id, m.project_id, m.node_id, c.zone_id, search_words('', null, '', '{}', m.text),
       m.updated_at
from comment m
         join node_content c on c.node_id = m.node_id
where not m.deleted;

select count(search_keep_document(d.id)) from document d;

-- Documents are found by their entries now.
alter table document_text drop column search;
drop function document_search_vector(text, text);
drop index document_title_idx;

-- Row-level security: an entry is seen by whoever sees the thing. Only the functions above write.
alter table search_entry enable row level security;
create policy visible on search_entry for select to strata_app using (
    (select sees_everything())
        or case kind
               when 'COMMENT' then
                   workspace_id = any ((select open_workspaces('COMMENT_READ'))::uuid[])
                       and (zone_id is null or zone_id <> all ((select hidden_zones('COMMENT_READ'))::uuid[]))
                       or zone_id is not null and zone_id = any ((select granted_zones('COMMENT_READ'))::uuid[])
               when 'DOCUMENT' then exists (select from document d where d.id = search_entry.id)
               when 'PROJECT' then exists (select from project p where p.id = search_entry.id)
               else
                   workspace_id = any ((select open_workspaces('NODE_READ'))::uuid[])
                       and (zone_id is null or zone_id <> all ((select hidden_zones('NODE_READ'))::uuid[]))
                       or zone_id is not null and zone_id = any ((select granted_zones('NODE_READ'))::uuid[])
               end);

revoke all on function search_keep(jsonb), search_trash(uuid[], boolean), search_forget(uuid), search_keep_document(uuid),
    search_hits(text, text, text[], text[], text[], uuid[], uuid, uuid, uuid, timestamptz),
    search_page(text, text, text[], text[], text[], uuid[], uuid, uuid, uuid, timestamptz, double precision, uuid, integer,
        integer, boolean, text, text) from public;
grant execute on function search_keep(jsonb), search_trash(uuid[], boolean), search_forget(uuid),
    search_hits(text, text, text[], text[], text[], uuid[], uuid, uuid, uuid, timestamptz),
    search_page(text, text, text[], text[], text[], uuid[], uuid, uuid, uuid, timestamptz, double precision, uuid, integer,
        integer, boolean, text, text) to strata_app;
grant select on search_entry, search_language to strata_app;
grant select, update, delete on search_backlog to strata_app;
