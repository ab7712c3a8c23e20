import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { reportFigures } from '../../testing/approved-figures.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { AS_REPORTED } from '../alternatives/alternative.store.ts';
import { ReleasesService } from './releases.service.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'framework' });
}, 60_000);
afterAll(() => test.stop());

const figure = (area: string, value: string, source?: string) => ({
  ...{ indicator: 'F1.1', area, year: 2024, value },
  ...(source !== undefined && { source }),
});
const record = (
  area: string,
  value: string,
  source: string,
  by: string | null,
  note: object = { en: 'Note.' },
) =>
  test.em().execute(
    `insert into work.alternative (indicator, area, year, source, value, note, chosen, recorded_by, recorded_at)
     values ('F1.1', ?, 2024, ?, ?, ?, '{"en": "Why."}', (select id from work.user_account where email = ?), now())`,
    [area, source, value, JSON.stringify(note), by],
  );

it('what officers recorded beside a value that nobody approved stays inside with it', async () => {
  const [official, other, third] = await test
    .em()
    .execute<{ id: string }[]>(
      `select id from work.source where kind <> 'MEDIA' order by id limit 3`,
    );
  const officer = 'officer@demo.example';
  const [named = '', returned = ''] = [official?.id, other?.id];
  // in review, with another source beside it; a sample, too
  await reportFigures(test.em(), [figure('KAZ', '50')], { state: 'SUBMITTED' });
  await reportFigures(test.em(), [figure('TJK', '50')], { state: 'APPROVED', sample: true });
  await record('KAZ', '37', named, officer);
  await record('TJK', '37', named, officer);
  // replaced by another source before it was approved
  await reportFigures(test.em(), [figure('KGZ', '51')], { state: 'SUBMITTED' });
  await reportFigures(test.em(), [figure('KGZ', '38', named)]);
  await record('KGZ', '51', returned, null);
  // as version 0.5 does it
  await record('KGZ', '51', third?.id ?? '', officer, AS_REPORTED);
  // approved, then replaced
  await reportFigures(test.em(), [figure('UZB', '52')]);
  await reportFigures(test.em(), [figure('UZB', '39', named)]);
  await record('UZB', '52', returned, null);
  await record('UZB', '40', named, officer);

  const releases = new ReleasesService(test.em());
  const asked = { asOfYear: 2025, annual: false, note: { en: 'A release.' } };
  expect(await releases.publishUnattended(asked)).toMatchObject({ problems: [] });
  const { data } = await test.publicQuery(
    `{ indicator(code: "F1.1", lang: en) { series { area values { value } alternatives { value } } } }`,
  );
  const BOTH = expect.arrayContaining([{ value: '40' }, { value: '52' }]);
  const series = (data.indicator.series as { area: string }[]).filter(({ area }) => area !== 'CA4');
  expect(series.toSorted((a, b) => (a.area < b.area ? -1 : 1))).toEqual([
    { area: 'KAZ', values: [], alternatives: [] },
    { area: 'KGZ', values: [{ value: '38' }], alternatives: [] },
    { area: 'TJK', values: [], alternatives: [] },
    { area: 'UZB', values: [{ value: '39' }], alternatives: BOTH },
  ]);
});
