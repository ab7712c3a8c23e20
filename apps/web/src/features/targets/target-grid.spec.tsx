import { afterEach, describe, expect, test } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cell } from '../../testing/form.fixture.ts';
import { purgeDrafts } from '../../desk/draft-store.ts';
import { auditor, officer, renderDesk } from '../../testing/render-desk.tsx';
import type { GridArea } from './grid-draft.ts';
import { ProposeTargetsDocument, type TargetPlanFragment } from './target-desk.generated.ts';
import { TargetGrid } from './target-grid.tsx';

const sent: Record<string, unknown>[] = [];
afterEach(async () => {
  sent.length = 0;
  await purgeDrafts(officer.id);
});

const plan: TargetPlanFragment = {
  id: 'plan-1',
  version: 1,
  state: 'CONFIRMED',
  baselineYear: 2022,
  baselineValue: '21',
  path: 'LINEAR',
  points: [{ year: 2030, value: '50' }],
  tolerance: '0',
  reference: false,
  rationale: { lang: 'en', text: 'Funded.' },
  citation: null,
  proposedBy: null,
  proposedAt: '2026-11-02T10:00:00Z',
  decidedBy: null,
  decidedAt: null,
};
const { indicator, name, kind, direction, unit, unitText, decimals, min, max, history } = cell;
const facts = { indicator, name, kind, direction, unit, unitText, decimals, min, max, history };
const areas: GridArea[] = [
  ['KGZ', 'Kyrgyzstan', [plan]] as const,
  ['UZB', 'Uzbekistan', []] as const,
].map(([area, words, plans]) => ({
  area,
  areaName: { lang: 'en', text: words },
  row: { ...facts, step: null, whole: false, stages: null, plans: [...plans] },
}));

type Problem = { code: string; params: { name: string; value: string }[] };
async function show(me = officer, problems: Problem[] = [], shown = areas) {
  await renderDesk(<TargetGrid indicator="F1.1" areas={shown} />, {
    me,
    answers: [
      {
        request: {
          query: ProposeTargetsDocument,
          variables: (variables: Record<string, unknown>) => {
            sent.push(variables['input'] as Record<string, unknown>);
            return true;
          },
        },
        result: {
          data: {
            proposeTargets: {
              grid: null,
              problems: problems.map((one) => ({ ...one, field: null })),
            },
          },
        },
      },
    ],
  });
  return userEvent.setup();
}

