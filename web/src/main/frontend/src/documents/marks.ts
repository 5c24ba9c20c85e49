/** A piece of a text. */
export interface Piece {
  readonly text: string;
  /** Whether it is what was searched for. */
  readonly hit: boolean;
}

/** The pieces of a snippet of the API: HTML with no element but `mark`. */
export function piecesOf(snippet: string): Piece[] {
  const page = new DOMParser().parseFromString(snippet, 'text/html');
  return [...page.body.childNodes]
    .map((node) => ({ text: node.textContent ?? '', hit: node.nodeName === 'MARK' }))
    .filter((piece) => piece.text !== '');
}

/** The words of a search, without what only tells how to search. */
export function searchedWords(query: string): string[] {
  const words = query
    .replaceAll(/(^|\s)-\S+/gu, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && word.toLowerCase() !== 'or');
  return [...new Set(words.map(plain))];
}

/** Divides a text at the words that begin with one of those searched for, whatever their case and accents. */
export function markWords(text: string, words: readonly string[]): Piece[] {
  if (words.length === 0 || text === '') {
    return text === '' ? [] : [{ text, hit: false }];
  }
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
    const word = plain(match[0]);
    if (words.some((searched) => word.startsWith(searched) || stem(word) === stem(searched))) {
      if (match.index > from) {
        pieces.push({ text: text.slice(from, match.index), hit: false });
      }
      from = match.index + match[0].length;
      pieces.push({ text: match[0], hit: true });
    }
  }
  if (from < text.length) {
    pieces.push({ text: text.slice(from), hit: false });
  }
  return pieces;
}

function plain(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Without the commonest endings: the server finds a word in all its forms, this is near enough to show where. */
function stem(word: string): string {
  return word.length < 5 ? word : word.replace(/(?:ments?|ings?|ed|es|s|e)$/u, '');
}
