import type { EntityManager } from '@mikro-orm/postgresql';
import { type NotNull, sql } from 'kysely';
import type { CellChange } from '../observations/cell-saver.ts';
import type { Content } from '../observations/observation.entity.ts';
import type { FirstSave, FirstSaves } from '../observations/write-revisions.ts';
import { OF, PART, rowsOf } from './import-row.store.ts';

/** How many rows of the file one statement of a commit covers. */
const WRITTEN = 5000;
/** How many rows are fetched to the server at a time. */
const READ = 1000;

/** A page of the file: the next WRITTEN row numbers behind `after`, of which only the rows of one year count. */
interface Page {
  year: number;
  after: number;
}

/** The pages of one year, in the order of the file. */
export async function pagesOf(em: EntityManager, id: string, year: number): Promise<Page[]> {
  const { last } = await rowsOf(em, id)
    .select((eb) => eb.fn.max('number').as('last'))
    .executeTakeFirstOrThrow();
  const pages = Array.from({ length: Math.ceil(last / WRITTEN) });
  return pages.map((_, at) => ({ year, after: at * WRITTEN }));
}

/** The rows of one page that a commit writes. Page by page, memory stays flat however long the file is. */
const writtenOf = (em: EntityManager, id: string, { year, after }: Page) =>
  rowsOf(em, id)
    .where('number', '>', after)
    .where('number', '<=', after + WRITTEN)
    .where('year', '=', year);

/** The changes of a page in the order of the file, in batches; the server holds one batch at a time. */
export async function* changesOf(
  em: EntityManager,
  id: string,
  page: Page,
  verdicts: readonly ('NEW' | 'CHANGED')[],
): AsyncGenerator<CellChange[]> {
  let { after } = page;
  for (;;) {
    const rows = await writtenOf(em, id, page)
      .select(['number', 'cell', 'content', 'version'])
      .where('verdict', 'in', verdicts)
      .where('number', '>', after)
      .orderBy('number')
      .limit(READ)
      .$narrowType<{ cell: NotNull; content: NotNull; version: NotNull }>()
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ cell, content, version }) => ({ ...cell, content, version }));
    after = last.number;
  }
}

const inContent = <Value>(key: keyof Content, type = 'text') =>
  sql<Value>`(content ->> ${sql.lit(key)})::${sql.raw(type)}`;

/** The rows of a page whose cells have no saved value yet. */
export const firstSavesOf = (em: EntityManager, id: string, page: Page): FirstSaves =>
  writtenOf(em, id, page)
    .where('verdict', '=', 'NEW')
    .select([OF.as('indicator'), ...PART])
    .select(
      (['value', 'numerator', 'denominator'] as const).map((figure) =>
        inContent<string | null>(figure, 'numeric').as(figure),
      ),
    )
    .select([
      inContent<FirstSave['missing_reason']>('missingReason').as('missing_reason'),
      inContent<string>('obsStatus').as('obs_status'),
      inContent<string | null>('sourceText').as('source_text'),
      inContent<string | null>('comment').as('comment'),
      inContent<string | null>('factDate').as('fact_date'),
      inContent<string | null>('provision').as('provision'),
      inContent<FirstSave['basis']>('basis').as('basis'),
    ]);
