import { describe, expect, test } from '@jest/globals';
import { addCatalog, createI18n } from '../app/i18n.ts';
import { formatOf } from '../ui/use-format.ts';
import { changesText } from './changes-text.ts';
import { everything, seriesOf, share } from './chart.fixture.ts';
import type { ChartSeries } from './chart.types.ts';
import type { ChartsT } from './groups/group-words.ts';
import { curveOf } from './curve.ts';
import { chartText } from './use-chart-text.ts';

const names = { KAZ: 'Kazakhstan', KGZ: 'Kyrgyzstan', TJK: 'Tajikistan', UZB: 'Uzbekistan' };
const of = (area: string, values: string, more: Partial<ChartSeries> = {}) =>
  seriesOf(values, { area, ...more });

async function said(lang: 'en' | 'ru' | 'kk' | 'uz', ...series: ChartSeries[]) {
  const i18n = await createI18n(lang);
  await addCatalog(i18n, 'charts');
  const t = i18n.getFixedT(null, ['public', 'charts'] as const) as unknown as ChartsT;
  const text = chartText(t, formatOf(lang), share);
  return changesText(
    t,
    text,
    series.map((one) => curveOf(one, 'NUMERIC', everything)),
    names,
    2025,
  );
}

describe('the sentence of a chart', () => {
  test('tells the change of who is recent, and who has published nothing since', async () => {
    const all = [of('KGZ', '2018:12.9 2023:9.2'), of('KAZ', '2015:7'), of('UZB', '2012:7.2')];
    expect(await said('en', ...all)).toBe(
      'In Kyrgyzstan it fell from 12.9% in 2018 to 9.2% in 2023. Kazakhstan (7.0% in 2015) and Uzbekistan (7.2% in 2012) have published nothing since.',
    );
    expect(await said('ru', ...all)).toMatch(
      /^Kyrgyzstan: снижение с 12,9\s% в 2018 году до .*не публиковали\.$/,
    );
    expect(await said('uz', ...all)).toMatch(/^Kyrgyzstan: 2018-yilda 12,9%, 2023-yilda 9,2%/);
  });
  test('of one who fell silent speaks in the singular', async () => {
    expect(await said('en', of('KGZ', '2024:3'), of('KAZ', '2015:7'))).toBe(
      'In Kyrgyzstan it was 3.0% in 2024. Kazakhstan (7.0% in 2015) has published nothing since.',
    );
  });
  test('a hidden latest value and a country without any are told as such', async () => {
    expect(await said('en', of('TJK', '2020:3 2023:Q'), of('KAZ', ''))).toBe(
      'The latest figure of Tajikistan is hidden to protect people. Kazakhstan has published no figure.',
    );
  });
  test('values before a break are not compared with those after it', async () => {
    const broken = of('KGZ', '2018:50 2020:10 2024:12', { breaks: [{ year: 2020 }] });
    expect(await said('en', broken)).toBe(
      'In Kyrgyzstan it rose from 10.0% in 2020 to 12.0% in 2024.',
    );
  });
});
