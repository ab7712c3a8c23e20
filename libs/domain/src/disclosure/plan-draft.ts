import type { Cell, CellIndex } from './cell-index.ts';
import type { EarlierReleases } from './earlier-releases.ts';
import { faceId, faceOf, type AreaFace } from './release-table.ts';

export type WithheldReason = 'INCOMPLETE' | 'NOT_ADDITIVE' | 'TOO_SPARSE';

/** A face that the release does not contain. The reason is internal. */
export interface WithheldFace extends AreaFace {
  readonly reason: WithheldReason;
}

/** A release that is being planned: its cells in cell order, without those of the faces withheld so far. */
export class PlanDraft {
  readonly cellIndex: CellIndex;
  readonly earlier: EarlierReleases;
  readonly #cells: Map<string, number>;
  readonly #withheld: { readonly cell: Cell; readonly reason: WithheldReason }[] = [];

  constructor(cellIndex: CellIndex, earlier: EarlierReleases, cells: ReadonlyMap<string, number>) {
    this.cellIndex = cellIndex;
    this.earlier = earlier;
    const inOrder = [...cells].sort(([a], [b]) =>
      cellIndex.compare(cellIndex.cell(a), cellIndex.cell(b)),
    );
    this.#cells = new Map(inOrder);
  }

  get cells(): ReadonlyMap<string, number> {
    return this.#cells;
  }

  /** The cells in cell order. */
  list(): readonly Cell[] {
    return [...this.#cells.keys()].map((key) => this.cellIndex.cell(key));
  }

  /** The faces that are not withheld, each with its cells in cell order. */
  faces(): ReadonlyMap<string, readonly Cell[]> {
    const faces = new Map<string, Cell[]>();
    for (const cell of this.list()) {
      const face = faces.get(faceId(cell));
      if (face === undefined) faces.set(faceId(cell), [cell]);
      else face.push(cell);
    }
    return faces;
  }

  value(cell: Cell): number {
    return this.#cells.get(cell.key) ?? 0;
  }

  isSmall(cell: Cell): boolean {
    return this.cellIndex.isGuarded(cell, this.value(cell));
  }

  withhold(face: AreaFace, reason: WithheldReason): void {
    const id = faceId(face);
    const cells = this.list().filter((cell) => faceId(cell) === id);
    for (const { key } of cells) this.#cells.delete(key);
    for (const cell of cells.slice(0, 1)) this.#withheld.push({ cell, reason });
  }

  /**
   * Sorted by area and dimension, never in the order of withholding: the list of faces is public, but
   * why and when each was given up is not.
   */
  withheld(): readonly WithheldFace[] {
    return [...this.#withheld]
      .sort((a, b) => this.cellIndex.compareFaces(a.cell, b.cell))
      .map(({ cell, reason }) => ({ ...faceOf(cell), reason }));
  }
}
