import type { ScorecardData } from '../features/scorecard/steps.ts';
import { fact, level, unknown } from './level.fixture.ts';

const text = (words: string) => ({ lang: 'ru' as const, text: words });

type Cell = ScorecardData['rows'][number]['cells'][number];
const cell = (area: string, change: Partial<Cell> = {}): Cell => ({
  area,
  level: unknown,
  change: null,
  fact: null,
  ...change,
});
const action = (
  code: string,
  title: string,
  change: Partial<ScorecardData['rows'][number]['action']> = {},
): ScorecardData['rows'][number]['action'] => ({
  code,
  kind: 'PRIORITY',
  scope: 'COUNTRY',
  title: text(title),
  quote: text(`Слова встречи о ${code}`),
  ...change,
});

/**
 * Three rows: an action of which three steps are known and one moved forward; an action that all four countries share;
 * a gap with one number only.
 */
export const scorecard: ScorecardData = {
  year: 2025,
  firstYear: 2015,
  release: {
    number: '2026.2',
    asOfYear: 2025,
    publishedAt: '2026-11-25T01:00:00Z',
    latest: true,
    previous: '2026.1',
    methodVersion: '2.0',
    contentHash: 'abc',
    auditHead: 'def',
    note: text('Примечание'),
  },
  areas: ['KAZ', 'KGZ', 'TJK', 'UZB'].map((code) => ({ code, name: text(code) })),
  rows: [
    {
      action: action('A1', 'Выделить гендерное равенство'),
      cells: [
        cell('KAZ', {
          level: level(),
          fact: fact({ stage: 2, stageName: text('Проект'), basis: 'MEDIA', since: '2024' }),
        }),
        cell('KGZ', {
          level: level({ word: 'MOSTLY_DONE', percent: 80, low: 40, high: 90, movement: 'NONE' }),
          fact: fact({ stageName: text('Действует') }),
        }),
        cell('TJK', {
          level: level({ word: 'PARTLY_KNOWN', percent: 80, low: 13, high: 97, movement: 'NONE' }),
          fact: fact({ inForce: 1, parts: 6 }),
        }),
        cell('UZB'),
      ],
    },
    {
      action: action('A7', 'Начать работу над декларацией', { scope: 'REGION' }),
      cells: [
        cell('CA4', {
          level: level({
            word: 'BEGUN',
            percent: 20,
            low: 20,
            high: 20,
            known: 1,
            total: 1,
            movement: 'NONE',
          }),
          fact: fact({ stage: 1, stageName: text('Идея предложена'), since: '2022-09-14' }),
        }),
      ],
    },
    {
      action: action('F2', 'Мало кризисных центров', { kind: 'FINDING' }),
      cells: [
        cell('KAZ', {
          fact: fact({
            name: text('Кризисные центры'),
            stage: null,
            stageName: null,
            since: null,
            value: '74',
            year: 2024,
            decimals: 0,
          }),
        }),
        cell('KGZ'),
        cell('TJK'),
        cell('UZB'),
      ],
    },
  ],
};
