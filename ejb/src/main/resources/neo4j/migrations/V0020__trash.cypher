CREATE CONSTRAINT trashed_id IF NOT EXISTS FOR (n:Trashed) REQUIRE n.id IS UNIQUE;
CREATE INDEX trashed_short_id IF NOT EXISTS FOR (n:Trashed) ON (n.short_id);
CREATE INDEX trashed_root IF NOT EXISTS FOR (n:Trashed) ON (n.trash_root);
CREATE INDEX trash_entry IF NOT EXISTS FOR (n:Trashed) ON (n.project_id, n.trash_id);
CREATE INDEX project_workspace IF NOT EXISTS FOR (p:Project) ON (p.workspace_id);
