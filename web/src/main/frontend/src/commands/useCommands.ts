import { onScopeDispose, shallowReactive } from 'vue';

/** The headings under which commands are shown. */
export const COMMAND_GROUPS = ['go', 'move', 'change', 'view', 'general'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Something that a person can do, by key, from the palette, or both. */
export interface Command {
  readonly id: string;
  /** What it is called, in the language of whoever looks. */
  readonly title: () => string;
  readonly group: CommandGroup;
  /** Keys one after the other (`g l`), or alternatives in several entries; `mod` is Control or Command. */
  readonly keys?: readonly string[];
  readonly run: () => void;
  /** Whether it can be done now; without an answer it always can. */
  readonly when?: () => boolean;
  /** Only by key: moving about is no command that anybody looks for by name. */
  readonly hidden?: boolean;
  /** Also while something is typed into a field. */
  readonly everywhere?: boolean;
}

const commands = shallowReactive(new Map<string, Command>());
const SEQUENCE_MILLIS = 1_200;
let before = '';
let beforeAt = 0;

/** Offers commands for as long as the component is there. */
export function provideCommands(offered: readonly Command[]): void {
  offered.forEach((command) => commands.set(command.id, command));
  onScopeDispose(() =>
    offered.filter((command) => commands.get(command.id) === command).forEach((command) => commands.delete(command.id)),
  );
}

export function useCommands() {
  return { commands, available: () => [...commands.values()].filter((command) => command.when?.() !== false) };
}

/** What a key press is called in {@link Command.keys}. */
export function keyName(event: KeyboardEvent): string {
  const name = event.key === ' ' ? 'space' : event.key.length === 1 ? event.key.toLocaleLowerCase() : event.key;
  const shifted = event.shiftKey && (event.key.length > 1 || /\p{L}/u.test(event.key));
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${shifted ? 'shift+' : ''}${name}`;
}

/** Does what a key press stands for. Keys in fields, and in open dialogs, belong to those. */
export function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || ['Shift', 'Control', 'Meta', 'Alt'].includes(event.key)) {
    return;
  }
  const target = event.target instanceof Element ? event.target : undefined;
  const typing = target?.closest('input, textarea, select, [contenteditable="true"]') !== null && target !== undefined;
  const inDialog = document.querySelector('dialog[open]') !== null;
  const name = keyName(event);
  const sequence = before !== '' && event.timeStamp - beforeAt < SEQUENCE_MILLIS ? `${before} ${name}` : name;
  const fits = (keys: string) => (command: Command) =>
    command.keys?.includes(keys) === true &&
    (command.everywhere === true || (!typing && !inDialog)) &&
    command.when?.() !== false;
  const all = [...commands.values()];
  const command = all.find(fits(sequence)) ?? all.find(fits(name));
  if (command === undefined) {
    const begins = !typing && !inDialog && all.some((one) => one.keys?.some((keys) => keys.startsWith(`${name} `)));
    before = begins ? name : '';
    beforeAt = event.timeStamp;
    return;
  }
  before = '';
  if (isActivation(name) && target?.closest('button, a, summary, [role="option"]') && !command.everywhere) {
    return;
  }
  event.preventDefault();
  command.run();
}

/** Keys with which a focused button or link is pressed. */
function isActivation(name: string): boolean {
  return name === 'Enter' || name === 'space';
}
