-- Removing projects and workspaces. These functions look at all rows, also at those that the asking person may not see:
-- what is hidden from them is in the way all the same.

create function project_has_documents(project uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
as
$$
select exists (select from document d where d.project_id = project)
$$;

create function workspace_is_used(workspace uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
as
$$
select exists (select from project p where p.workspace_id = workspace)
           or exists (select from document d where d.workspace_id = workspace)
$$;

-- With what people wrote about its nodes, its webhooks, and the sequences of its short ids.
create function remove_project(project uuid) returns boolean
    language plpgsql security definer set search_path = public, pg_temp
as
$$
begin
    delete from node_content c where c.project_id = project;
    delete from project p where p.id = project;
    execute format('drop sequence if exists %I, %I', 'project_issue_' || project, 'project_component_' || project);
    return true;
end
$$;

revoke all on function project_has_documents(uuid), workspace_is_used(uuid), remove_project(uuid) from public;
grant execute on function project_has_documents(uuid), workspace_is_used(uuid), remove_project(uuid) to strata_app;
