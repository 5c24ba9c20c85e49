import cytoscape, { type Core, type ElementDefinition, type StylesheetJson } from 'cytoscape';

/** From this many nodes on, the forces between them are followed for fewer rounds, so that nobody waits. */
const MANY = 150;
const FEW_ROUNDS = 120;
const ROUNDS = 600;
const PADDING = 40;

export interface Canvas {
  /** Draws other elements. */
  show(elements: ElementDefinition[], centre: string): void;
  /** Marks the node that is opened, what is affected, and what does not pass the filter. */
  mark(opened: string | undefined, affected: ReadonlySet<string>, passes: (id: string) => boolean): void;
  /** Takes over the colours of the page after these have changed. */
  restyle(): void;
  fit(): void;
  /** The picture as it is, as an address of data. */
  picture(): string;
  destroy(): void;
}

/** A drawing of nodes and edges that can be moved, zoomed and clicked. */
export function createCanvas(box: HTMLElement, onOpen: (shortId: string) => void, onCentre: (shortId: string) => void): Canvas {
  const graph: Core = cytoscape({
    container: box,
    style: style(),
    maxZoom: 2.5,
    minZoom: 0.05,
    hideEdgesOnViewport: true,
    textureOnViewport: true,
  });
  const shortId = (target: unknown): string => (target as cytoscape.NodeSingular).data('shortId') as string;
  graph.on('onetap', 'node', (event) => onOpen(shortId(event.target)));
  graph.on('mouseover', 'node', (event) => void (event.target as cytoscape.NodeSingular).addClass('hovered'));
  graph.on('mouseout', 'node', (event) => void (event.target as cytoscape.NodeSingular).removeClass('hovered'));
  graph.on('dbltap', 'node', (event) => onCentre(shortId(event.target)));

  return {
    show(elements, centre) {
      graph.elements().remove();
      graph.add(elements);
      graph.getElementById(centre).addClass('centre');
      const many = graph.nodes().length > MANY;
      const layout = {
        name: 'cose',
        animate: false,
        padding: PADDING,
        nodeRepulsion: () => 60_000,
        idealEdgeLength: () => (many ? 60 : 120),
        numIter: many ? FEW_ROUNDS : ROUNDS,
      };
      graph.layout(layout).run();
    },
    mark(opened, affected, passes) {
      graph.batch(() => {
        graph.nodes().forEach((node) => {
          node.toggleClass('opened', node.data('shortId') === opened);
          node.toggleClass('affected', affected.has(node.id()));
          node.toggleClass('dim', !passes(node.id()));
        });
      });
    },
    restyle: () => void graph.style(style()),
    fit: () => void graph.animate({ fit: { eles: graph.elements(), padding: PADDING }, duration: 150 }),
    picture: () => graph.png({ full: true, scale: 2, bg: colour('--bg') }),
    destroy: () => graph.destroy(),
  };
}

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function style(): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        width: 16, height: 16, 'background-color': colour('--faint'), label: 'data(shortId)', color: colour('--muted'),
        'font-size': 9, 'text-wrap': 'wrap', 'text-valign': 'bottom', 'text-margin-y': 4, 'min-zoomed-font-size': 6,
        'font-family': 'system-ui, sans-serif',
      },
    },
    { selector: 'node[kind = "component"]', style: { shape: 'round-hexagon', width: 24, height: 24, 'background-color': colour('--accent-solid') } },
    { selector: 'node[category = "doing"]', style: { 'background-color': colour('--warn') } },
    { selector: 'node[category = "done"]', style: { 'background-color': colour('--accent') } },
    { selector: 'node.centre', style: { width: 34, height: 34, label: 'data(label)', color: colour('--text'), 'font-size': 11, 'font-weight': 'bold' } },
    { selector: 'node.hovered', style: { label: 'data(label)', color: colour('--text'), 'z-index': 10, 'text-background-color': colour('--bg'), 'text-background-opacity': 0.9, 'text-background-padding': '3px' } },
    { selector: 'node.opened', style: { 'border-width': 3, 'border-color': colour('--text') } },
    { selector: 'node.affected', style: { 'background-color': colour('--bad'), color: colour('--text') } },
    { selector: 'node.dim', style: { opacity: 0.25 } },
    {
      selector: 'edge',
      style: { width: 1, 'line-color': colour('--line-strong'), 'curve-style': 'bezier', 'target-arrow-shape': 'triangle', 'target-arrow-color': colour('--line-strong'), 'arrow-scale': 0.7 },
    },
    { selector: 'edge[layer = 2]', style: { 'line-color': colour('--warn'), 'target-arrow-color': colour('--warn') } },
    { selector: 'edge[layer = 3]', style: { 'line-color': colour('--accent'), 'target-arrow-color': colour('--accent'), 'line-style': 'dashed' } },
  ];
}
