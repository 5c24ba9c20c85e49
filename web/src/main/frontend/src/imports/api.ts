import { api, body } from '../api/client';
import type { ImportReport } from '../api/model';

const CSV = /\.csv$/i;

/** Whether a file is a table, by its name. */
export function isTable(name: string): boolean {
  return CSV.test(name);
}

/** Imports a file into a project, or only says what an import would make. The file goes as it is. */
export function importFile(project: string, file: Blob, dryRun: boolean): Promise<ImportReport> {
  return body(
    api.POST('/api/v1/projects/{project}/import', {
      params: { path: { project }, query: { dry_run: dryRun } },
      headers: { 'Content-Type': file.type },
      // The description knows one body for both media types.
      body: file as never,
      bodySerializer: (content) => content as unknown as Blob,
    }),
  );
}
