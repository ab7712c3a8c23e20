import { at } from './at.ts';
import { isSmall } from './count.ts';
import { DIMENSIONS, type ReleaseFrame } from './release-frame.ts';
import { TOTAL } from './table.ts';
import { brokenDownBy, faceName, thresholdOf } from './threshold.ts';

/**
 * One place in a release, read from its key `AREA|SEX|AGE|URBANISATION|REGION|BREAKDOWN`, with the name of the count in
 * front where several counts are planned together.
 */
export interface Cell {
  readonly key: string;
  /** The name of the count; null where only one count is planned. */
  readonly count: string | null;
  readonly area: string;
  /** The code of the cell in each dimension. */
  readonly codes: readonly string[];
  /** The dimensions that the cell is broken down by, as indices of DIMENSIONS. */
  readonly dims: readonly number[];
  /** The names of these dimensions: `total`, `sex`, `sex+age`. */
  readonly face: string;
  /** k: `detailed` below national level or where two breakdowns cross, else `base`. */
  readonly threshold: number;
  /** Are the area and every code listed? */
  readonly isListed: boolean;
}

/**
 * Reads cell keys within a frame, each once, and knows their order: area as listed, the regional
 * total last; then sex, age, urbanisation, region, breakdown as listed, `_T` last, so that inner
 * cells come before margins. Source: methods.md 2.6, Cells.
 */
export class CellIndex {
  readonly frame: ReleaseFrame;
  readonly #areas: ReadonlyMap<string, number>;
  readonly #counts: ReadonlyMap<string | null, number>;
  readonly #withdrawn: ReadonlySet<string>;
  readonly #cells = new Map<string, Cell>();
  readonly #places = new Map<string, readonly number[]>();

  constructor(frame: ReleaseFrame) {
    this.frame = frame;
    const areas = [...frame.areas, ...(frame.regionalTotal ? [frame.regionalTotal] : [])];
    this.#areas = new Map(areas.map((area, rank) => [area, rank]));
    this.#counts = new Map(Object.keys(frame.counts ?? {}).map((count, rank) => [count, rank]));
    this.#withdrawn = new Set(frame.withdrawn ?? []);
  }

  cell(key: string): Cell {
    let cell = this.#cells.get(key);
    if (cell === undefined) {
      cell = this.#read(key);
      this.#cells.set(key, cell);
    }
    return cell;
  }

  /** The codes that a dimension has for the count and area of a cell; none where the area is not broken down by it. */
  codes(dimension: number, { count, area }: Pick<Cell, 'count' | 'area'>): readonly string[] {
    const codes = count === null ? this.frame.codes : (this.frame.counts?.[count] ?? {});
    const name = at(DIMENSIONS, dimension);
    return (name === 'region' ? codes.region?.[area] : codes[name]) ?? [];
  }

  /** The same cell with another code in one dimension. */
  moved(cell: Cell, dimension: number, code: string): Cell {
    return this.#at(cell.count, cell.area, cell.codes.with(dimension, code));
  }

  /** The same cell of another area. */
  inArea(cell: Cell, area: string): Cell {
    return this.#at(cell.count, area, cell.codes);
  }

  /** The cell of another count at the same place. */
  ofCount(cell: Cell, count: string): Cell {
    return this.#at(count, cell.area, cell.codes);
  }

  /** Must this value be hidden for its own sake, because it is a small count or was withdrawn? */
  isGuarded({ key, threshold }: Cell, value: number): boolean {
    if (this.#withdrawn.has(key)) return true;
    return this.frame.guardsSmall !== false && isSmall(value, threshold);
  }

  isRegional(area: string): boolean {
    return area === this.frame.regionalTotal;
  }

  /** Sorts cells in cell order. */
  readonly compare = (a: Cell, b: Cell): number => compareLists(this.#place(a), this.#place(b));

  /** Sorts faces by count and area as listed, then in dimension order. */
  readonly compareFaces = (a: Cell, b: Cell): number =>
    compareLists(this.#ranks(a), this.#ranks(b)) || compareLists(a.dims, b.dims);

  #at(count: string | null, area: string, codes: readonly string[]): Cell {
    return this.cell([...(count === null ? [] : [count]), area, ...codes].join('|'));
  }

  #read(key: string): Cell {
    const parts = key.split('|');
    const count = this.#counts.size > 0 ? (parts.shift() ?? '') : null;
    const [area = '', ...codes] = parts;
    const dims = brokenDownBy(codes);
    const isCount = count === null || this.#counts.has(count);
    return {
      key,
      count,
      area,
      codes,
      dims,
      face: faceName(dims),
      threshold: thresholdOf(parts.join('|'), this.frame.threshold),
      isListed:
        codes.length === DIMENSIONS.length &&
        isCount &&
        this.#areas.has(area) &&
        dims.every((i) => this.codes(i, { count, area }).includes(at(codes, i))),
    };
  }

  #ranks({ count, area }: Cell): readonly number[] {
    return [this.#counts.get(count) ?? -1, this.#areas.get(area) ?? -1];
  }

  #place(cell: Cell): readonly number[] {
    let place = this.#places.get(cell.key);
    if (place === undefined) {
      const ranks = cell.codes.map((code, i) => {
        const listed = this.codes(i, cell);
        return code === TOTAL ? listed.length : listed.indexOf(code);
      });
      place = [...this.#ranks(cell), ...ranks];
      this.#places.set(cell.key, place);
    }
    return place;
  }
}

/** Compares two lists element by element; if one is the beginning of the other, the shorter comes first. */
function compareLists(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, i) => value !== b[i]);
  return index < 0 ? a.length - b.length : at(a, index) - (b[index] ?? -Infinity);
}
