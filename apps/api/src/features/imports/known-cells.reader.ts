import type { EntityManager } from '@mikro-orm/postgresql';
import { isTotalPart } from '@qadam/domain';
import { sql } from 'kysely';
import { attachedCount, cellsAs } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import {
  exact,
  exists,
  isTotal,
  partAsJson,
  rowsAs,
  sameCell,
} from '../../database/expressions.ts';
import { revisionBody } from '../../database/reporting-body.ts';
import type { Content } from '../observations/observation.entity.ts';
import { cellRefText } from '../observations/cell-ref.ts';
import { Histories, historiesOf, type HistoricValue } from '../observations/history.reader.ts';
import type { OwnWords } from './own-words.ts';
import type { YearCell } from './year-cell.ts';

interface Frame {
  area: string;
  cycle: number;
}

const existingCells = (em: EntityManager) =>
  db(em)
    .selectFrom('work.observation as o')
    .innerJoin('work.revision as r', 'r.id', 'o.current_revision')
    .leftJoin('work.user_account as u', 'u.id', 'r.author')
    .leftJoin('work.source as s', 's.id', 'r.source')
    .leftJoin('work.revision as p', 'p.id', 'o.published_revision')
    .select(['o.indicator', 'o.state', 'o.version', 'r.note', 'p.value as publishedValue'])
    .select((eb) => [
      partAsJson('o').as('part'),
      eb('o.published_revision', 'is not', null).$castTo<boolean>().as('published'),
      attachedCount('o.id').as('evidence'),
      CONTENT.as('content'),
      NAMED.as('named'),
      revisionBody.as('body'),
      eb
        .exists(
          eb
            .selectFrom('publication.value as h')
            .select('h.year')
            .where(sameCell('h', 'o'))
            .where('h.until_release', 'is', null)
            .where('h.obs_status', '=', 'Q'),
        )
        .$castTo<boolean>()
        .as('hidden'),
    ]);

const CONTENT = sql<Content>`json_build_object('value', ${exact('r.value')}, 'numerator', ${exact('r.numerator')},
  'denominator', ${exact('r.denominator')}, 'missingReason', r.missing_reason, 'obsStatus', r.obs_status,
  'sourceText', r.source_text, 'comment', r.comment, 'factDate', r.fact_date, 'provision', r.provision, 'basis', r.basis)`;

/** The named source of the revision; null where it has none. */
const NAMED = sql<OwnWords['named']>`case when s.id is not null then json_build_object(
  'publisher', s.publisher, 'title', s.title, 'year', s.year, 'licence', s.licence) end`;

/** What is saved in a cell. `published`: a change is a correction. `hidden`: the current release hides it. `evidence`: number of files and links. */
export type ExistingCell = Awaited<ReturnType<typeof savedCells>>[number];

/** What a row is compared with: the saved content of its cell, and the values published for earlier years. */
export interface KnownCell extends YearCell {
  existing: ExistingCell | null;
  history: HistoricValue[];
}

/** Finds, for a batch of rows, the cells that have saved or published values. */
export type FindCells = (cells: readonly YearCell[]) => Promise<readonly KnownCell[]>;

/** The saved and the earlier published values of the cells that a batch of rows is about. Three SQL statements per year. */
export async function knownCells(
  em: EntityManager,
  { area }: Pick<Frame, 'area'>,
  cells: readonly YearCell[],
): Promise<KnownCell[]> {
  const known: KnownCell[] = [];
  for (const [year, ofYear] of Map.groupBy(cells, (cell) => cell.year))
    known.push(...(await cellsOfYear(em, { area, cycle: year }, ofYear)));
  return known;
}

async function cellsOfYear(
  em: EntityManager,
  { area, cycle }: Frame,
  cellRefs: readonly YearCell[],
): Promise<KnownCell[]> {
  const codes = new Set(cellRefs.map(({ indicator }) => indicator));
  const begun = await begunOf(em, { area, cycle }, [...codes]);
  const saved = cellRefs.filter(({ indicator }) => begun.saved.has(indicator));
  // in early years most indicators were not asked for by parts, so there is nothing to look up for a part
  const published = cellRefs.filter(({ indicator, part }) =>
    (isTotalPart(part) ? begun.published : begun.publishedByParts).has(indicator),
  );
  const existing = saved.length === 0 ? [] : await existingIn(em, { area, cycle }, saved);
  const histories =
    published.length === 0
      ? new Histories([])
      : await historiesOf(em, { area, year: cycle }, published);
  if (existing.length === 0 && published.length === 0) return [];
  const byCell = new Map(existing.map((cell) => [cellRefText(cell), cell]));
  return cellRefs.flatMap((cellRef) => {
    const history = histories.of(area, cellRef.indicator, cycle, cellRef.part);
    const cell = byCell.get(cellRefText(cellRef)) ?? null;
    return cell === null && history.length === 0 ? [] : [{ ...cellRef, existing: cell, history }];
  });
}

const existingIn = (em: EntityManager, { area, cycle }: Frame, cellRefs: readonly YearCell[]) =>
  existingCells(em)
    .innerJoin(cellsAs(area, cycle, cellRefs), (on) => on.on(sameCell('o', 'f')))
    .execute();

/** Which of these indicators have saved values in the year, and published values in any year, in total or by parts. The others need no lookup. */
async function begunOf(em: EntityManager, { area, cycle }: Frame, indicators: readonly string[]) {
  const asked = indicators.map((indicator) => ({ indicator }));
  const rows = await db(em)
    .selectFrom(rowsAs('i', { indicator: 'text' }, asked))
    .select((eb) => {
      const ofArea = eb
        .selectFrom('work.observation as o')
        .select('o.id')
        .whereRef('o.indicator', '=', 'i.indicator')
        .where('o.area', '=', area);
      const published = ofArea.where('o.published_revision', 'is not', null);
      return [
        'i.indicator',
        exists(ofArea.where('o.year', '=', cycle)).as('saved'),
        exists(published).as('published'),
        exists(published.where(eb.not(isTotal('o')))).as('publishedByParts'),
      ];
    })
    .execute();
  const those = (fact: 'saved' | 'published' | 'publishedByParts') =>
    new Set(rows.flatMap((row) => (row[fact] ? [row.indicator] : [])));
  return {
    saved: those('saved'),
    published: those('published'),
    publishedByParts: those('publishedByParts'),
  };
}

/** Is there a total that the file's parts could contradict, in the file itself or saved? */
export const canAddUp = async (
  em: EntityManager,
  { area }: Pick<Frame, 'area'>,
  { indicator, year, hasTotals }: { indicator: string; year: number; hasTotals: boolean },
): Promise<boolean> =>
  hasTotals || (await begunOf(em, { area, cycle: year }, [indicator])).saved.has(indicator);

/** All saved cells of a return. */
export const savedCells = (em: EntityManager, { area, cycle }: Frame) =>
  existingCells(em).where('o.area', '=', area).where('o.year', '=', cycle).execute();
