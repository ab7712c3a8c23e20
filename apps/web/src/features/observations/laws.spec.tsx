import { afterEach, describe, expect, test } from '@jest/globals';
import type { MockLink } from '@apollo/client/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { purgeDrafts } from '../../desk/draft-store.ts';
import { cell, elementCell, form, savedElement } from '../../testing/form.fixture.ts';
import { onPage } from '../../testing/on-page.tsx';
import { renderDesk, reporter } from '../../testing/render-desk.tsx';
import { ReturnForm } from './return-form.tsx';
import {
  ConfirmStagesDocument,
  ReturnFormDocument,
  SaveValueDocument,
  type FormRowFragment,
} from './return-form.generated.ts';

afterEach(async () => {
  await purgeDrafts(reporter.id);
});

type Input = Record<string, unknown>;

const definition = elementCell('A2.1-DEF', 'Sexual harassment defined by law', {
  stage: 2,
  date: '2021-03-11',
  provision: 'Draft 12',
  basis: 'OFFICIAL',
});
const code = elementCell('A2.1-CODE', 'Definition in the Labour Code', {
  stage: 0,
  date: '2021',
  provision: null,
  basis: 'OFFICIAL',
});
const unproved = {
  rule: 'checkProvenance',
  code: 'EVIDENCE_REQUIRED',
  severity: 'ERROR' as const,
  params: [],
};
const bare = (row: FormRowFragment) => {
  const one: Partial<FormRowFragment> = { ...row };
  delete one.table;
  return one;
};

/** Answers every save with what was sent, and with what the server says of a new stage. */
function saves(sent: Input[]): MockLink.MockedResponse {
  return {
    request: { query: SaveValueDocument, variables: () => true },
    maxUsageCount: Number.POSITIVE_INFINITY,
    result: (variables: Input) => {
      const input = variables['input'] as Input;
      sent.push(input);
      const { value, factDate, provision, basis } = input as Parameters<typeof savedElement>[1];
      const version = Number(input['expectedVersion']) + 1;
      const { breakdown } = input['part'] as FormRowFragment['part'];
      const of = breakdown === 'A2.1-DEF' ? definition : code;
      const hits = value === '4' ? [unproved] : [];
      const saved = savedElement({ ...of, hits }, { value, factDate, provision, basis }, version);
      return {
        data: {
          saveValue: {
            cell: bare(value === null ? { ...saved, current: null, state: 'EMPTY' } : saved),
            problems: [],
          },
        },
      };
    },
  };
}

async function show(rows: FormRowFragment[], answers: MockLink.MockedResponse[] = []) {
  await renderDesk(
    <ReturnForm
      form={form(...rows)}
      filter={{ only: null, section: null, cell: null }}
      actionTitles={new Map()}
    />,
    { answers },
  );
  await screen.findByRole('heading', { level: 1 });
  return userEvent.setup();
}

const stage = (name: string) => screen.getByLabelText<HTMLSelectElement>(`${name}, 2025`);
const inForce = '4 – In force';

