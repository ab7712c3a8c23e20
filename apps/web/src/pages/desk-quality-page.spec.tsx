import { describe, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QualityDesk } from './desk-quality-page.tsx';
import { officer, renderDesk } from '../testing/render-desk.tsx';
import {
  DataQualityDocument,
  QualityYearsDocument,
} from '../features/desk-quality/data-quality.generated.ts';
import type { Quality, QualityCell } from '../features/desk-quality/quality.types.ts';

const text = (words: string) => ({ lang: 'en' as const, text: words });
const cell: QualityCell = {
  area: 'KGZ',
  indicator: 'A5.8',
  year: 2025,
  observation: 'o',
  class: 'reported',
  state: 'SUBMITTED',
  marks: ['LATE', 'OUTLIER'],
  submittedOn: '2026-04-02',
  missingReason: null,
  comment: 'A new register.',
  revisions: 0,
  hits: [{ rule: 'minMax', code: 'OUTLIER', severity: 'WARN', params: [] }],
};
const quality: Quality = {
  cycle: 2025,
  cycles: [2025, 2024],
  areas: [
    {
      area: 'KGZ',
      areaName: text('Kyrgyzstan'),
      dueOn: '2026-03-31',
      assigned: 6,
      notApplicable: 1,
      reported: 3,
      explained: 1,
      overdue: 2,
      notDue: 0,
      reportedShare: '0.5',
      answeredShare: '0.6667',
      timed: 3,
      medianDays: '3',
      onTimeShare: '0.3333',
      checked: 3,
      withHits: 1,
      errors: 0,
      warnings: 1,
      warningsExplained: 1,
      revisions: 0,
      revisedCells: 0,
      medianRevision: null,
    },
  ],
  indicators: [
    { code: 'A5.8', name: text('Reported cases') },
    { code: 'A6.1', name: text('Law') },
  ],
  cells: [
    cell,
    {
      ...cell,
      indicator: 'A6.1',
      class: 'overdue',
      state: 'EMPTY',
      marks: [],
      hits: [],
      comment: null,
      submittedOn: null,
    },
  ],
  questions: [
    {
      observation: 'o',
      area: 'KGZ',
      indicator: 'A5.8',
      text: 'Which register?',
      askedAt: '2026-04-03T10:00:00Z',
    },
  ],
};

const through = {
  area: 'KGZ',
  areaName: text('Kyrgyzstan'),
  years: [2024, 2025],
  indicators: [{ code: 'A5.8', name: text('Reported cases') }],
  get cells() {
    return typed([cell, { ...cell, year: 2024, observation: 'older', marks: [], hits: [] }]);
  },
};

const typed = (cells: readonly QualityCell[]) =>
  cells.map((one) => ({
    ...one,
    __typename: 'QualityCell',
    hits: one.hits.map((hit) => ({ ...hit, __typename: 'RuleHit' })),
  }));

async function show() {
  await renderDesk(<QualityDesk />, {
    me: officer,
    answers: [
      {
        request: { query: DataQualityDocument, variables: { lang: 'en', cycle: null } },
        result: { data: { dataQuality: { ...quality, cells: typed(quality.cells) } } },
      },
      {
        request: { query: QualityYearsDocument, variables: { area: 'KGZ', lang: 'en' } },
        result: { data: { qualityYears: through } },
      },
    ],
  });
  await screen.findByRole('heading', { name: 'Data quality' });
  return userEvent.setup();
}

describe('the data-quality page', () => {
  test('says of each country how much came of what was asked, and when', async () => {
    await show();
    const row = screen.getByRole('row', { name: /^Kyrgyzstan/ });
    expect(row.textContent).toContain('50%');
    expect(row.textContent).toContain('3 of 6');
    expect(row.textContent).toContain('33% on time');
    expect(row.textContent).toContain('1 of 3 with hits');
  });

  test('names class and marks of a cell in words and tells the reason when asked', async () => {
    const user = await show();
    expect(screen.getByRole('button', { name: 'A6.1, Kyrgyzstan: overdue' })).toBeTruthy();
    await user.click(
      screen.getByRole('button', { name: 'A5.8, Kyrgyzstan: reported, late, unusual' }),
    );
    const reason = screen.getByRole('region', { name: 'Kyrgyzstan, Reported cases' });
    expect(reason.textContent).toContain('2 April 2026');
    expect(reason.textContent).toContain('Unusual against the earlier years.');
    expect(reason.textContent).toContain('A new register.');
  });

  test('shows one country through its years, each cell with the way to its value', async () => {
    const user = await show();
    await user.selectOptions(screen.getByLabelText('Country'), 'Kyrgyzstan, all years');
    await screen.findByRole('heading', { name: 'Kyrgyzstan: indicators by year' });
    expect(screen.queryByRole('columnheader', { name: 'Kyrgyzstan' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'A5.8, 2024: reported' }));
    const reason = screen.getByRole('region', { name: '2024, Reported cases' });
    expect(within(reason).getByRole('link').getAttribute('href')).toBe('/en/values/older');
  });

  test('lists the questions that wait for an answer', async () => {
    await show();
    expect(screen.getByText('Which register?')).toBeTruthy();
  });
});
