import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Me } from '../desk/auth.ts';
import { deskApi } from '../testing/desk-api.ts';
import { renderApp } from '../testing/render-app.tsx';

const OFFICER = { role: 'OFFICER' } as const;
const side = (indicator: string) => ({
  terms: [{ indicator, figure: 'VALUE', factor: '1' }],
  constant: null,
});
const RULE = {
  ...{ code: 'R1', version: 3, left: side('A5.8'), operator: 'LE', right: side('A5.10') },
  ...{ missing: 'SKIP_IF_ANY_VALUE_MISSING', severity: 'WARN', active: false },
  message: [
    { lang: 'en', text: 'More orders than victims.' },
    { lang: 'ru', text: 'Ордеров больше, чем пострадавших.' },
  ],
};
const listed = (code: string, kind = 'NUMERIC') => ({
  ...{ code, kind, name: { lang: 'en', text: `Indicator ${code}` } },
});

let sent: Record<string, unknown>[];
let asked: Record<string, unknown>[];
beforeEach(() => {
  sent = [];
  asked = [];
});
const answers = {
  validationRules: [RULE],
  framework: { indicators: [listed('A5.8'), listed('A5.10'), listed('A1.1', 'MILESTONE')] },
  tryValidationRule: ({ input }: { input: Record<string, unknown> }) => {
    asked.push(input);
    return {
      ...{ judged: 12, skipped: 3, problems: [] },
      broken: [
        {
          ...{ area: 'KGZ', areaName: { lang: 'en', text: 'Kyrgyzstan' }, year: 2023 },
          ...{ left: '120', right: '100', observation: 'observation-1' },
        },
      ],
    };
  },
  saveValidationRule: ({ input }: { input: Record<string, unknown> }) => {
    sent.push(input);
    return { rule: RULE, problems: [] };
  },
};

describe('the validation rules', () => {
  it('are written, tried on past data, and saved in the languages that were filled in', async () => {
    deskApi(OFFICER, answers);
    await renderApp('/en/framework/rules', {});
    await userEvent.click(await screen.findByRole('button', { name: 'New rule' }));
    const right = within(screen.getByRole('group', { name: 'Right side' }));
    const choice = right.getByLabelText('Indicator');
    // a law has no number to compare
    expect(within(choice).queryByText(/A1\.1/)).toBeNull();
    await userEvent.selectOptions(choice, 'A5.10');
    await userEvent.type(right.getByLabelText('And a number'), '2,5');
    await userEvent.click(screen.getByRole('button', { name: 'Try on past data' }));
    await screen.findByText('Broken: 1 of 12. Not judged, too little known: 3.');
    const link = screen.getByRole('link', { name: 'Open the value' });
    expect(link.getAttribute('href')).toBe('/en/values/observation-1');
    expect(asked).toEqual([
      {
        ...{ code: 'R2', left: side('A5.8'), operator: 'LE', missing: RULE.missing },
        right: { ...side('A5.10'), constant: '2.5' },
      },
    ]);
    await userEvent.type(
      screen.getByRole('textbox', { name: /What is told where the rule is broken/ }),
      'Too many.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      ...{ code: 'R2', expectedVersion: 0, active: false, severity: 'WARN' },
      message: [{ lang: 'en', text: 'Too many.' }],
    });
  });

  it('are told what was found of them only as they stand', async () => {
    deskApi(OFFICER, answers);
    await renderApp('/en/framework/rules', {});
    await userEvent.click(await screen.findByRole('button', { name: 'Change R1' }));
    await userEvent.click(screen.getByRole('button', { name: 'Try on past data' }));
    await screen.findByText(/Broken: 1 of 12/);
    await userEvent.selectOptions(screen.getByLabelText('Must be'), 'less than');
    expect(screen.queryByText(/Broken: 1 of 12/)).toBeNull();
    expect(screen.queryByRole('link', { name: 'Open the value' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Try on past data' }));
    await screen.findByText(/Broken: 1 of 12/);
  });

  it('take the next free code where another officer was faster', async () => {
    const taken = { code: 'VERSION_CONFLICT', field: 'expectedVersion', params: [] };
    let rules = [RULE];
    deskApi(OFFICER, {
      ...answers,
      validationRules: () => rules,
      saveValidationRule: ({ input }: { input: Record<string, unknown> }) => {
        sent.push(input);
        rules = [RULE, { ...RULE, code: 'R2', version: 1 }];
        return sent.length === 1 ? { rule: null, problems: [taken] } : { rule: RULE, problems: [] };
      },
    });
    await renderApp('/en/framework/rules', {});
    await userEvent.click(await screen.findByRole('button', { name: 'New rule' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('button', { name: 'Change R2' });
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent.map(({ code }) => code)).toEqual(['R2', 'R3']));
  });

  it('are refused beside the figure that is wrong', async () => {
    const text = { name: 'text', value: 'A5.10' };
    const params = [{ name: 'object', value: 'R1' }, text, { name: 'otherText', value: 'A5.8' }];
    const wrong = { code: 'UNITS_DIFFER', field: 'right.terms.0.indicator', params };
    deskApi(OFFICER, { ...answers, saveValidationRule: { rule: null, problems: [wrong] } });
    await renderApp('/en/framework/rules', {});
    await userEvent.click(await screen.findByRole('button', { name: 'Change R1' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('alert');
    const choiceOn = (side: string) =>
      within(screen.getByRole('group', { name: side })).getByLabelText('Indicator');
    const why = document.getElementById(
      choiceOn('Right side').getAttribute('aria-describedby') ?? '',
    );
    expect(why?.textContent).toBe('R1: A5.10 is measured in another unit than A5.8.');
    expect(choiceOn('Left side').getAttribute('aria-invalid')).toBeNull();
  });

  it('are told what they ask in symbols and words, and switched on', async () => {
    deskApi(OFFICER, answers);
    await renderApp('/ru/framework/rules', {});
    await screen.findByText(/Indicator A5\.8 ≤ A5\.10 Indicator/);
    screen.getByText('Ордеров больше, чем пострадавших.');
    await userEvent.click(screen.getByRole('button', { name: 'Включить: R1' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ code: 'R1', expectedVersion: 3, active: true });
  });

  it.each<[string, Partial<Me>]>([
    ['an auditor', { role: 'AUDITOR' }],
    ['an officer limited to a country', { areas: ['KGZ'] }],
  ])('are read and tried by %s, and not changed', async (_, who) => {
    deskApi({ ...OFFICER, ...who }, answers);
    await renderApp('/en/framework/rules', {});
    await userEvent.click(await screen.findByRole('button', { name: 'R1' }));
    await userEvent.click(screen.getByRole('button', { name: 'Try on past data' }));
    await screen.findByText(/Broken: 1 of 12/);
    for (const name of ['New rule', 'Save', 'Switch on: R1'])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('are not reached by a reporter', async () => {
    deskApi({ role: 'REPORTER', area: 'KGZ' }, answers);
    await renderApp('/en/framework/rules', {});
    await screen.findByText(/programme officer/i);
    expect(screen.queryByText('More orders than victims.')).toBeNull();
  });
});
