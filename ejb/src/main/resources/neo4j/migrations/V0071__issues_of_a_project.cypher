CREATE INDEX issue_project IF NOT EXISTS FOR (n:Issue) ON (n.project_id, n.id);
