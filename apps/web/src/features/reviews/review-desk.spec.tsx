import { afterEach, describe, expect, test } from '@jest/globals';
import type { MockLink } from '@apollo/client/testing';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReopeningsDocument } from '../../desk/reopening/reopening.generated.ts';
import { auditor, officer, renderDesk } from '../../testing/render-desk.tsx';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { ReviewDesk } from './review-desk.tsx';
import {
  ApproveValuesDocument,
  ReturnValueDocument,
  ReviewQueueDocument,
} from './review-queue.generated.ts';
import { observation, unusual } from '../../testing/review.fixture.ts';

afterEach(cleanup);

type Input = Record<string, unknown>;
const sent: Input[] = [];
afterEach(() => {
  sent.length = 0;
});

const noted = (variables: Input) => {
  sent.push(variables['input'] as Input);
  return true;
};
/** With the type names by which the cache tells fragments apart. */
const answered = (one: WorkObservationFragment) => ({
  ...one,
  __typename: 'WorkObservation',
  current: { ...one.current, __typename: 'WorkRevision' },
  revisions: one.revisions.map((each) => ({ ...each, __typename: 'WorkRevision' })),
  hits: one.hits.map((each) => ({ ...each, __typename: 'RuleHit' })),
});
const queue = (submitted: WorkObservationFragment[]): MockLink.MockedResponse => ({
  request: { query: ReviewQueueDocument, variables: { lang: 'en', area: null } },
  maxUsageCount: 9,
  result: {
    data: { reviewQueue: { submitted: submitted.map(answered), approved: [], returned: [] } },
  },
});
const approving = (
  problems: { code: string; field: null; params: { name: string; value: string }[] }[] = [],
): MockLink.MockedResponse => ({
  request: { query: ApproveValuesDocument, variables: noted },
  result: { data: { approveValues: { observations: [], problems } } },
});
const giving: MockLink.MockedResponse = {
  request: { query: ReturnValueDocument, variables: noted },
  result: { data: { returnValue: { observation: null, problems: [] } } },
};

const noReopenings: MockLink.MockedResponse = {
  request: { query: ReopeningsDocument, variables: () => true },
  result: { data: { reopenings: [] } },
};

async function show(answers: MockLink.MockedResponse[] = [], me = officer) {
  await renderDesk(<ReviewDesk areaNames={new Map([['KGZ', 'Kyrgyzstan']])} />, {
    me,
    answers: [queue([observation, unusual]), noReopenings, ...answers],
  });
  await screen.findByRole('heading', { name: /Kyrgyzstan/ });
  return userEvent.setup();
}

describe('the review queue', () => {
  test('shows what was published before, what was submitted, the change and the comment', async () => {
    await show();
    const row = screen.getByRole('row', { name: /Departments with a specialist/ });
    expect(row.textContent).toContain('23.0%');
    expect(row.textContent).toContain('30.0%');
    expect(row.textContent).toContain('+7');
    expect(row.textContent).toContain('Unusual against the earlier years.');
    expect(row.textContent).toContain('The departments were merged.');
  });

  test('accepts exactly the revision on the screen', async () => {
    const user = await show([approving()]);
    await user.click(screen.getByRole('button', { name: 'Accept: Officers trained' }));
    expect(await screen.findByText(/1 value accepted/)).toBeTruthy();
    expect(sent[0]).toMatchObject({
      values: [{ observation: 'observation-1', revision: 'revision-1' }],
    });
  });

  test('accepts in one go only what no rule says anything about', async () => {
    const user = await show([approving()]);
    await user.click(screen.getByRole('button', { name: 'Accept 1 unremarkable' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ values: [{ observation: 'observation-1' }] });
  });

  test('does not return a value without a reason', async () => {
    const user = await show([giving]);
    await user.click(screen.getByRole('button', { name: 'Return: Officers trained' }));
    await user.click(screen.getByRole('button', { name: 'Return to the reporter' }));
    expect(screen.getByRole('alert').textContent).toMatch(/without a reason/);
    expect(sent).toHaveLength(0);
    await user.type(screen.getByLabelText(/What should the reporter check/), 'Which districts?');
    await user.click(screen.getByRole('button', { name: 'Return to the reporter' }));
    expect(await screen.findByText('Returned to the reporter.')).toBeTruthy();
    expect(sent[0]).toMatchObject({ revision: 'revision-1', reason: 'Which districts?' });
  });

  test('tells at the row that nobody decides about their own value', async () => {
    const params = [{ name: 'observation', value: 'observation-2' }];
    const user = await show([approving([{ code: 'SAME_PERSON', field: null, params }])]);
    await user.click(screen.getByRole('button', { name: 'Accept: Departments with a specialist' }));
    await waitFor(() => {
      const row = screen.getByRole('row', { name: /Departments with a specialist/ });
      expect(row.textContent).toMatch(/Somebody else has to decide/);
    });
  });

  test('j and r work on the row, and are letters while somebody writes', async () => {
    const user = await show([giving]);
    await user.keyboard('jjr');
    const reason = screen.getByLabelText<HTMLTextAreaElement>(
      /What should the reporter check.*Departments/,
    );
    await user.keyboard('jar');
    expect(reason.value).toBe('jar');
    expect(sent).toHaveLength(0);
  });

  test('shortcuts can be switched off', async () => {
    const user = await show([approving()]);
    await user.keyboard('j');
    await user.click(screen.getByRole('checkbox'));
    await user.keyboard('a');
    expect(sent).toHaveLength(0);
  });

  test('an auditor reads and decides nothing', async () => {
    await show([], auditor);
    expect(screen.queryByRole('button', { name: /^Accept/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Return/ })).toBeNull();
    expect(screen.getByText(/Decisions are made by programme officers/)).toBeTruthy();
  });
});