describe('the grid of targets', () => {
  test('proposes for all changed countries with one rationale', async () => {
    const user = await show();
    await user.type(screen.getByLabelText('Uzbekistan, 2022'), '20');
    await user.type(screen.getByLabelText('Uzbekistan, 2030'), '45.5');
    const end = screen.getByLabelText('Kyrgyzstan, 2030');
    await user.clear(end);
    await user.type(end, '60');
    await user.type(screen.getByLabelText(/^Rationale/), 'Agreed in Almaty.');
    await user.click(screen.getByRole('button', { name: 'Propose for 2 countries' }));
    expect(await screen.findByText(/2 targets proposed/)).toBeTruthy();
    expect(sent[0]).toMatchObject({
      indicator: 'F1.1',
      rationale: 'Agreed in Almaty.',
      plans: [
        {
          area: 'KGZ',
          expectedVersion: 1,
          baselineYear: 2022,
          points: [{ year: 2030, value: '60' }],
        },
        {
          area: 'UZB',
          expectedVersion: 0,
          baselineValue: '20',
          points: [{ year: 2030, value: '45.5' }],
        },
      ],
    });
  });

  test('moves the end of a plan with the arrow keys, and the field follows', async () => {
    const user = await show();
    screen.getByRole('slider', { name: 'Kyrgyzstan: target 2030' }).focus();
    await user.keyboard('{ArrowUp}{ArrowUp}{PageDown}');
    expect(screen.getByLabelText<HTMLInputElement>('Kyrgyzstan, 2030').value).toBe('42');
    expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toContain('42');
  });

  test('keeps figures and rationale where the proposal is refused', async () => {
    const did = {
      did: 'PROPOSE_TARGET',
      who: 'Second',
      role: 'OFFICER',
      at: '2026-11-02T10:00:00Z',
    };
    const params = Object.entries(did).map(([name, value]) => ({ name, value }));
    const user = await show(officer, [{ code: 'PLAN_PENDING', params }]);
    await user.type(screen.getByLabelText('Uzbekistan, 2030'), '45');
    await user.type(screen.getByLabelText(/^Rationale/), 'Agreed in Almaty.');
    await user.click(screen.getByRole('button', { name: 'Propose for 1 country' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Target proposed: Second (Programme officer)');
    expect(screen.getByLabelText(/^Rationale/)).toHaveProperty('value', 'Agreed in Almaty.');
    expect(screen.getByLabelText('Uzbekistan, 2030')).toHaveProperty('value', '45');
  });

  test('what is typed while a proposal is under way stays', async () => {
    const user = await show();
    await user.type(screen.getByLabelText('Uzbekistan, 2030'), '45');
    const rationale = screen.getByLabelText(/^Rationale/);
    await user.type(rationale, 'Agreed in Almaty.');
    // without a pause, so that no answer can come in between
    fireEvent.click(screen.getByRole('button', { name: 'Propose for 1 country' }));
    fireEvent.change(rationale, { target: { value: 'Agreed in Almaty. By both.' } });
    fireEvent.change(screen.getByLabelText('Kyrgyzstan, 2024'), { target: { value: '30' } });
    expect(await screen.findByText(/1 target proposed/)).toBeTruthy();
    expect(rationale).toHaveProperty('value', 'Agreed in Almaty. By both.');
    expect(screen.getByLabelText('Kyrgyzstan, 2024')).toHaveProperty('value', '30');
    expect(screen.getByLabelText('Uzbekistan, 2030')).toHaveProperty('value', '');
  });

  test('what was typed for a country whose plan waits is kept, and does not stand in the way of others', async () => {
    const first = await show();
    await first.type(screen.getByLabelText('Uzbekistan, 2030'), '45');
    await first.type(screen.getByLabelText('Kyrgyzstan, 2024'), '30');
    cleanup();
    const waiting = [{ ...plan, state: 'PROPOSED' as const }];
    const found = areas.map((one) =>
      one.area === 'KGZ' ? { ...one, row: { ...one.row, plans: waiting } } : one,
    );
    const user = await show(officer, [], found);
    const kept = () => screen.getByLabelText('Kyrgyzstan, 2024');
    await waitFor(() => expect(kept()).toHaveProperty('value', '30'));
    expect(screen.getByRole('row', { name: /Kyrgyzstan/ }).textContent).toContain(
      'What you typed is kept',
    );
    expect(screen.queryByRole('slider', { name: /Kyrgyzstan/ })).toBeNull();
    await user.type(screen.getByLabelText(/^Rationale/), 'Agreed in Almaty.');
    await user.click(screen.getByRole('button', { name: 'Propose for 1 country' }));
    expect(await screen.findByText(/1 target proposed/)).toBeTruthy();
    expect(sent[0]).toMatchObject({ plans: [{ area: 'UZB' }] });
    expect(kept()).toHaveProperty('value', '30');
    // the other officer has decided
    cleanup();
    await show();
    await waitFor(() => expect(kept()).toHaveProperty('value', '30'));
    expect(kept()).toHaveProperty('disabled', false);
  });

  test('a figure that is as it was again is not proposed', async () => {
    const user = await show();
    const end = screen.getByLabelText('Uzbekistan, 2030');
    await user.type(end, '45');
    await user.clear(end);
    expect(screen.getByRole('button', { name: /^Propose/ })).toHaveProperty('disabled', true);
  });

  test('sends nothing without a rationale or with a value that cannot be read', async () => {
    const user = await show();
    await user.type(screen.getByLabelText('Uzbekistan, 2030'), 'many');
    await user.click(screen.getByRole('button', { name: 'Propose for 1 country' }));
    expect(screen.getByRole('alert').textContent).toMatch(/can be read/);
    await waitFor(() => expect(sent).toHaveLength(0));
  });

  test('says how realistic the target is, country by country, and takes a year that was missing', async () => {
    const user = await show();
    const kyrgyzstan = screen.getByRole('region', { name: 'Kyrgyzstan' });
    expect(kyrgyzstan.textContent).toMatch(/× the best past year/);
    await user.type(screen.getByLabelText('Another year'), '2027');
    await user.click(screen.getByRole('button', { name: 'Add the year' }));
    expect(screen.getByLabelText('Uzbekistan, 2027')).toBeTruthy();
  });

  test('an auditor reads it and changes nothing', async () => {
    await show(auditor);
    expect(screen.getByLabelText<HTMLInputElement>('Kyrgyzstan, 2030').disabled).toBe(true);
    expect(screen.queryByRole('slider')).toBeNull();
    expect(screen.queryByRole('button', { name: /Propose/ })).toBeNull();
  });
});
