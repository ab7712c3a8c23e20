import { at } from './at.ts';

/** Anything closer to zero than this is zero: entries are small whole numbers or simple fractions. */
const PIVOT = 1e-9;
/** Rounding dust that elimination leaves behind is swept, so that it is never taken for an entry. */
const DUST = 1e-11;
const INFEASIBLE = 1e-6;
/** Degenerate steps in a row before Bland's rule takes over; it cannot cycle, but is slow. */
const MAX_DEGENERATE_STEPS = 20;
const ARTIFICIAL = -1;

/** One equation: coefficients by column, and the right-hand side. */
export interface Equality {
  readonly coefficients: ReadonlyMap<number, number>;
  readonly constant: number;
}

/**
 * The polytope { y ≥ 0 : A y = b } as a dense simplex tableau: slow, but it starts from nothing, so that tests can check the
 * solver of plans and audits against it.
 *
 * Two phases: the constructor finds a first corner (throws RangeError if there is none), `maximum`
 * and `minimum` walk from the corner where the last question ended, so many questions about one
 * system share the first phase. Artificial columns are not stored: once out they never return.
 * Largest coefficient first, Bland's rule after a run of degenerate steps, so that it ends.
 *
 * Source: methods.md 2.6, Solver.
 */
export class Polytope {
  readonly #columns: number;
  #rows: Float64Array[];
  #basis: number[];

  constructor(equalities: readonly Equality[], columns: number) {
    this.#columns = columns;
    this.#rows = equalities.map((equality) => {
      const row = new Float64Array(columns + 1);
      const sign = equality.constant < 0 ? -1 : 1;
      for (const [column, coefficient] of equality.coefficients) row[column] = sign * coefficient;
      row[columns] = sign * equality.constant;
      return row;
    });
    this.#basis = equalities.map(() => ARTIFICIAL);
    this.#findCorner();
  }

  /** The largest value of a column, null if it has none; a double, to be rounded by the caller. */
  maximum(column: number): number | null {
    return this.#optimum(column, 1);
  }

  /** The smallest value of a column: there always is one, because no column is below zero. */
  minimum(column: number): number {
    return -(this.#optimum(column, -1) ?? 0);
  }

  #optimum(column: number, sign: 1 | -1): number | null {
    const objective = new Float64Array(this.#columns + 1);
    objective[column] = sign;
    const basic = this.#basis.indexOf(column);
    if (basic >= 0) eliminate([objective], at(this.#rows, basic), column);
    return this.#climb(objective) ? -at(objective, this.#columns) : null;
  }

  /** Phase one: the sum of the artificial variables falls to zero. */
  #findCorner(): void {
    const objective = new Float64Array(this.#columns + 1);
    for (const row of this.#rows) row.forEach((v, j) => (objective[j] = at(objective, j) + v));
    this.#climb(objective);
    if (at(objective, this.#columns) > INFEASIBLE) throw new RangeError('The sums contradict.');
    this.#basis.forEach((basic, i) => {
      if (basic !== ARTIFICIAL) return;
      const column = at(this.#rows, i).findIndex(
        (v, j) => j < this.#columns && Math.abs(v) > PIVOT,
      );
      if (column >= 0) this.#pivot(objective, i, column);
    });
    // What is still artificial is a row of zeros: an equation that follows from the others.
    this.#rows = this.#rows.filter((_, i) => this.#basis[i] !== ARTIFICIAL);
    this.#basis = this.#basis.filter((basic) => basic !== ARTIFICIAL);
  }

  /** Improves until nothing improves; false if the objective grows without end. */
  #climb(objective: Float64Array): boolean {
    for (let degenerate = 0; ;) {
      const column = this.#entering(objective, degenerate > MAX_DEGENERATE_STEPS);
      if (column < 0) return true;
      const row = this.#leaving(column);
      if (row < 0) return false;
      degenerate = at(at(this.#rows, row), this.#columns) > PIVOT ? 0 : degenerate + 1;
      this.#pivot(objective, row, column);
    }
  }

  #entering(objective: Float64Array, bland: boolean): number {
    let best = -1;
    let gain = PIVOT;
    for (let j = 0; j < this.#columns; j++) {
      const value = at(objective, j);
      if (value <= gain) continue;
      if (bland) return j;
      best = j;
      gain = value + PIVOT;
    }
    return best;
  }

  #leaving(column: number): number {
    let best = -1;
    let least = Infinity;
    this.#rows.forEach((row, i) => {
      const entry = at(row, column);
      if (entry <= PIVOT) return;
      const ratio = at(row, this.#columns) / entry;
      const tied = Math.abs(ratio - least) <= PIVOT && at(this.#basis, i) < at(this.#basis, best);
      if (ratio < least - PIVOT || tied) [best, least] = [i, ratio];
    });
    return best;
  }

  #pivot(objective: Float64Array, leaving: number, column: number): void {
    const pivotRow = at(this.#rows, leaving);
    normalise(pivotRow, column);
    eliminate([...this.#rows, objective], pivotRow, column);
    this.#basis[leaving] = column;
  }
}

/** Divides a row by its entry in `column`, so that this becomes 1. */
function normalise(row: Float64Array, column: number): void {
  const entry = at(row, column);
  for (let j = 0; j < row.length; j++) row[j] = at(row, j) / entry;
}

/** Takes from each row the multiple of the pivot row (entry 1) that makes its `column` 0. */
function eliminate(rows: readonly Float64Array[], pivotRow: Float64Array, column: number): void {
  // Rows are mostly zeros: where the pivot row has one, nothing changes.
  const filled = [...pivotRow.keys()].filter((j) => pivotRow[j] !== 0);
  for (const row of rows) {
    const factor = at(row, column);
    if (row === pivotRow || factor === 0) continue;
    for (const j of filled) {
      const value = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
      row[j] = Math.abs(value) < DUST ? 0 : value;
    }
  }
}
