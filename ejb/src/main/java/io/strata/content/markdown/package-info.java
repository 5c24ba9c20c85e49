/**
 * Markdown as people write it, and the HTML that may be put into a page. The way in is
 * {@link io.strata.content.markdown.MarkdownText}; nothing here knows a store.
 */
package io.strata.content.markdown;
