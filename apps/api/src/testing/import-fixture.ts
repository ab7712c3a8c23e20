import type { EntityManager } from '@mikro-orm/postgresql';
import { Area, Region } from '../features/countries/area.entity.ts';
import { Indicator } from '../features/indicators/indicator.entity.ts';
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
  await em.nativeUpdate(Indicator, 'A5.8', {
    breakdowns: ['sex', 'region', 'urbanisation'],
    tableAxes: table,
  });
  await em.nativeUpdate(Area, 'KGZ', { iso2: 'KG', m49: '417' });
}

/** What is said of which line. */
export const told = (body: { problems: { row: number | null; code: string }[] }) =>
  body.problems.map(({ row, code }) => [row, code]);
