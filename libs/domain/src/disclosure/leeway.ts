import { at } from './at.ts';
import { eliminate, normalise, PIVOT } from './elimination.ts';
import { isNarrow } from './interval.ts';
import { nodesOf, type SumNode, type SumSystem } from './sum-system.ts';

/** In the basis of an equation that no column has entered yet. */
const NONE = -1;
/** Degenerate steps in a row before Bland's rule takes over, so that the walk ends. */
const PATIENCE = 20;
/** Pivots after which the rows are set up anew, so that rounding never adds up. */
const FRESH = 4000;

/**
 * How far hidden counts can move from their true values without breaking a published sum, for a
 * reader's knowledge that changes node by node while a plan grows and is pruned.
 *
 * A column is the deviation d = x − v of a node, d ≥ low − v, or 0 while the node is fixed (known);
 * the rows are A d = 0. The true table d = 0 always solves them, so there is no first phase, and
 * hiding or showing a node leaves the tableau as it is. Every point the walk visits is a table the
 * reader must take for possible: once these span k candidates of a node, its interval does too, and
 * the optimum is never looked for. Which nodes moved in them is kept as the proof: it holds until one
 * of these is shown.
 *
 * `intervals` answers the same question from nothing, for audits. Source: methods.md 2.6, Solver.
 */
export class Leeway {
  readonly #system: SumSystem;
  readonly #nodes: readonly SumNode[];
  readonly #columnOf: ReadonlyMap<number, number>;
  readonly #isFree: Uint8Array;
  readonly #deviation: Float64Array;
  readonly #proofs = new Map<number, readonly number[]>();
  #rows: Float64Array[] = [];
  #basis: number[] = [];
  #rowOf: Int32Array;
  #pivots = Infinity;

  /** `nodes` are those that may ever be unknown; all are fixed at first. */
  constructor(system: SumSystem, nodes: readonly number[]) {
    this.#system = system;
    this.#nodes = nodes.map((node) => at(system.nodes, node));
    this.#columnOf = new Map(nodes.map((node, column) => [node, column]));
    this.#isFree = new Uint8Array(nodes.length);
    this.#deviation = new Float64Array(nodes.length);
    this.#rowOf = new Int32Array(nodes.length);
  }

  /** The node is hidden from now on; whatever was possible stays so. */
  free(node: number): void {
    this.#isFree[this.#column(node)] = 1;
  }

  /** The node is shown from now on. */
  fix(node: number): void {
    this.#isFree[this.#column(node)] = 0;
  }

