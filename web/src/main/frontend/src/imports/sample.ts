/** A small web shop to look around in, in the form of an export. Its statuses are those that projects begin with. */
export const SAMPLE = {
  format: 'strata-project-1',
  nodes: [
    component('storefront', undefined, 'Storefront', 'What customers see: catalogue, product pages, search.'),
    component('catalogue', 'storefront', 'Catalogue', 'Categories, filters, and how products are ordered.'),
    component('checkout', 'storefront', 'Checkout', 'From the basket to the confirmed order.'),
    component('payments', undefined, 'Payments', 'Cards, invoices, refunds. Talks to the bank.'),
    component('warehouse', undefined, 'Warehouse', 'Stock, picking and shipping.'),
    issue('i1', 'checkout', 'Orders are placed twice when the network is slow', 'in_progress', 'urgent', ['bug'], 'A double click sends two requests.\n\n- [ ] reproduce with a throttled network\n- [ ] let the server recognise the second one'),
    issue('i2', 'checkout', 'Guests can order without an account', 'todo', 'high', ['feature'], 'Ask for the mail address only.'),
    issue('i3', 'payments', 'Refund part of an order', 'todo', 'medium', ['feature'], 'The bank supports it since its last release.'),
    issue('i4', 'payments', 'Agree on terms with the bank', 'in_review', 'high', [], 'The contract is with the lawyers.'),
    issue('i5', 'catalogue', 'Remember filters when going back', 'todo', 'low', ['usability'], ''),
    issue('i6', 'catalogue', 'Pictures load late on phones', 'backlog', 'medium', ['performance'], 'Most of them are larger than the screen.'),
    issue('i7', 'warehouse', 'Warn before an article runs out', 'backlog', 'none', ['feature'], ''),
    issue('i8', 'warehouse', 'Print labels for returns', 'done', 'low', [], ''),
    issue('i9', 'i1', 'Write a test that clicks twice', 'todo', 'medium', ['test'], ''),
  ],
  links: [
    { source: 'i4', type: 'blocks', target: 'i3' },
    { source: 'i9', type: 'blocks', target: 'i1' },
    { source: 'i2', type: 'relates_to', target: 'i1' },
    { source: 'checkout', type: 'calls_api', target: 'payments' },
    { source: 'checkout', type: 'depends_on', target: 'catalogue' },
    { source: 'warehouse', type: 'shares_db', target: 'catalogue' },
  ],
  comments: [{ key: 'c1', node: 'i1', text: 'Seen three times since Monday, always from phones.' }],
};

function component(key: string, parent: string | undefined, title: string, description: string) {
  return { key, kind: 'component', ...(parent === undefined ? {} : { parent }), title, description };
}

function issue(key: string, parent: string, title: string, status: string, priority: string, labels: string[], description: string) {
  return { key, kind: 'issue', parent, title, status, priority, labels, ...(description === '' ? {} : { description }) };
}
