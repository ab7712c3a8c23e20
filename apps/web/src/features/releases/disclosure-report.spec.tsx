import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { officer, renderDesk } from '../../testing/render-desk.tsx';
import { DisclosureReport, type Preview } from './preview-lines.tsx';

const NOTHING = {
  ...{ hidden: [], hiddenTables: [], held: [], withheldFaces: [], waiting: [] },
  withheldForShelters: [],
};
const NONE = Object.fromEntries(
  ['hidden', 'held', 'withheldFaces', 'waiting', 'withheldForShelters'].map((name) => [name, 0]),
) as unknown as Preview['totals'];

const report = (found: Partial<Preview>, totals: Partial<Preview['totals']>) =>
  renderDesk(
    <DisclosureReport
      preview={{ ...NOTHING, ...found, totals: { ...NONE, ...totals } } as unknown as Preview}
      areaNames={new Map([['KGZ', 'Kyrgyzstan']])}
    />,
    { me: officer, answers: [] },
  );

/** A list with its number and lines. */
const list = async (title: string) => {
  const summary = await screen.findByText(title, { selector: 'summary' });
  return summary.parentElement?.textContent;
};

const PLACE = { indicator: 'A5.10', area: 'KGZ', year: 2024 };

test('lists hidden cells one by one', async () => {
  const hidden = [{ ...PLACE, face: 'F|_T|_T|_T|_T', primary: true, why: 'SMALL' }];
  await report({ hidden }, { hidden: 1 });
  expect(await list('Hidden cells')).toBe(
    'Hidden cells 1A5.10 · Kyrgyzstan · 2024 · women a small number itself',
  );
});

test('tells many hidden cells by table, with the number for each reason', async () => {
  const hiddenTables = [
    {
      ...{ ...PLACE, cells: 4232 },
      reasons: [
        { why: 'SMALL', cells: 3000 },
        { why: 'COVER', cells: 1232 },
      ],
    },
    { ...PLACE, year: 2023, cells: 1200, reasons: [{ why: 'RATE', cells: 1200 }] },
  ];
  await report({ hiddenTables }, { hidden: 6500 });
  expect(await list('Hidden cells')).toBe(
    'Hidden cells 6,500' +
      'A5.10 · Kyrgyzstan · 2024 4,232: a small number itself (3,000); covers another hidden cell (1,232)' +
      'A5.10 · Kyrgyzstan · 2023 1,200: a share or rate that gives a small number away' +
      '1,068 more are not listed here.',
  );
});

test('counts the figures that wait, not their tables', async () => {
  await report({ waiting: [{ ...PLACE, values: 1200, body: null }] }, { waiting: 1201 });
  expect(await list('Below national level, waiting for an agreement')).toBe(
    'Below national level, waiting for an agreement 1,201A5.10 · Kyrgyzstan · 2024 1,200 values1 more is not listed here.',
  );
});

test.each([
  ['NOT_PLANNED', 'what has to be hidden could not be worked out'],
  ['INVALID', 'an unknown code, or not a count'],
  [
    'SMALL_REVISION A5.10|KGZ|F|_T|_T|_T|_T',
    'a change about so few people that it waits for the yearly release (A5.10 · Kyrgyzstan · women)',
  ],
  [
    'NO_COVER A5.10|KGZ|_T|_T|_T|_T|_T',
    'a small number that no other cell can cover (A5.10 · Kyrgyzstan)',
  ],
  [
    'DATA_FAULT A5.10 KGZ sex',
    'incomplete or not adding up, though already in an earlier release (A5.10 · Kyrgyzstan · sex)',
  ],
])('says in words why a table is kept back: %s', async (reason, words) => {
  const held = [{ indicator: 'A5.10', year: 2024, reasons: [reason] }];
  await report({ held }, { held: 1 });
  expect((await screen.findByText('A5.10 · 2024')).parentElement?.textContent).toBe(
    `A5.10 · 2024 ${words}`,
  );
});

test('says in words that a breakdown is too deep', async () => {
  const face = { ...PLACE, face: 'sex+age+urb', reason: 'FACE_TOO_DEEP' };
  await report({ withheldFaces: [face] }, { withheldFaces: 1 });
  const why = await screen.findByText('too many breakdowns at once');
  expect(why.parentElement?.textContent).toBe(
    'A5.10 · Kyrgyzstan · 2024 · sex × age × urban or rural too many breakdowns at once',
  );
});
