import type { Artifact } from '../api/model';

const STEP = 1024;
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Where an artifact that is no document leads. Only addresses of the web are followed. */
export function href(artifact: Artifact): string | undefined {
  return artifact.url !== undefined && /^https?:\/\//i.test(artifact.url) ? artifact.url : undefined;
}

/** A number of bytes in words. */
export function size(bytes: number | undefined, locale: string): string {
  if (bytes === undefined) {
    return '';
  }
  const power = bytes === 0 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log(bytes) / Math.log(STEP)));
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[power],
    unitDisplay: 'short',
    maximumFractionDigits: power < 2 ? 0 : 1,
  });
  return format.format(bytes / STEP ** power);
}
