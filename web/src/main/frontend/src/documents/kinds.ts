import type { Document } from '../api/model';

/** How a document can be looked at. */
export type Preview = 'pdf' | 'picture' | 'text';

const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** What shows most of a document: its pages, its picture, or else its text. */
export function previewOf({ mime_type }: Pick<Document, 'mime_type'>): Preview {
  return mime_type === 'application/pdf' ? 'pdf' : PICTURES.includes(mime_type) ? 'picture' : 'text';
}

/** A short word for what a file is: the ending of its name. */
export function endingOf({ file_name }: Pick<Document, 'file_name'>): string {
  const ending = /\.([\p{L}\p{N}]{1,5})$/u.exec(file_name)?.[1];
  return ending?.toUpperCase() ?? '';
}

/** Whether nothing more happens to a document by itself. */
export function isFinished({ status }: Pick<Document, 'status'>): boolean {
  return status === 'ready' || status === 'failed';
}
