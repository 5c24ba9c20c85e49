CREATE CONSTRAINT trashed_id IF NOT EXISTS FOR (n:Trashed) REQUIRE n.id IS UNIQUE;
CREATE INDEX project_root IF NOT EXISTS FOR (p:Project) ON (p.root_id);
