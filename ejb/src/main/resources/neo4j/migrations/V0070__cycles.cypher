CREATE INDEX cycle_project IF NOT EXISTS FOR (c:Cycle) ON (c.project_id, c.id);
CREATE INDEX issue_cycle IF NOT EXISTS FOR (n:Issue) ON (n.cycle_id);
