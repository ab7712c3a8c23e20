import type { EntityManager } from '@mikro-orm/postgresql';
import { reportingFixture } from './reporting-fixture.ts';

/** The reporting fixture, with a region of KGZ and an indicator that is collected by sex and region. */
export async function importFixture(em: EntityManager): Promise<void> {
  await reportingFixture(em);
  await em.execute(
    `insert into work.region (code, area, names, position) values ('KG-B', 'KGZ', '{"en": "Batken Region", "ru": "Баткенская область"}', 1)`,
  );
  const axes = { sex: ['F', 'M'], region: ['KG-B', 'KG-O'] };
  const table = Object.entries(axes).map(([dimension, codes]) => ({
    dimension,
    codes: codes.map((code) => ({ code, name: {} })),
  }));
  await em.execute(
    `update work.indicator set breakdowns = '{sex,region,urbanisation}', table_axes = ? where code = 'A5.8'`,
    [JSON.stringify(table)],
  );
  await em.execute(`update work.area set iso2 = 'KG', m49 = '417' where code = 'KGZ'`);
}

/** What is said of which line. */
export const told = (body: { problems: { row: number | null; code: string }[] }) =>
  body.problems.map(({ row, code }) => [row, code]);
