import { MAIN, XML } from './markup.ts';

/** How a cell looks, if it is not plain. */
export interface Look {
  bold?: boolean;
  size?: number;
  /** RRGGBB. */
  fill?: string;
  /** The text wraps over several lines, from the top. */
  wrap?: boolean;
  /** A text that stays one even after it is edited: with = in front it is no formula. */
  text?: boolean;
  /** May be changed in a locked sheet. */
  input?: boolean;
}

/** The looks of a workbook, numbered for its cells. They are found by identity, so each look must be a constant. */
export class Looks {
  private readonly looks = new Map<Look, number>([[{}, 0]]);
  private readonly fills: string[] = [];

  of(look: Look): number {
    const known = this.looks.get(look);
    if (known !== undefined) return known;
    this.looks.set(look, this.looks.size);
    return this.looks.size - 1;
  }

  /** The number of a fill that depends on a formula. */
  fill(colour: string): number {
    return this.fills.push(colour) - 1;
  }

  /** The part styles.xml (ECMA-376 18.8). Each look has its own font and fill; the first two fills have a fixed meaning. */
  xml(): string {
    const looks = [...this.looks.keys()];
    const list = (name: string, items: readonly string[]) =>
      items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;
    return [
      `${XML}<styleSheet xmlns="${MAIN}">`,
      list('fonts', looks.map(fontOf)),
      list('fills', [fillOf('none'), fillOf('gray125'), ...looks.map(({ fill }) => solid(fill))]),
      list('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>']),
      list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      list('cellXfs', looks.map(formatOf)),
      list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
      list(
        'dxfs',
        this.fills.map(
          (fill) => `<dxf><fill><patternFill><bgColor rgb="FF${fill}"/></patternFill></fill></dxf>`,
        ),
      ),
      '</styleSheet>',
    ].join('');
  }
}

const fontOf = ({ bold = false, size = 11 }: Look): string =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="Calibri"/><family val="2"/></font>`;

const fillOf = (pattern: string, colour = ''): string =>
  `<fill><patternFill patternType="${pattern}">${colour}</patternFill></fill>`;
const solid = (fill: string | undefined): string =>
  fill === undefined ? fillOf('none') : fillOf('solid', `<fgColor rgb="FF${fill}"/>`);

/** 49 is the id of the number format `@`. */
function formatOf({ text = false, wrap = false, input = false }: Look, at: number): string {
  return `<xf numFmtId="${text ? 49 : 0}" fontId="${at}" fillId="${at + 2}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1" applyProtection="1">${
    wrap ? '<alignment vertical="top" wrapText="1"/>' : ''
  }${input ? '<protection locked="0"/>' : ''}</xf>`;
}
