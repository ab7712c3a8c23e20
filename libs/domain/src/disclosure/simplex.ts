import { at } from './at.ts';
import { nodesOf, type SumSystem } from './sum-system.ts';

/** A deviation closer than this to its bound has reached it; steps are sums of simple fractions. */
const NEAR = 1e-8;
/** Rounding dust is swept: entries are small whole numbers or simple fractions, never so close to zero. */
const DUST = 1e-7;
/** By how much a sum may be wrong after a walk before the rows are no longer trusted. */
const WRONG = 1e-7;
/** Steps that led nowhere, in a row, before Bland's rule takes over, so that the walk ends. */
const MAX_DEGENERATE_STEPS = 20;
/** Pivots after which the rows are set up anew, so that rounding never adds up. */
const FRESH = 1000;

/** A count that may be hidden: its deviation from the true value is an unknown. */
interface Column {
  readonly node: number;
  /** The index of its entry in every row. */
  readonly place: number;
  /** How far it can fall: zero or less. */
  readonly floor: number;
  isFree: boolean;
  deviation: number;
  /** The row that is solved for this column; null while the column is on the right-hand side of the rows. */
  row: Row | null;
}

/** basic + Σ entries × the columns on the right = 0 */
interface Row {
  readonly entries: Float64Array;
  basic: Column;
}

/**
 * How far hidden counts can move from their true values without breaking a published sum.
 *
 * The unknowns are deviations d = x − v with A d = 0 and d ≥ low − v. The true table d = 0 always
 * solves them, so there is no first phase, and showing a count only stops it where it is: one
 * tableau serves all questions while a plan grows and is pruned. It holds only counts that were
 * hidden. Largest coefficient first, Bland's rule after a run of steps that led nowhere, so that it
 * ends; the end of each walk is checked against the sums.
 *
 * Source: methods.md 2.6, Solver.
 */
export class Simplex {
  readonly #system: SumSystem;
  readonly #free = new Set<number>();
  #columns: Column[] = [];
  #columnOf: ReadonlyMap<number, Column> = new Map();
  #equations: readonly number[] = [];
  #rows: Row[] = [];
  #pivots = 0;

  constructor(system: SumSystem) {
    this.#system = system;
  }

  /** The count may move from now on. */
  free(node: number): void {
    this.#free.add(node);
    const column = this.#columnOf.get(node);
    if (column) column.isFree = true;
    else this.#pivots = FRESH;
  }

  /** The count stays where it is from now on. */
  fix(node: number): void {
    this.#free.delete(node);
    const column = this.#columnOf.get(node);
    if (column) column.isFree = false;
  }

