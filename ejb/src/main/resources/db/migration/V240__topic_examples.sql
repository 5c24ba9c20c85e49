-- What people have said about the topics of documents, for the classifier to learn from.

-- The mean of the vectors of the text's passages: 32-bit floating-point numbers, big-endian. Null until a document has been
-- classified, and for one that has no text.
alter table document_text add column meaning bytea;

create sequence topic_example_learned;

create table topic_example (
    document_id  uuid primary key references document on delete cascade,
    workspace_id uuid not null references workspace on delete cascade,
    -- as a person said; none: about nothing that there is a topic for. Topics that were removed since are still named.
    topics       uuid[] not null,
    -- grows with every change, so that a server finds what is new to it
    learned      bigint not null default nextval('topic_example_learned')
);
create index on topic_example (workspace_id, learned desc);

insert into topic_example (document_id, workspace_id, topics)
select d.id, d.workspace_id, array_agg(t.topic_id)
from document d join document_topic t on t.document_id = d.id
where t.source = 'PERSON'
group by d.id, d.workspace_id;

alter table topic_example enable row level security;
create policy visible on topic_example to strata_app using (
    exists (select from document d where d.id = topic_example.document_id));

grant select, insert, update, delete on topic_example to strata_app;
grant usage on sequence topic_example_learned to strata_app;
