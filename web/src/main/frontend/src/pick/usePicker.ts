import { shallowRef } from 'vue';

/** Something that can be chosen. */
export interface Option<T = string> {
  readonly value: T;
  readonly label: string;
  /** Shown behind the label, and searched too. */
  readonly hint?: string;
  readonly icon?: { readonly kind: 'status' | 'priority' | 'person' | 'icon'; readonly name: string } | undefined;
}

/** A question to a person who looks at something. */
export interface Question<T> {
  readonly title: string;
  readonly options: readonly Option<T>[];
  readonly chosen?: readonly T[];
  /** Beside what it opens; in the middle of the page without one. */
  readonly anchor?: Element | undefined;
  /** Whether several can be chosen; the answer comes when the menu is closed. */
  readonly several?: boolean;
  /** Makes an option of what was typed when nothing answers to it. */
  readonly create?: (text: string) => Option<T>;
}

interface OpenQuestion {
  readonly question: Question<unknown>;
  readonly answer: (values: readonly unknown[] | undefined) => void;
}

const open = shallowRef<OpenQuestion>();

function ask<T>(question: Question<T>): Promise<readonly T[] | undefined> {
  open.value?.answer(undefined);
  return new Promise((resolve) => {
    open.value = {
      question: question,
      answer: (values) => {
        open.value = undefined;
        resolve(values as readonly T[] | undefined);
      },
    };
  });
}

/** Menus to choose from, with the keyboard or the mouse. One is open at a time. */
export function usePicker() {
  return {
    open,
    /** The chosen value, or `undefined` when nothing was chosen. */
    pick: async <T>(question: Question<T>): Promise<T | undefined> => (await ask(question))?.[0],
    /** All values that are chosen in the end, or `undefined` when it was broken off. */
    pickSeveral: <T>(question: Question<T>): Promise<readonly T[] | undefined> => ask({ ...question, several: true }),
  };
}
