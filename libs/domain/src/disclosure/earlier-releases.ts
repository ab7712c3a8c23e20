import { at } from './at.ts';
import type { Cell, CellIndex } from './cell-index.ts';
import { intervals, isNarrow } from './interval.ts';
import { joinReleases, type JointSystem } from './joint-system.ts';
import { faceId, type AreaFace, type ReleaseTable } from './release-table.ts';
import { ShownValues } from './shown-values.ts';

/** What earlier releases published and nobody can take back, oldest release first. */
export class EarlierReleases {
  readonly tables: readonly ReleaseTable[];
  readonly #faces: ReadonlySet<string>;
  readonly #hidden: ReadonlySet<string>;
  readonly #shown: ShownValues;
  readonly #joint: JointSystem;
  readonly #isNarrow: (node: number) => boolean;

  constructor(cellIndex: CellIndex, tables: readonly ReleaseTable[]) {
    this.tables = tables;
    const keys = tables.flatMap(({ cells }) => [...cells.keys()]);
    this.#faces = new Set(keys.map((key) => faceId(cellIndex.cell(key))));
    this.#hidden = new Set(tables.flatMap(({ hidden }) => [...hidden]));
    this.#shown = new ShownValues(tables);
    const joint = joinReleases(cellIndex, tables);
    const intervalOf = intervals(joint.system, (node) => joint.unknown.has(node));
    this.#joint = joint;
    this.#isNarrow = (node) => isNarrow(intervalOf(node), at(joint.system.nodes, node).threshold);
  }

  /** Did a release contain cells of this face, shown or hidden? */
  contains(face: AreaFace): boolean {
    return this.#faces.has(faceId(face));
  }

  /** Did a release hide this cell? Then every later release hides it too. */
  hid(cell: Cell): boolean {
    return this.#hidden.has(cell.key);
  }

  /** Is this value of the cell known from what was shown? */
  giveAway(cell: Cell, value: number): boolean {
    return this.#shown.giveAway(cell, value);
  }

  /** Was this value hidden, but readers can narrow it to fewer than k candidates all the same? */
  betray(cell: Cell, value: number): boolean {
    const node = this.#joint.nodeOf(cell.key, value);
    return node !== undefined && this.#joint.unknown.has(node) && this.#isNarrow(node);
  }
}