  /** Has a hidden node fewer than k candidates? */
  isNarrow(node: number): boolean {
    const column = this.#column(node);
    if (this.#proofs.get(column)?.every((moved) => this.#isFree[moved] === 1)) return false;
    const { value, threshold } = at(this.#nodes, column);
    const hasRoom = (least: number, most: number) =>
      !isNarrow({ lo: value + settled(least), hi: value + settled(most) }, threshold);

    this.#push(column, 1, (most) => hasRoom(0, most));
    const most = at(this.#deviation, column);
    const proof = this.#moved();
    if (!hasRoom(0, most)) {
      this.#push(column, -1, (least) => hasRoom(least, most));
      if (!hasRoom(at(this.#deviation, column), most)) return true;
      proof.push(...this.#moved());
    }
    this.#proofs.set(column, proof);
    return false;
  }

  #column(node: number): number {
    const column = this.#columnOf.get(node);
    if (column === undefined) throw new RangeError(`Node ${String(node)} can never be hidden`);
    return column;
  }

  #moved(): number[] {
    return [...this.#deviation.keys()].filter((column) => this.#deviation[column] !== 0);
  }

  /** Back to the true table, which is the only one known to be possible. */
  #restart(): void {
    this.#deviation.fill(0);
    if (this.#pivots < FRESH) return;
    this.#pivots = 0;
    this.#rowOf.fill(NONE);
    this.#rows = this.#system.equations.flatMap((equation) => {
      const row = new Float64Array(this.#nodes.length);
      for (const node of nodesOf(equation)) {
        const column = this.#columnOf.get(node);
        if (column !== undefined) row[column] = node === equation.total ? -1 : 1;
      }
      return row.some((entry) => entry !== 0) ? [row] : [];
    });
    this.#basis = this.#rows.map(() => NONE);
  }

  /** Moves a column up or down from its true value, until it is enough or it can go no further. */
  #push(column: number, sign: 1 | -1, isEnough: (deviation: number) => boolean): void {
    this.#restart();
    const objective = new Float64Array(this.#nodes.length);
    objective[column] = sign;
    const row = at(this.#rowOf, column);
    if (row !== NONE) eliminate([objective], at(this.#rows, row), column);
    for (let stalled = 0; !isEnough(at(this.#deviation, column));) {
      const entering = this.#entering(objective, stalled > PATIENCE);
      if (entering === NONE) return;
      const slope = at(objective, entering);
      const direction = slope > 0 ? 1 : -1;
      const { step, leaving } = this.#leaving(entering, direction);
      // What nothing bounds goes as far as is ever asked for.
      const { threshold } = at(this.#nodes, column);
      const distance = step === Infinity ? threshold / Math.abs(slope) : step;
      if (distance > PIVOT) this.#move(entering, direction * distance);
      if (leaving !== NONE) this.#pivot(objective, leaving, entering);
      stalled = distance > PIVOT ? 0 : stalled + 1;
    }
  }

  #lower(column: number): number {
    const { value, low } = at(this.#nodes, column);
    return Math.min(low - value, 0);
  }

  #entering(objective: Float64Array, bland: boolean): number {
    let best = NONE;
    let gain = PIVOT;
    for (let j = 0; j < objective.length; j++) {
      const value = at(objective, j);
      if (Math.abs(value) <= gain || this.#isFree[j] === 0) continue;
      if (value < 0 && at(this.#deviation, j) <= this.#lower(j) + PIVOT) continue;
      if (bland) return j;
      best = j;
      gain = Math.abs(value) + PIVOT;
    }
    return best;
  }

  /** How far a column can go until another (or itself, leaving NONE) meets its bound. */
  #leaving(entering: number, direction: 1 | -1): { step: number; leaving: number } {
    let step = direction > 0 ? Infinity : at(this.#deviation, entering) - this.#lower(entering);
    let leaving = NONE;
    this.#rows.forEach((row, i) => {
      const slope = -direction * at(row, entering);
      const basic = at(this.#basis, i);
      const isFixed = basic === NONE || this.#isFree[basic] === 0;
      if (isFixed ? Math.abs(slope) <= PIVOT : slope >= -PIVOT) return;
      const reach = isFixed ? 0 : (at(this.#deviation, basic) - this.#lower(basic)) / -slope;
      const isTied = Math.abs(reach - step) <= PIVOT && leaving !== NONE;
      if (reach < step - PIVOT || (isTied && basic < at(this.#basis, leaving))) {
        [step, leaving] = [Math.max(reach, 0), i];
      }
    });
    return { step, leaving };
  }

  #move(entering: number, distance: number): void {
    this.#shift(entering, distance);
    this.#rows.forEach((row, i) => {
      const entry = at(row, entering);
      const basic = at(this.#basis, i);
      if (entry !== 0 && basic !== NONE) this.#shift(basic, -entry * distance);
    });
  }

  #shift(column: number, distance: number): void {
    const moved = at(this.#deviation, column) + distance;
    this.#deviation[column] = Math.abs(moved) < PIVOT ? 0 : moved;
  }

  #pivot(objective: Float64Array, leaving: number, entering: number): void {
    const pivotRow = at(this.#rows, leaving);
    normalise(pivotRow, entering);
    eliminate([...this.#rows, objective], pivotRow, entering);
    const left = at(this.#basis, leaving);
    if (left !== NONE) this.#rowOf[left] = NONE;
    this.#basis[leaving] = entering;
    this.#rowOf[entering] = leaving;
    this.#pivots++;
  }
}

function settled(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
