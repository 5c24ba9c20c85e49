import { expect, test } from 'vitest';
import { endingOf, isFinished, previewOf } from './kinds';

test('shows pages and pictures as they are, and of everything else the text', () => {
  expect(previewOf({ mime_type: 'application/pdf' })).toBe('pdf');
  expect(previewOf({ mime_type: 'image/png' })).toBe('picture');
  expect(previewOf({ mime_type: 'image/svg+xml' })).toBe('text');
  expect(previewOf({ mime_type: 'application/msword' })).toBe('text');
});

test('names files by their endings', () => {
  expect(endingOf({ file_name: 'terms of payment.pdf' })).toBe('PDF');
  expect(endingOf({ file_name: 'README' })).toBe('');
  expect(endingOf({ file_name: 'a.verylongending' })).toBe('');
});

test('knows when nothing more happens', () => {
  expect(isFinished({ status: 'ready' })).toBe(true);
  expect(isFinished({ status: 'classifying' })).toBe(false);
});