  /**
   * Moves a free count up (1) or down (−1) from its true value, until it has gone as far as `limit`
   * or can go no further. Returns how far that is; ∞ if nothing stops it. Throws RangeError if the
   * sums contradict each other.
   */
  push(node: number, sign: 1 | -1, limit: number): number {
    if (this.#pivots >= FRESH) this.#build();
    const reached = this.#walk(node, sign, limit);
    if (this.#holds()) return reached;
    this.#build();
    const again = this.#walk(node, sign, limit);
    if (!this.#holds()) throw new RangeError('The sums are too many for this precision.');
    return again;
  }

  /** The counts that a push left elsewhere than at their true values, and how far from them. */
  moved(): ReadonlyMap<number, number> {
    const moved = this.#columns.filter(({ deviation }) => deviation !== 0);
    return new Map(moved.map(({ node, deviation }) => [node, deviation]));
  }

  #walk(node: number, sign: 1 | -1, limit: number): number {
    const pushed = this.#columnOf.get(node);
    if (pushed?.isFree !== true) throw new RangeError(`Node ${String(node)} is not free`);
    for (const column of this.#columns) column.deviation = 0;
    for (let stalled = 0; ;) {
      const left = limit - Math.abs(pushed.deviation);
      if (left <= NEAR) break;
      const isStuck = stalled > MAX_DEGENERATE_STEPS;
      const { entering, slope } = this.#entering(pushed, sign, isStuck);
      if (entering === null) break;
      const direction = slope > 0 ? 1 : -1;
      const { step, leaving } = this.#leaving(entering, direction, isStuck);
      const distance = Math.min(step, left / Math.abs(slope));
      if (distance === Infinity) return Infinity;
      if (distance > NEAR) this.#move(entering, direction * distance);
      if (distance < step) break;
      if (leaving !== null) this.#pivot(leaving, entering);
      stalled = distance > NEAR ? 0 : stalled + 1;
    }
    return Math.abs(pushed.deviation);
  }

  /** Do the sums still hold where the last walk ended? */
  #holds(): boolean {
    return this.#equations.every((index) => {
      const { members, total } = at(this.#system.equations, index);
      const deviation = (node: number) => this.#columnOf.get(node)?.deviation ?? 0;
      const sum = members.reduce((all, node) => all + deviation(node), 0);
      return Math.abs(sum - deviation(total)) < WRONG;
    });
  }

  /** Sets up the rows: solves each sum that holds free counts for one of them, the shortest sum first. */
  #build(): void {
    this.#columns = [...this.#free].map((node, place) => {
      const { value, low } = at(this.#system.nodes, node);
      const floor = Math.min(low - value, 0);
      return { node, place, floor, isFree: true, deviation: 0, row: null };
    });
    this.#columnOf = new Map(this.#columns.map((column) => [column.node, column]));
    this.#equations = [...new Set([...this.#free].flatMap((node) => this.#system.touching(node)))];
    this.#rows = [];
    const sums = this.#equations.map((index) => this.#entriesOf(index));
    for (const { entries } of sums.sort((a, b) => a.length - b.length)) this.#solve(entries);
    this.#pivots = 0;
  }

  #entriesOf(index: number): { entries: Float64Array; length: number } {
    const equation = at(this.#system.equations, index);
    const entries = new Float64Array(this.#columns.length);
    let sum = 0;
    let length = 0;
    for (const node of nodesOf(equation)) {
      const sign = node === equation.total ? -1 : 1;
      sum += sign * at(this.#system.nodes, node).value;
      const column = this.#columnOf.get(node);
      if (column === undefined) continue;
      entries[column.place] = sign;
      length++;
    }
    if (sum !== 0) throw new RangeError('The sums contradict.');
    return { entries, length };
  }

  /** Adds a sum as a row, after eliminating the earlier rows from it; adds none if the sum follows from them. */
  #solve(entries: Float64Array): void {
    const right = this.#right();
    for (const { basic, entries: known } of this.#rows) {
      const factor = at(entries, basic.place);
      if (factor === 0) continue;
      subtract(entries, known, factor, right);
      entries[basic.place] = 0;
    }
    const [first, ...others] = right;
    if (first === undefined) return;
    const size = ({ place }: Column) => Math.abs(at(entries, place));
    const largest = others.reduce((a, b) => (size(b) > size(a) ? b : a), first);
    if (size(largest) === 0) return;
    const row = { entries, basic: largest };
    this.#rows.push(row);
    this.#enter(row, largest, right);
  }

  #right(): Column[] {
    return this.#columns.filter(({ row }) => row === null);
  }

  /** The column to move next, and how far the pushed column moves with each of its steps. */
  #entering(
    pushed: Column,
    sign: 1 | -1,
    bland: boolean,
  ): { entering: Column | null; slope: number } {
    const { row } = pushed;
    if (row === null) return { entering: canMove(pushed, sign) ? pushed : null, slope: sign };
    let entering: Column | null = null;
    let slope = 0;
    for (const column of this.#columns) {
      if (!column.isFree || column.row !== null) continue;
      const rate = -sign * at(row.entries, column.place);
      if (rate === 0 || !canMove(column, rate)) continue;
      const isBetter = bland
        ? entering === null || column.node < entering.node
        : Math.abs(rate) > Math.abs(slope) + NEAR;
      if (isBetter) [entering, slope] = [column, rate];
    }
    return { entering, slope };
  }

  /** How far a column can go until another (or itself, leaving null) meets its bound. */
  #leaving(
    entering: Column,
    direction: 1 | -1,
    bland: boolean,
  ): { step: number; leaving: Row | null } {
    let step = direction > 0 ? Infinity : entering.deviation - entering.floor;
    let leaving: Row | null = null;
    const { place } = entering;
    const size = ({ entries }: Row) => Math.abs(at(entries, place));
    for (const row of this.#rows) {
      const { basic } = row;
      const entry = at(row.entries, place);
      if (entry === 0 || (basic.isFree && direction * entry < 0)) continue;
      const reach = basic.isFree ? (basic.deviation - basic.floor) / Math.abs(entry) : 0;
      if (reach > step + NEAR) continue;
      // of the rows that stop it at the same point, the one with the largest entry, which rounding harms least
      if (leaving !== null && reach >= step - NEAR) {
        const isBetter = bland ? basic.node < leaving.basic.node : size(row) > size(leaving);
        if (!isBetter) continue;
      }
      step = Math.max(Math.min(reach, step), 0);
      leaving = row;
    }
    return { step, leaving };
  }

  #move(entering: Column, distance: number): void {
    shift(entering, distance);
    for (const { entries, basic } of this.#rows) {
      const entry = at(entries, entering.place);
      if (entry !== 0) shift(basic, -entry * distance);
    }
  }

  /** Solves a row for another column. */
  #pivot(row: Row, entering: Column): void {
    row.entries[row.basic.place] = 1;
    row.basic.row = null;
    this.#enter(row, entering, this.#right());
    this.#pivots++;
  }

  #enter(row: Row, entering: Column, right: readonly Column[]): void {
    const { entries } = row;
    const { place } = entering;
    const entry = at(entries, place);
    const filled = right.filter((column) => column !== entering && at(entries, column.place) !== 0);
    for (const column of filled) entries[column.place] = at(entries, column.place) / entry;
    entries[place] = 0;
    row.basic = entering;
    entering.row = row;
    for (const other of this.#rows) {
      const factor = at(other.entries, place);
      if (factor === 0) continue;
      subtract(other.entries, entries, factor, filled);
      other.entries[place] = 0;
    }
  }
}

function subtract(
  entries: Float64Array,
  other: Float64Array,
  factor: number,
  columns: readonly Column[],
): void {
  for (const { place } of columns) {
    const entry = at(entries, place) - factor * at(other, place);
    entries[place] = Math.abs(entry) < DUST ? 0 : entry;
  }
}

function canMove({ deviation, floor }: Column, direction: number): boolean {
  return direction > 0 || deviation > floor + NEAR;
}

function shift(column: Column, distance: number): void {
  const moved = column.deviation + distance;
  column.deviation = Math.abs(moved) < NEAR ? 0 : moved;
}
