import type { ChangeItem, ChangesData } from '../features/changes/changes.types.ts';

const text = (words: string) => ({ lang: 'en' as const, text: words });

const item: ChangeItem = {
  kind: 'CELL',
  class: 'NEW',
  level: null,
  subject: 'A4.2',
  name: text('Married before 18'),
  area: 'KGZ',
  year: 2023,
  face: null,
  hidden: false,
  fromStatus: null,
  toStatus: null,
  fromValue: null,
  toValue: null,
  change: null,
  relative: null,
  decimals: 1,
  unit: 'PT',
  steps: null,
  reason: null,
  cause: null,
  changed: [],
};

export const changes: ChangesData = {
  from: { number: '2026.1', asOfYear: 2022 },
  to: { number: '2026.2', asOfYear: 2025, latest: true, publishedAt: '2026-11-25T01:00:00Z' },
  areas: [
    { code: 'KAZ', name: text('Kazakhstan') },
    { code: 'KGZ', name: text('Kyrgyzstan') },
  ],
  counts: [],
  confirmed: 3,
  items: [
    {
      ...item,
      kind: 'ASSESSMENT',
      class: 'STATUS_DOWN',
      level: 'ACTION',
      subject: 'A1',
      name: text('An agenda of its own'),
      area: 'KAZ',
      year: null,
      fromStatus: 'ON_TRACK',
      toStatus: 'DELAYED',
      steps: 1,
    },
    {
      ...item,
      class: 'REVISED',
      fromValue: '23.1',
      toValue: '23.4',
      change: '0.3',
      relative: '0.013',
      reason: 'COVERAGE',
    },
    { ...item, class: 'NOW_HIDDEN', subject: 'A3.6', name: text('Women examined'), hidden: true },
  ],
};
