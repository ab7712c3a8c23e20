import { afterEach, describe, expect, test } from '@jest/globals';
import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { purgeDrafts } from '../../desk/draft-store.ts';
import { ReopeningsDocument } from '../../desk/reopening/reopening.generated.ts';
import { WriteMessageDocument } from '../../desk/work-observation.generated.ts';
import { officer, renderDesk } from '../../testing/render-desk.tsx';
import { queue, unusual } from '../../testing/review.fixture.ts';
import { ReviewDesk } from './review-desk.tsx';
import { ApproveValuesDocument, ReturnValueDocument } from './review-queue.generated.ts';

type Input = Record<string, unknown>;
const sent: Input[] = [];
afterEach(async () => {
  sent.length = 0;
  await purgeDrafts(officer.id);
});

const noted = (variables: Input) => {
  sent.push(variables['input'] as Input);
  return true;
};
async function show(...answers: MockLink.MockedResponse[]) {
  const noReopenings: MockLink.MockedResponse = {
    request: { query: ReopeningsDocument, variables: () => true },
    result: { data: { reopenings: [] } },
  };
  await renderDesk(<ReviewDesk areaNames={new Map([['KGZ', 'Kyrgyzstan']])} />, {
    me: officer,
    answers: [noReopenings, ...answers],
  });
  await screen.findByRole('heading', { name: /Kyrgyzstan/ });
  return userEvent.setup();
}

describe('where another officer was faster', () => {
  const review = {
    decision: 'APPROVED' as const,
    reason: null,
    revision: 'revision-2',
    createdAt: '2026-11-02T10:00:00Z',
    reviewer: { id: 'second', name: 'Second', role: 'OFFICER' as const },
  };
  const taken = { ...unusual, state: 'APPROVED' as const, reviews: [review] };
  const did = { did: 'APPROVE', who: 'Second', role: 'OFFICER', at: '2026-11-02T10:00:00.000Z' };
  const refused: MockLink.MockedResponse = {
    request: { query: ReturnValueDocument, variables: noted },
    result: {
      data: {
        returnValue: {
          observation: null,
          problems: [
            {
              code: 'INVALID_STATE',
              field: null,
              params: Object.entries(did).map(([name, value]) => ({ name, value })),
            },
          ],
        },
      },
    },
  };
  const late = queue([unusual], {}, 1);
  const after = queue([], { approved: [taken] });
  const giveBack = async (user: Awaited<ReturnType<typeof show>>) => {
    await user.click(screen.getByRole('button', { name: /^Return: Departments/ }));
    await user.type(screen.getByLabelText(/What should the reporter/), 'Which districts?');
    await user.click(screen.getByRole('button', { name: 'Return to the reporter' }));
  };
  const reason = () => screen.getByLabelText<HTMLTextAreaElement>(/What should the reporter/);
  const row = () => screen.getByRole('row', { name: /Departments with a specialist/ });

  test('the row says who did what and when, and the reason stays in its field', async () => {
    const user = await show(late, refused, after);
    await giveBack(user);
    await waitFor(() =>
      expect(row().textContent).toContain(
        'Value approved: Second (Programme officer), 2 November 2026',
      ),
    );
    await waitFor(() => expect(reason().value).toBe('Which districts?'));
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: /^Accept: Departments/ })).toBeNull(),
    );
  });

  test('the reason is sent as a message all the same', async () => {
    const writing: MockLink.MockedResponse = {
      request: { query: WriteMessageDocument, variables: noted },
      result: { data: { writeMessage: { observation: null, problems: [] } } },
    };
    const user = await show(late, refused, after, writing);
    await giveBack(user);
    await waitFor(() => expect(reason().value).toBe('Which districts?'));
    await user.click(await screen.findByRole('button', { name: 'Send it as a message' }));
    expect(await screen.findByText('Sent as a message.')).toBeTruthy();
    expect(sent[1]).toMatchObject({ observation: 'observation-2', text: 'Which districts?' });
    await waitFor(() =>
      expect(screen.queryByRole('row', { name: /Departments with a specialist/ })).toBeNull(),
    );
  });

  test('a refused acceptance is told at its row until it was seen', async () => {
    const params = Object.entries({ ...did, observation: 'observation-2' }).map(
      ([name, value]) => ({ name, value }),
    );
    const problems = [{ code: 'INVALID_STATE', field: null, params }];
    const approving: MockLink.MockedResponse = {
      request: { query: ApproveValuesDocument, variables: noted },
      result: { data: { approveValues: { batch: null, observations: [], problems } } },
    };
    const user = await show(late, approving, after);
    await user.click(screen.getByRole('button', { name: /^Accept: Departments/ }));
    await waitFor(() => expect(row().textContent).toContain('Second (Programme officer)'));
    await user.click(await screen.findByRole('button', { name: /^Close: Departments/ }));
    expect(screen.queryByRole('row', { name: /Departments with a specialist/ })).toBeNull();
  });
});
