import type { components } from './schema';

/** The description names constants as Java does; in JSON they are in lower case. */
export type AsJson<T> = T extends string
  ? string extends T
    ? T
    : Lowercase<T>
  : T extends readonly (infer Element)[]
    ? AsJson<Element>[]
    : T extends object
      ? { [K in keyof T]: AsJson<T[K]> }
      : T;

type Schemas = AsJson<components['schemas']>;

/** A schema of which some fields are always there. */
type With<T, Present extends keyof T> = Omit<T, Present> & { [K in Present]-?: NonNullable<T[K]> };

export type NodeKind = Schemas['NodeKind'];
export type Priority = Schemas['Priority'];
export type StatusCategory = Schemas['StatusCategory'];
export type LinkType = Schemas['LinkType'];
export type Role = Schemas['Role'];

export type Caller = With<Schemas['Caller'], 'actor_id' | 'handle' | 'display_name' | 'administrator'>;
export type Workspace = With<Schemas['WorkspaceView'], 'id' | 'name' | 'role'>;
export type Project = With<Schemas['ProjectView'], 'id' | 'workspace_id' | 'key' | 'name' | 'root_id' | 'statuses' | 'created_at' | 'updated_at'>;
export type Member = With<Schemas['MemberView'], 'actor_id' | 'handle' | 'display_name' | 'role'>;
export type Status = With<Schemas['WorkflowStatus'], 'name' | 'category'>;
export type Cycle = With<Schemas['CycleView'], 'id' | 'name' | 'start_date' | 'end_date'>;

/** What issues of a project can be, and where each status leads: everywhere when it is not named. */
export interface Workflow {
  statuses: Status[];
  transitions: Partial<Record<string, string[]>>;
}

export type NodeReference = With<Schemas['NodeReference'], 'id' | 'kind' | 'short_id' | 'title'>;
export type NodeView = With<
  Schemas['NodeView'],
  'id' | 'kind' | 'short_id' | 'project_id' | 'workspace_id' | 'title' | 'labels' | 'created_at' | 'updated_at'
>;
export type SubtreeRow = Omit<With<Schemas['SubtreeRow'], 'depth' | 'parent_id' | 'leaf'>, 'node'> & {
  node: NodeReference;
};
export type NodeChanges = Schemas['NodeChanges'];
export type CreateNode = Schemas['CreateNode'];
export type BulkItem = Schemas['BulkItem'];

export type Artifact = With<Schemas['ArtifactView'], 'id' | 'title' | 'kind'>;
export type Link = Omit<With<Schemas['LinkView'], 'type' | 'layer' | 'direction'>, 'node'> & { node: NodeReference };

/** A node with everything about it. */
export interface NodeContext {
  node: NodeView;
  description?: string;
  /** Sanitised by the server, where it sends it. */
  description_html?: string;
  path: NodeReference[];
  children: NodeReference[];
  child_count: number;
  artifacts: Artifact[];
  links: Link[];
}

export type Comment = With<Schemas['CommentView'], 'id' | 'node_id' | 'deleted' | 'created_at' | 'updated_at'> & {
  /** Sanitised by the server. */
  text_html?: string;
};
export type DocumentTopic = With<Schemas['DocumentTopicView'], 'topic_id' | 'name' | 'confidence' | 'source'>;
export type DocumentStatus = Schemas['DocumentStatus'];
export type Document = Omit<
  With<Schemas['DocumentView'], 'id' | 'workspace_id' | 'title' | 'file_name' | 'mime_type' | 'size_bytes' | 'status' | 'created_at'>,
  'topics'
> & { topics: DocumentTopic[] };
export type DocumentText = With<Schemas['DocumentTextView'], 'text' | 'truncated' | 'characters'>;
export type Topic = With<Schemas['TopicView'], 'id' | 'name'>;
export type ImportReport = With<
  Schemas['ImportReport'],
  'dry_run' | 'components' | 'issues' | 'links' | 'cycles' | 'comments' | 'nodes'
>;

/** The priorities from the most to the least urgent. */
export const PRIORITIES = ['urgent', 'high', 'medium', 'low', 'none'] as const satisfies readonly Priority[];

export type GraphEdge = With<Schemas['GraphEdge'], 'type' | 'layer' | 'source_id' | 'target_id'>;
export type ReachedNode = Omit<With<Schemas['ReachedNode'], 'distance'>, 'node'> & { node: NodeReference };

/** What is near a node, the nearest first. */
export interface Neighbours {
  node: NodeReference;
  items: ReachedNode[];
  edges: GraphEdge[];
  truncated: boolean;
}

/** What depends on a component, the nearest first. */
export interface Impact {
  items: { reached: ReachedNode; open_issues: number }[];
  open_issues: number;
  truncated: boolean;
}
