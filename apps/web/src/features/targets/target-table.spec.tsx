import { afterEach, describe, expect, test } from '@jest/globals';
import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { purgeDrafts } from '../../desk/draft-store.ts';
import { officer, renderDesk, reporter } from '../../testing/render-desk.tsx';
import { cell } from '../../testing/form.fixture.ts';
import {
  DecideTargetDocument,
  ProposeTargetDocument,
  type TargetPlanFragment,
  type TargetRowFragment,
} from './target-desk.generated.ts';
import { TargetTable } from './target-table.tsx';

afterEach(() => purgeDrafts(officer.id));

type Input = Record<string, unknown>;
const sent: Input[] = [];
afterEach(() => {
  sent.length = 0;
});
const noted = (variables: Input) => {
  sent.push(variables['input'] as Input);
  return true;
};

const { indicator, name, kind, direction, unit, unitText, decimals, min, max, history } = cell;
const row: TargetRowFragment = {
  ...{ indicator, name, kind, direction, unit, unitText, decimals, min, max, history },
  ...{ step: null, whole: false, stages: null, plans: [] },
};
const proposal: TargetPlanFragment = {
  id: 'plan-1',
  version: 1,
  state: 'PROPOSED',
  baselineYear: 2022,
  baselineValue: '21',
  path: 'LINEAR',
  points: [{ year: 2030, value: '50' }],
  tolerance: '0',
  reference: false,
  rationale: { lang: 'en', text: 'Funded until 2030.' },
  citation: null,
  proposedBy: { id: 'colleague', name: 'A colleague', role: 'OFFICER' },
  proposedAt: '2026-11-02T10:00:00Z',
  decidedBy: null,
  decidedAt: null,
};
const proposing: MockLink.MockedResponse = {
  request: { query: ProposeTargetDocument, variables: noted },
  result: { data: { proposeTarget: { row: null, problems: [] } } },
};
const deciding: MockLink.MockedResponse = {
  request: { query: DecideTargetDocument, variables: noted },
  result: { data: { decideTarget: { row: null, problems: [] } } },
};

async function show(shown: TargetRowFragment, answers: MockLink.MockedResponse[], me = officer) {
  await renderDesk(<TargetTable area="KGZ" rows={[shown]} />, {
    me,
    answers,
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /Officers trained/ }));
  return user;
}

async function plan(user: ReturnType<typeof userEvent.setup>, value: string) {
  await user.type(screen.getByLabelText('Baseline year'), '2024');
  await user.type(screen.getByLabelText('Baseline value'), '23');
  await user.type(screen.getByLabelText('Target year'), '2029');
  await user.type(screen.getByLabelText('Target value'), value);
}

describe('a target', () => {
  test('is compared with the best past year while it is typed', async () => {
    const user = await show(row, []);
    await plan(user, '33');
    expect(screen.getByText(/needs 2.0 × the best past year/)).toBeTruthy();
    expect(screen.getByRole('img', { name: /planned path/ })).toBeTruthy();
  });

  test('above what is possible is told at once', async () => {
    const user = await show(row, []);
    await plan(user, '120');
    expect(screen.getByText(/120 is above the largest possible value/)).toBeTruthy();
  });

  test('between the steps of an index is told at once, with the steps', async () => {
    const user = await show({ ...row, step: '50' }, []);
    await plan(user, '30');
    expect(screen.getByText('30 is not possible here: only values in steps of 50.')).toBeTruthy();
  });

  test('is not proposed without a rationale', async () => {
    const user = await show(row, [proposing]);
    await plan(user, '33');
    await user.click(screen.getByRole('button', { name: 'Propose target' }));
    expect(screen.getByText(/a rationale are needed/)).toBeTruthy();
    expect(sent).toHaveLength(0);
    await user.type(screen.getByLabelText(/Rationale/), 'Three rounds are funded.');
    await user.click(screen.getByRole('button', { name: 'Propose target' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      baselineYear: 2024,
      baselineValue: '23',
      points: [{ year: 2029, value: '33' }],
      expectedVersion: 0,
      rationaleLang: 'en',
    });
  });

  test('is confirmed by another officer', async () => {
    const user = await show({ ...row, plans: [proposal] }, [deciding]);
    // a plan is no observed change, so no word for a change is shown
    expect(screen.getByText('→').parentElement?.textContent).toMatch(/^ → 50\S* \(2030\)$/);
    await user.click(screen.getByRole('button', { name: 'Confirm' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ plan: 'plan-1', decision: 'CONFIRM' });
  });

  test('is not confirmed but withdrawn by whoever proposed it', async () => {
    const proposedBy = { id: officer.id, name: officer.name, role: officer.role };
    const user = await show({ ...row, plans: [{ ...proposal, proposedBy }] }, [deciding]);
    expect(screen.queryByRole('button', { name: 'Confirm' })).toBeNull();
    expect(screen.getByText(/You proposed this plan/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Withdraw' }));
    await waitFor(() => expect(sent.at(-1)).toMatchObject({ plan: 'plan-1', decision: 'REJECT' }));
  });

  test('is read, not proposed, by a reporter', async () => {
    await show(row, [], reporter);
    expect(screen.queryByRole('button', { name: 'Propose target' })).toBeNull();
  });
});
