import { all, api, body } from '../api/client';
import type { Caller, Cycle, Member, Project, Workflow, Workspace } from '../api/model';

const LIMIT = 200;

export function readCaller(): Promise<Caller> {
  return body(api.GET('/api/v1/auth/me'));
}

export function signOut(): Promise<void> {
  return body(api.POST('/api/v1/auth/logout'));
}

export function listWorkspaces(): Promise<Workspace[]> {
  return all((cursor) => body(api.GET('/api/v1/workspaces', { params: { query: { cursor, limit: LIMIT } } })));
}

export function createWorkspace(name: string): Promise<Workspace> {
  return body(api.POST('/api/v1/workspaces', { body: { name } }));
}

export function listProjects(workspace: string): Promise<Project[]> {
  return all((cursor) =>
    body(
      api.GET('/api/v1/workspaces/{workspace}/projects', {
        params: { path: { workspace }, query: { cursor, limit: LIMIT } },
      }),
    ),
  );
}

export function createProject(workspace: string, key: string, name: string): Promise<Project> {
  return body(
    api.POST('/api/v1/workspaces/{workspace}/projects', { params: { path: { workspace } }, body: { key, name } }),
  );
}

export function listMembers(workspace: string): Promise<Member[]> {
  return all((cursor) =>
    body(
      api.GET('/api/v1/workspaces/{workspace}/members', {
        params: { path: { workspace }, query: { cursor, limit: LIMIT } },
      }),
    ),
  );
}

export function readWorkflow(project: string): Promise<Workflow> {
  return body(api.GET('/api/v1/projects/{project}/workflow', { params: { path: { project } } }));
}

export function listCycles(project: string): Promise<Cycle[]> {
  return all((cursor) =>
    body(
      api.GET('/api/v1/projects/{project}/cycles', { params: { path: { project }, query: { cursor, limit: LIMIT } } }),
    ),
  );
}
