import DOMPurify from 'dompurify';
import { marked } from 'marked';

const FORBIDDEN = { FORBID_TAGS: ['style', 'form', 'input', 'button', 'textarea', 'select'], FORBID_ATTR: ['style'] };

DOMPurify.addHook('afterSanitizeAttributes', (element) => {
  if (element.tagName === 'IMG' && !element.hasAttribute('alt')) {
    element.setAttribute('alt', '');
  }
  // Short ids and mentions lead to pages of the workspace.
  if (element.tagName === 'A' && !element.hasAttribute('data-node') && !element.hasAttribute('data-actor')) {
    element.setAttribute('rel', 'noopener noreferrer');
    element.setAttribute('target', '_blank');
  }
});

/** Markdown as safe nodes of a page: without scripts, styles, forms, and whatever else a text has no need of. */
export function render(markdown: string): DocumentFragment {
  const html = marked.parse(markdown, { async: false, gfm: true, breaks: true });
  return safe(html);
}

/** HTML as safe nodes of a page. What the server has sanitised is sanitised again: it costs nothing here. */
export function safe(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, { ...FORBIDDEN, RETURN_DOM_FRAGMENT: true });
}
