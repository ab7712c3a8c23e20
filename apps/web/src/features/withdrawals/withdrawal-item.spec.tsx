import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { officer, renderDesk } from '../../testing/render-desk.tsx';
import { WithdrawalItem } from './withdrawal-item.tsx';

const WITHDRAWAL = {
  id: 'w',
  indicator: 'A5.10',
  area: 'TJK',
  year: 2024,
  cell: 'F|_T|_T|_T|_T',
  reason: 'Somebody could be recognised.',
  state: 'REQUESTED',
  requestedBy: { id: 'other', name: 'Other officer' },
  requestedAt: '2026-11-27T10:00:00Z',
  decidedBy: null,
  decidedAt: null,
};
const PLACES = { indicators: [], areas: [] } as never;

it('cannot be confirmed until it is worked out what has to be hidden with the cell, but can be declined', async () => {
  const of = { ...WITHDRAWAL, cells: [], planHash: null } as never;
  await renderDesk(<WithdrawalItem of={of} places={PLACES} />, { me: officer });
  expect(screen.getByText(/could not be worked out/)).toBeTruthy();
  const [confirm, decline] = screen.getAllByRole<HTMLButtonElement>('button');
  expect([confirm?.disabled, decline?.disabled]).toEqual([true, false]);
});
