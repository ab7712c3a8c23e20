import { afterEach, describe, expect, test } from '@jest/globals';
import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { auditor, officer, renderDesk } from '../../testing/render-desk.tsx';
import { observation } from '../../testing/review.fixture.ts';
import { ReviewDesk } from './review-desk.tsx';
import {
  ApproveReturnDocument,
  ApproveValuesDocument,
  ReviewQueueDocument,
  type ReviewReturnFragment,
} from './review-queue.generated.ts';

const name = { lang: 'en', text: 'Registered cases' } as const;
const large: ReviewReturnFragment = {
  ...{ id: 'return-1', number: 'KGZ-2025-001', area: 'KGZ', cycle: 2025, organisation: null },
  ...{
    submittedBy: { id: 'reporter', name: 'Reporter' },
    signedBy: null,
    submittedAt: '2026-01-20T08:00:00Z',
  },
  ...{ note: null, letter: null, handedIn: 100_000, waiting: 99_000 },
  indicators: [
    { indicator: 'A5.8', name, waiting: 90_000 },
    { indicator: 'A5.9', name: { ...name, text: 'Orders' }, waiting: 9000 },
  ],
  observations: [observation.id],
};

const sent: unknown[] = [];
afterEach(() => {
  sent.length = 0;
});

async function show(
  problems: { code: string; field: null; params: { name: string; value: string }[] }[] = [],
  me = officer,
) {
  const answers: MockLink.MockedResponse[] = [
    {
      request: { query: ReviewQueueDocument, variables: { lang: 'en', submission: large.id } },
      maxUsageCount: 9,
      result: {
        data: {
          reviewQueue: {
            ...{ submitted: [observation], approved: [], returned: [], batches: [] },
            returns: [large],
          },
        },
      },
    },
    {
      request: {
        query: ApproveReturnDocument,
        variables: ({ input }: { input: Record<string, unknown> }) => {
          sent.push(input);
          return true;
        },
      },
      delay: 100,
      result: { data: { approveReturn: { approved: 0, problems } } },
    },
    {
      request: { query: ApproveValuesDocument, variables: () => true },
      delay: 100,
      result: { data: { approveValues: { observations: [], problems: [] } } },
    },
  ];
  const names = new Map([['KGZ', 'Kyrgyzstan']]);
  await renderDesk(<ReviewDesk areaNames={names} submission={large.id} />, { me, answers });
  await screen.findByRole('heading', { name: 'The return as a whole' });
  return userEvent.setup();
}

describe('a return that is too large to be listed', () => {
  test('is counted by indicator, says what is shown of it, and is accepted as it was seen', async () => {
    const user = await show();
    expect(screen.getByText('99,000 values wait for a decision.')).toBeTruthy();
    expect(screen.getByText(/Below stand 1 of its values/)).toBeTruthy();
    const rows = screen.getAllByRole('row').map((row) => row.textContent);
    expect(rows).toContainEqual(expect.stringMatching(/^Registered cases90,000/));
    await user.click(screen.getByRole('button', { name: /^Accept all 99,?000 values/ }));
    expect(sent).toMatchObject([
      { submission: large.id, expectedValues: 99_000, indicators: null },
    ]);
    expect(await screen.findByText(/accepted/i, { selector: '[role=status]' })).toBeTruthy();
  });

  test('is accepted by indicator', async () => {
    const user = await show();
    const row = screen.getByRole('row', { name: /^Orders/ });
    await user.click(within(row).getByRole('button'));
    expect(sent).toMatchObject([
      { submission: large.id, expectedValues: 9000, indicators: ['A5.9'] },
    ]);
  });

  test('is said to be under way while it is accepted, and not while something else is decided', async () => {
    const user = await show();
    const accept = screen.getByRole<HTMLButtonElement>('button', {
      name: /^Accept all 99,?000 values/,
    });
    const [easy] = screen.getAllByRole('button', { name: 'Accept 1 unremarkable' });
    await user.click(easy as HTMLElement);
    expect(accept.disabled).toBe(true);
    expect(screen.queryByRole('progressbar')).toBeNull();
    await waitFor(() => expect(accept.disabled).toBe(false));
    await user.click(accept);
    expect(screen.getByRole('progressbar', { name: /^Accepting the return/ })).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  });

  test('is looked at again where it changed meanwhile', async () => {
    const counts = [
      { name: 'found', value: '98999' },
      { name: 'expected', value: '99000' },
    ];
    const user = await show([{ code: 'RETURN_CHANGED', field: null, params: counts }]);
    await user.click(screen.getByRole('button', { name: /^Accept all 99,?000 values/ }));
    expect(await screen.findByText(/98,999 of its values wait, you saw 99,000/)).toBeTruthy();
  });

  test('is not an auditor’s to accept', async () => {
    await show([], auditor);
    expect(screen.queryByRole('button', { name: /^Accept/ })).toBeNull();
  });
});
