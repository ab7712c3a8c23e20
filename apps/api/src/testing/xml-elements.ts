import { SaxesParser } from 'saxes';

export interface XmlElement {
  name: string;
  uri: string;
  attributes: Readonly<Record<string, string>>;
  /** Names of the enclosing elements, outermost first. */
  within: readonly string[];
  text: string;
}

/** Every element of a message, in order. */
export function elementsOf(text: string): XmlElement[] {
  const found: XmlElement[] = [];
  const open: XmlElement[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const element = {
      name: local,
      uri,
      attributes: Object.fromEntries(
        Object.values(attributes).map(({ name, value }) => [name, value]),
      ),
      within: open.map(({ name }) => name),
      text: '',
    };
    found.push(element);
    open.push(element);
  });
  parser.on('text', (piece) => {
    const inside = open.at(-1);
    if (inside) inside.text += piece;
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return found;
}
