import { beforeAll, describe, expect, test } from '@jest/globals';
import { formatDate, formatNumber, formatPercent, formatSigned, type Language } from '@qadam/i18n';
import { addCatalog, createI18n } from '../../app/i18n.ts';
import type { IndicatorData, IndicatorSeries } from './indicator-data.ts';
import { assessment, indicatorData, series, target, value } from './indicator.fixture.ts';
import { paceFacts, targetSentence, type TextContext } from './target-sentence.ts';
import { takeaway } from './takeaway.ts';

async function context(
  lang: Language,
  more: Partial<IndicatorData['indicator']> = {},
): Promise<TextContext> {
  const i18n = await createI18n(lang);
  await addCatalog(i18n, 'charts');
  return {
    t: i18n.t,
    format: {
      lang,
      number: (text, decimals) => formatNumber(lang, text, decimals),
      signed: (text, decimals) => formatSigned(lang, text, decimals),
      percent: (text, decimals) => formatPercent(lang, text, decimals),
      date: (day) => formatDate(lang, day),
    },
    indicator: indicatorData(more).indicator,
    scored: true,
  };
}

let en: TextContext;
let ru: TextContext;
beforeAll(async () => {
  [en, ru] = [await context('en'), await context('ru')];
});

const falling = (projection: Parameters<typeof assessment>[0]): IndicatorSeries =>
  series('KGZ', {
    values: [value(2024, '28')],
    target: target([2015, '40'], 2030, '0'),
    assessment: assessment(projection),
  });

describe('what the target needs of one country', () => {
  test('with two values the needed pace is told and no projection is made up', () => {
    expect(targetSentence(en, indicatorData().series[1] ?? series('KGZ'))).toBe(
      'It needs −1.3 points a year to reach 0% by 2030; not enough data to project.',
    );
    expect(targetSentence(ru, indicatorData().series[1] ?? series('KGZ'))).toBe(
      'Нужно −1,3 п. п. в год, чтобы достичь 0\u00a0% к 2030 году; данных для прогноза недостаточно.',
    );
  });

  const paced = {
    requiredPerYear: '-4.6667',
    actualPerYear: '-2',
    latestYear: 2024,
    latestValue: '28',
    fromYear: 2020,
    year: 2030,
    central: '16',
  };
  test('needed and recent pace stand side by side and lead to a year with its range', () => {
    const one = falling({
      status: 'OFF_TRACK',
      projection: { ...paced, reachedCentral: '2038', reachedLow: '2036', reachedHigh: '2045' },
    });
    expect(targetSentence(en, one)).toBe(
      'It needs −4.7 points a year to reach 0% by 2030 and had −2.0 points (2020–2024): at this pace 2038 (2036–2045).',
    );
  });
  test('a target out of reach is words, not a year', () => {
    const one = falling({
      status: 'REGRESSED',
      projection: { ...paced, reachedCentral: 'NEVER', reachedLow: 'NEVER', reachedHigh: 'NEVER' },
    });
    expect(targetSentence(en, one)).toContain('at this pace not within 50 years.');
    expect(targetSentence(ru, one)).toContain('такими темпами – не в ближайшие 50 лет.');
  });

  test.each([
    ['TARGET_MET', 'the target of 0% is met'],
    ['AFTER_DEADLINE', 'the target of 0% was due by 2030 and is not met'],
    ['NO_TARGET', 'no target is set'],
    ['INVALID_CONFIG', 'the set-up of the target has to be checked'],
    ['BREAK', 'the series was broken after the baseline, so the target has to be set anew'],
  ])('the reason %s is told in words', (reason, words) => {
    const said = targetSentence(en, falling({ status: 'NO_TARGET', projection: { reason } }));
    expect(said?.toLowerCase()).toBe(`${words}.`);
  });

  test('of a hidden latest value nothing is said', () => {
    const one = series('TJK', {
      values: [value(2016, '8.7'), value(2017, null, { obsStatus: 'Q' })],
      assessment: assessment({ status: 'SUPPRESSED', projection: { reason: 'SUPPRESSED' } }),
    });
    expect(targetSentence(en, one)).toBeNull();
  });

  test('an answer has no pace, and what is never scored is not held against a target', async () => {
    const law = await context('en', { kind: 'BINARY', unit: 'BOOL', decimals: 0 });
    const one = falling({ status: null, projection: { ...paced, reason: null } });
    expect(targetSentence(law, one)).toBeNull();
    expect(targetSentence({ ...en, scored: false }, one)).toBeNull();
    expect(paceFacts({ ...en, scored: false }, one).map(({ key }) => key)).toEqual(['actual']);
  });
});

describe('the page in one breath', () => {
  const names = { KAZ: 'Kazakhstan', KGZ: 'Kyrgyzstan', TJK: 'Tajikistan', UZB: 'Uzbekistan' };
  const years = { from: 2010, to: 2030, asOf: 2025 };
  const voice = (of: TextContext) => of as Parameters<typeof takeaway>[0];
  test('several countries: what changed, who has published nothing since, what is hidden, who is silent', () => {
    expect(takeaway(voice(en), indicatorData().series, names, years)).toBe(
      'In Kyrgyzstan it fell from 12.9% in 2018 to 9.2% in 2023. Kazakhstan (7.0% in 2015) has published nothing since. The latest figure of Tajikistan is hidden to protect people. Uzbekistan has published no figure.',
    );
  });
  test('only the years shown are told', () => {
    expect(
      takeaway(voice(en), indicatorData().series.slice(1, 2), names, { ...years, from: 2020 }),
    ).toMatch(/^In Kyrgyzstan it was 9\.2% in 2023\. /);
  });
  test('of one country it is also told what its target needs', () => {
    expect(takeaway(voice(en), indicatorData().series.slice(1, 2), names, years)).toMatch(
      /to 9\.2% in 2023\. It needs −1\.3 points a year to reach 0% by 2030/,
    );
  });
  test('of an answer it is told who says yes and who no', async () => {
    const law = voice(await context('en', { kind: 'BINARY', unit: 'BOOL', decimals: 0 }));
    const answered = ['KAZ', 'KGZ', 'TJK'].map((area, i) =>
      series(area, { values: i === 2 ? [] : [value(2024, String(i))] }),
    );
    expect(takeaway(law, answered, names, years)).toBe(
      'Yes: Kyrgyzstan (2024). No: Kazakhstan (2024). Tajikistan has published no figure.',
    );
  });
});
