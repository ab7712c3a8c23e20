import { SaxesParser } from 'saxes';
import { unreadable } from '../import-problem.ts';

export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  line: number;
}

interface Handlers {
  open: (element: XmlElement) => void;
  close?: (name: string, text: string) => void;
}

/** The name without its namespace prefix, which every office chooses for itself. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** How many characters the parser gets at a time; the results of one piece are taken before the next is parsed. */
const AT_ONCE = 65_536;

export type XmlHandlers<One> = (emit: (one: One) => void) => Handlers;

/**
 * Walks an XML file and yields what the handlers emit. A DTD is not allowed, so there are no entities but the five of XML
 * itself, and nothing is ever fetched.
 */
export function* readXml<One>(bytes: Uint8Array, handlersOf: XmlHandlers<One>): Generator<One> {
  const walk = new XmlWalk(handlersOf);
  const text = decode(bytes);
  for (let at = 0; at < text.length; at += AT_ONCE) yield* walk.take(text.slice(at, at + AT_ONCE));
  walk.end();
}

/** The same for a UTF-8 file that comes in pieces. */
export async function* streamXml<One>(
  pieces: AsyncIterable<Uint8Array>,
  handlersOf: XmlHandlers<One>,
): AsyncGenerator<One> {
  const walk = new XmlWalk(handlersOf);
  const decoder = new TextDecoder();
  for await (const piece of pieces) yield* walk.take(decoder.decode(piece, { stream: true }));
  walk.end();
}

class XmlWalk<One> {
  private readonly parser = new SaxesParser();
  private found: One[] = [];

  constructor(handlersOf: XmlHandlers<One>) {
    const { open, close } = handlersOf((one) => this.found.push(one));
    const { parser } = this;
    let text = '';
    parser.on('doctype', () => {
      throw unreadable('XML_DTD');
    });
    parser.on('error', () => {
      throw unreadable('XML_BROKEN', {}, { row: parser.line });
    });
    parser.on('opentag', (tag) => {
      text = '';
      const attributes = new Map(
        Object.entries(tag.attributes).map(([name, value]) => [local(name), value]),
      );
      open({ name: local(tag.name), attributes, line: parser.line });
    });
    parser.on('text', (part) => {
      text += part;
    });
    parser.on('closetag', (tag) => {
      close?.(local(tag.name), text);
      text = '';
    });
  }

  take(text: string): One[] {
    this.parser.write(text);
    const { found } = this;
    this.found = [];
    return found;
  }

  end(): void {
    this.parser.close();
  }
}

/** Decodes the file by its byte order mark or declaration; otherwise it is UTF-8. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const label =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  const text = new TextDecoder(label).decode(bytes);
  const named = /^<\?xml[^>]*encoding=["']windows-1251["']/i.test(text.slice(0, 200));
  return named ? new TextDecoder('windows-1251').decode(bytes) : text;
}

/** Something that may come before the first element. Matched piece by piece: repeating it within one pattern could backtrack without end. */
const PIECE = /\s+|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\][^>]*)?>/y;
const ELEMENT = /<([\w:.-]+)/y;

/** The name of the first element, read from the beginning of the file. */
export function rootOf(bytes: Uint8Array): string | null {
  const head = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8').decode(
    bytes.subarray(0, 16_384),
  );
  PIECE.lastIndex = 0;
  let at = 0;
  while (PIECE.test(head)) at = PIECE.lastIndex;
  ELEMENT.lastIndex = at;
  const name = ELEMENT.exec(head)?.[1];
  return name === undefined ? null : local(name);
}