describe('a law in the grid', () => {
  test('stands there with a row for each element, under its name', async () => {
    await show([cell, definition, code]);
    const head = screen.getByRole('rowheader', { name: /Definition of sexual harassment/ });
    expect(head.textContent).toContain('law, 2 parts');
    expect(stage('Definition in the Labour Code').value).toBe('');
    expect(screen.getByText('0 of 2 filled in')).toBeTruthy();
  });

  test('opens with the stages it had, said to be those of before', async () => {
    await show([definition]);
    const field = stage('Sexual harassment defined by law');
    expect(field.selectedOptions[0]?.textContent).toBe('As before: 2 – Draft');
    const article = screen.getByLabelText<HTMLTextAreaElement>(/^Article or decree/);
    expect(article.value).toBe('Draft 12');
    expect(article.disabled).toBe(true);
  });

  test('asks of a change its date, article and proof, and keeps the return back without them', async () => {
    const sent: Input[] = [];
    const user = await show([definition], [saves(sent)]);
    await user.selectOptions(stage('Sexual harassment defined by law'), inForce);
    expect(await screen.findByText(/When was this stage reached/)).toBeTruthy();
    expect(screen.getByText(/Name the article or decree/)).toBeTruthy();
    await user.type(screen.getByLabelText(/^Date: Sexual harassment/), '2025-03-12');
    await user.type(screen.getByLabelText(/^Article or decree/), 'Law 63, article 5');
    expect(screen.queryByText(/When was this stage reached/)).toBeNull();
    expect(screen.queryByText(/Name the article or decree/)).toBeNull();
    expect(screen.getByText(/Attach a file or link that proves/)).toBeTruthy();
    await user.tab();
    await waitFor(() =>
      expect(sent.at(-1)).toMatchObject({
        indicator: 'A2.1',
        part: { breakdown: 'A2.1-DEF' },
        value: '4',
        factDate: '2025-03-12',
        provision: 'Law 63, article 5',
        basis: 'OFFICIAL',
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Submit for review' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('link', { name: 'Sexual harassment defined by law' })).toBeTruthy();
    expect(dialog.getByRole('button', { name: /^Submit/ })).toHaveProperty('disabled', true);
  });

  test('with evidence attached it can be handed in', async () => {
    const fact = {
      value: '4',
      factDate: '2025-03-12',
      provision: 'Law 63',
      basis: 'MEDIA' as const,
    };
    const user = await show([{ ...savedElement(definition, fact), evidence: 1 }]);
    expect(screen.getByLabelText<HTMLInputElement>(/^Press reports only/).checked).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Submit for review' }));
    expect(await screen.findByRole('button', { name: 'Submit 1 value' })).toHaveProperty(
      'disabled',
      false,
    );
  });

  test('a date is read as people write it', async () => {
    const sent: Input[] = [];
    const user = await show([definition], [saves(sent)]);
    await user.selectOptions(stage('Sexual harassment defined by law'), inForce);
    const date = screen.getByLabelText<HTMLInputElement>(/^Date: Sexual harassment/);
    fireEvent.change(date, { target: { value: '12.03.2025' } });
    fireEvent.blur(date);
    await waitFor(() => expect(sent.at(-1)).toMatchObject({ factDate: '2025-03-12' }));
    expect(date.value).toBe('12.03.2025');
  });

  test('a date that is none stays as it was typed, with the reason, and is not sent', async () => {
    const sent: Input[] = [];
    const user = await show([definition], [saves(sent)]);
    await user.selectOptions(stage('Sexual harassment defined by law'), inForce);
    const date = screen.getByLabelText<HTMLInputElement>(/^Date: Sexual harassment/);
    fireEvent.change(date, { target: { value: '12/03/2025' } });
    fireEvent.blur(date);
    expect(await screen.findByText(/This is no date/)).toBeTruthy();
    expect(date.value).toBe('12/03/2025');
    expect(sent.filter((one) => one['factDate'] === '12/03/2025')).toEqual([]);
  });

  test('the stage of before, chosen again, brings its date and article with it', async () => {
    const user = await show([definition], [saves([])]);
    await user.selectOptions(stage('Sexual harassment defined by law'), '2 – Draft');
    expect(await screen.findByText(/unchanged \(2021-03-11\)/)).toBeTruthy();
    expect(screen.queryByLabelText(/^Date:/)).toBeNull();
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^Article or decree/).value).toBe('Draft 12');
  });
});

describe('"Nothing changed"', () => {
  const confirmed = [definition, code].map((one) =>
    savedElement(one, {
      value: String(one.lastFact?.stage),
      factDate: one.lastFact?.date ?? null,
      provision: one.lastFact?.provision ?? null,
      basis: 'OFFICIAL',
    }),
  );
  const answer = (sent: Input[]): MockLink.MockedResponse => ({
    request: {
      query: ConfirmStagesDocument,
      variables: (variables: Input) => {
        sent.push(variables['input'] as Input);
        return true;
      },
    },
    result: { data: { confirmStages: { cells: confirmed.map(bare), problems: [] } } },
  });

  test('in one law or in all is one click, and can be taken back', async () => {
    const sent: Input[] = [];
    const cleared: Input[] = [];
    const user = await show([definition, code], [answer(sent), saves(cleared)]);
    expect(screen.getByText(/2 parts of laws still stand as before/)).toBeTruthy();
    await user.click(
      screen.getByRole('button', { name: 'Nothing changed: Definition of sexual harassment' }),
    );
    expect(await screen.findByText('2 stages are as before.')).toBeTruthy();
    expect(sent[0]).toMatchObject({ area: 'KGZ', cycle: 2025, indicator: 'A2.1' });
    expect(stage('Sexual harassment defined by law').value).toBe('2');
    expect(screen.getByText('1 of 1 filled in')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Nothing changed/ })).toBeNull();

    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(stage('Sexual harassment defined by law').value).toBe('');
    await waitFor(() => expect(cleared).toHaveLength(2));
    expect(cleared.map(({ value, factDate }) => [value, factDate])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test('whose answer was lost is there when it is pressed again', async () => {
    const { Page, answer: page, asked } = onPage(ReturnFormDocument, { returnForm: null });
    const problems = [{ code: 'NOTHING_TO_CONFIRM', field: 'indicator', params: [] }];
    await renderDesk(
      <>
        <Page />
        <ReturnForm
          form={form(definition)}
          filter={{ only: null, section: null, cell: null }}
          actionTitles={new Map()}
        />
      </>,
      {
        answers: [
          page,
          {
            request: { query: ConfirmStagesDocument, variables: () => true },
            result: { data: { confirmStages: { cells: [], problems } } },
          },
        ],
      },
    );
    await waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Nothing changed in any law' }));
    await waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
  });

  test('what is refused stays said', async () => {
    const problems = [
      { code: 'CYCLE_CLOSED', field: null, params: [{ name: 'cycle', value: '2025' }] },
    ];
    const user = await show(
      [definition],
      [
        {
          request: { query: ConfirmStagesDocument, variables: () => true },
          result: { data: { confirmStages: { cells: [], problems } } },
        },
      ],
    );
    await user.click(screen.getByRole('button', { name: 'Nothing changed in any law' }));
    expect(await screen.findByText(/is not open/)).toBeTruthy();
    expect(stage('Sexual harassment defined by law').value).toBe('');
  });
});
