import { getDocument, GlobalWorkerOptions, TextLayer, version, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker&url';
import { markWords } from './marks';

GlobalWorkerOptions.workerSrc = worker;

/** A PDF that is open. */
export interface Pdf {
  readonly pages: number;
  /** Width and height of a page, in points. */
  sizeOf(page: number): Promise<{ width: number; height: number }>;
  /** Draws a page into a box, as wide as it is, with its text over it and the words that are searched for marked. */
  draw(page: number, box: HTMLElement, words: readonly string[]): Promise<void>;
  /** How often the words occur on a page. */
  hits(page: number, words: readonly string[]): Promise<number>;
  close(): void;
}

/** Opens a PDF; only what is shown of it is loaded, where the server allows. */
export async function openPdf(url: string): Promise<Pdf> {
  const task = getDocument({
    url,
    isEvalSupported: false,
    useWasm: false,
    wasmUrl: `${import.meta.env.BASE_URL}assets/pdf-${version}/`,
  });
  const pdf = await task.promise;
  return {
    pages: pdf.numPages,
    sizeOf: async (page) => {
      const { width, height } = (await pdf.getPage(page)).getViewport({ scale: 1 });
      return { width, height };
    },
    draw: async (page, box, words) => draw(await pdf.getPage(page), box, words),
    hits: (page, words) => hits(pdf, page, words),
    close: () => void task.destroy(),
  };
}

async function hits(pdf: PDFDocumentProxy, page: number, words: readonly string[]): Promise<number> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  return items
    .flatMap((item) => ('str' in item ? markWords(item.str, words) : []))
    .filter((piece) => piece.hit).length;
}

async function draw(page: PDFPageProxy, box: HTMLElement, words: readonly string[]): Promise<void> {
  const scale = box.clientWidth / page.getViewport({ scale: 1 }).width;
  const viewport = page.getViewport({ scale });
  const density = Math.min(window.devicePixelRatio, 2);
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width * density);
  canvas.height = Math.floor(viewport.height * density);
  const transform = density === 1 ? undefined : [density, 0, 0, density, 0, 0];
  const canvasContext = canvas.getContext('2d');
  if (canvasContext === null) {
    throw new Error('this browser draws nothing');
  }
  await page.render({ canvasContext, viewport, ...(transform === undefined ? {} : { transform }) }).promise;

  const text = document.createElement('div');
  text.className = 'text-layer';
  text.style.setProperty('--total-scale-factor', String(scale));
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
  await layer.render();
  if (words.length > 0) {
    layer.textDivs.forEach((line) => mark(line, words));
  }
  box.replaceChildren(canvas, text);
}

function mark(line: HTMLElement, words: readonly string[]): void {
  const pieces = markWords(line.textContent, words);
  if (pieces.some((piece) => piece.hit)) {
    line.replaceChildren(
      ...pieces.map((piece) => {
        const part = document.createElement(piece.hit ? 'mark' : 'span');
        part.textContent = piece.text;
        return part;
      }),
    );
  }
}
