import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { db } from '../database/db.ts';
import { Area, Region } from '../features/countries/area.entity.ts';
import { reportingFixture } from './reporting-fixture.ts';

/** The reporting fixture, with a region of KGZ and an indicator that is collected by sex and region. */
export async function importFixture(em: EntityManager): Promise<void> {
  await reportingFixture(em);
  await em.insert(Region, {
    ...{ code: 'KG-B', area: 'KGZ', position: 1 },
    names: { en: 'Batken Region', ru: 'Баткенская область' },
  });
  const axes = { sex: ['F', 'M'], region: ['KG-B', 'KG-O'] };
  const table = Object.entries(axes).map(([dimension, codes]) => ({
    dimension,
    codes: codes.map((code) => ({ code, name: {} })),
  }));
  // set in SQL, because the column's type has no tables by region: bodies are not asked for these yet
  await db(em)
    .updateTable('work.indicator')
    .set({
      breakdowns: ['sex', 'region', 'urbanisation'],
      table_axes: sql`${JSON.stringify(table)}::jsonb`,
    })
    .where('code', '=', 'A5.8')
    .execute();
  await em.nativeUpdate(Area, 'KGZ', { iso2: 'KG', m49: '417' });
}

/** The line and code of each problem. */
export const told = (body: { problems: { row: number | null; code: string }[] }) =>
  body.problems.map(({ row, code }) => [row, code]);
