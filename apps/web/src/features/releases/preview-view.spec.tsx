import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { auditor, renderDesk } from '../../testing/render-desk.tsx';
import type { Preview } from './preview-lines.tsx';
import { PreviewView } from './preview-view.tsx';

const name = { lang: 'en', text: 'Protection orders' };
const NOTHING = {
  ...{ number: '2026.3', previous: '2026.2', problems: [], values: 90_000, newlyApproved: 75_000 },
  ...{ keptBack: 0, confirmed: 0, methodChanged: false, items: [], unlisted: [], newTables: [] },
  ...{ hidden: [], hiddenTables: [], held: [], withheldFaces: [], waiting: [] },
  ...{ withheldForShelters: [], documents: [], helpLines: [], contacts: [], auditHead: 'abc' },
  totals: { hidden: 8464, held: 0, withheldFaces: 0, waiting: 0, withheldForShelters: 0 },
};

const view = (found: object) =>
  renderDesk(
    <PreviewView
      preview={{ ...NOTHING, ...found } as unknown as Preview}
      areaNames={new Map([['KGZ', 'Kyrgyzstan']])}
      mayPublish={false}
    />,
    { me: auditor },
  );

const group = async (title: string) =>
  (await screen.findByText(title, { selector: 'summary' })).parentElement?.textContent;

const tile = (title: string) =>
  screen.getByText(title, { selector: 'dt' }).nextSibling?.textContent;

test('tells new values by table where they are too many to be listed', async () => {
  const table = { name, indicator: 'A5.8', area: 'KGZ', year: 2025 };
  const newTables = [
    { ...table, values: 12_434 },
    { ...table, year: 2024, values: 1 },
  ];
  await view({ newTables, unlisted: [{ class: 'NEW', count: 12_500 }] });
  expect(await group('New values')).toBe(
    'New values 12,500' +
      'Protection ordersA5.8 · Kyrgyzstan · 2025 12,434 values' +
      'Protection ordersA5.8 · Kyrgyzstan · 2024 1 value' +
      '65 more are not listed here.',
  );
  expect(tile('Changes')).toBe('12,500');
  expect(tile('Hidden cells')).toBe('8,464');
});

test('lists changes one by one, and says in each class how many are not listed', async () => {
  const item = {
    ...{ kind: 'CELL', level: null, name, subject: 'A5.8', area: 'KGZ', year: 2025, face: null },
    ...{ fromStatus: null, toStatus: null, fromValue: null, toValue: '7', unit: 'NUMBER' },
    ...{ hidden: false, decimals: 0, reason: null, partNames: [] },
  };
  await view({
    items: [
      { ...item, class: 'REVISED', fromValue: '6', reason: 'CORRECTION' },
      { ...item, class: 'NEW', face: 'F|_T|_T|_T|_T' },
    ],
    unlisted: [{ class: 'REVISED', count: 1999 }],
  });
  expect(await group('Values revised')).toMatch(
    /^Values revised 2,000Protection ordersA5\.8 · Kyrgyzstan · 2025 6.*7.*1,999 more are not listed here\.$/,
  );
  expect(await group('New values')).toBe(
    'New values 1Protection ordersA5.8 · Kyrgyzstan · 2025 · part of a breakdown 7',
  );
  expect(tile('Changes')).toBe('2,001');
});
