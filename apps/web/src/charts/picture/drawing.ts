export interface Drawing {
  width: number;
  height: number;
  /** The drawings as serialised SVG, each in its place. */
  parts: string[];
  /** All letters of the drawing, so that the right parts of the typeface can be embedded. */
  text: string;
}

/** The styles of shapes that may come from style sheets; as attributes they also work outside the page. */
const looks = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
] as const;
const lettering = ['font-size', 'font-weight', 'text-anchor', 'dominant-baseline'] as const;

/** The SVG drawings of an element as they look on a light page, independent of its style sheets. Icons beside words are left out. */
export function drawingOf(element: HTMLElement): Drawing {
  const frame = element.getBoundingClientRect();
  const drawings = [...element.querySelectorAll('svg')].filter(
    (svg) => svg.ariaHidden !== 'true' && svg.parentElement?.closest('svg') == null,
  );
  const words = [...element.querySelectorAll<HTMLElement>('[data-drawn]')];
  // a picture has a white background, even if the page is dark
  element.classList.add('always-light');
  const parts = drawings.map((drawing) => {
    const box = drawing.getBoundingClientRect();
    const copy = looseCopy(drawing);
    copy.setAttribute('x', String(Math.round(box.left - frame.left)));
    copy.setAttribute('y', String(Math.round(box.top - frame.top)));
    copy.setAttribute('width', String(box.width));
    copy.setAttribute('height', String(box.height));
    return new XMLSerializer().serializeToString(copy);
  });
  const letters = words.map((word) => asSvgText(word, frame));
  element.classList.remove('always-light');
  return {
    width: Math.ceil(frame.width),
    height: Math.ceil(frame.height),
    parts: [...parts, ...letters],
    text: [...drawings, ...words].map((part) => part.textContent).join(' '),
  };
}

/** A short text of the page beside the drawings, as SVG text in the same place. */
function asSvgText(element: HTMLElement, frame: DOMRect): string {
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const size = Number.parseFloat(style.fontSize);
  const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  // anchored where the text begins, ends or has its middle on the page, because outside the page its letters may be wider
  const anchor = element.dataset['drawn'] === '' ? 'start' : (element.dataset['drawn'] ?? 'start');
  const at = { start: box.left, end: box.right, center: box.left + box.width / 2 }[anchor];
  text.setAttribute('x', String(Math.round((at ?? box.left) - frame.left)));
  text.setAttribute('text-anchor', anchor === 'center' ? 'middle' : anchor);
  text.setAttribute('y', String(Math.round(box.top - frame.top + box.height / 2 + size * 0.34)));
  text.setAttribute('font-size', String(size));
  text.setAttribute('font-weight', style.fontWeight);
  text.setAttribute('fill', style.color);
  text.textContent = element.textContent;
  return new XMLSerializer().serializeToString(text);
}

function looseCopy(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [i, original] of originals.entries()) {
    const target = copies[i];
    if (!target) continue;
    const style = getComputedStyle(original);
    const named =
      original instanceof SVGTextElement || original instanceof SVGTSpanElement
        ? [...looks, ...lettering]
        : original instanceof SVGGeometryElement
          ? looks
          : [];
    for (const name of named) target.setAttribute(name, style.getPropertyValue(name));
    for (const name of ['class', 'style', 'tabindex', 'role', 'aria-labelledby'])
      target.removeAttribute(name);
  }
  return copy;
}
