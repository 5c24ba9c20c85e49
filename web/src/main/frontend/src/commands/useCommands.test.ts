// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { onKey, provideCommands } from './useCommands';

let scope: EffectScope;
const run = vi.fn();

beforeEach(() => {
  run.mockReset();
  scope = effectScope();
  document.addEventListener('keydown', onKey);
});
afterEach(() => {
  scope.stop();
  document.removeEventListener('keydown', onKey);
  document.body.replaceChildren();
});

function provide(keys: string, more = {}): void {
  scope.run(() => provideCommands([{ id: keys, title: () => keys, group: 'general', keys: [keys], run, ...more }]));
}

function press(key: string, more: KeyboardEventInit = {}, target: Element = document.body): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}

test('does what a key stands for, and nothing once the command is gone', () => {
  provide('c');
  press('c');
  scope.stop();
  press('c');

  expect(run).toHaveBeenCalledOnce();
});

test('takes two keys one after the other', () => {
  provide('g l');
  press('l');
  expect(run).not.toHaveBeenCalled();
  press('g');
  press('l');
  expect(run).toHaveBeenCalledOnce();
});

test('leaves what is typed into a field alone', () => {
  provide('c');
  const field = document.body.appendChild(document.createElement('input'));
  press('c', {}, field);

  expect(run).not.toHaveBeenCalled();
});

test('lets a focused button have its own Enter', () => {
  provide('Enter');
  const button = document.body.appendChild(document.createElement('button'));
  press('Enter', {}, button);

  expect(run).not.toHaveBeenCalled();
});

test('opens the palette from within a field', () => {
  provide('mod+k', { everywhere: true });
  const field = document.body.appendChild(document.createElement('input'));
  press('k', { ctrlKey: true }, field);

  expect(run).toHaveBeenCalledOnce();
});

test('does nothing that cannot be done now', () => {
  provide('c', { when: () => false });
  press('c');

  expect(run).not.toHaveBeenCalled();
});
