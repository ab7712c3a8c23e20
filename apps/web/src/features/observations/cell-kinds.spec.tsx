import { afterEach, describe, expect, test } from '@jest/globals';
import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { purgeDrafts } from '../../desk/draft-store.ts';
import {
  AreaEvidenceDocument,
  AttachEvidenceDocument,
} from '../../desk/evidence/evidence.generated.ts';
import {
  CorrectValueDocument,
  WorkObservationDocument,
} from '../../desk/work-observation.generated.ts';
import { cell, form, savedCell } from '../../testing/form.fixture.ts';
import { onPage } from '../../testing/on-page.tsx';
import { officer, renderDesk, reporter } from '../../testing/render-desk.tsx';
import { observation } from '../../testing/review.fixture.ts';
import type { Me } from '../../desk/auth.ts';
import {
  ReturnFormDocument,
  SaveValueDocument,
  type FormRowFragment,
} from './return-form.generated.ts';
import { ReturnForm } from './return-form.tsx';

type Input = Record<string, unknown>;
const fetchBefore = globalThis.fetch;

afterEach(async () => {
  globalThis.fetch = fetchBefore;
  await purgeDrafts(reporter.id);
});

const number: FormRowFragment = { ...cell, unit: 'NUMBER', max: null, history: [] };
const yesNo: FormRowFragment = { ...number, kind: 'BINARY', unit: 'BINARY', decimals: 0 };
const milestone: FormRowFragment = {
  ...number,
  kind: 'MILESTONE',
  unit: 'STAGE',
  decimals: 0,
  stages: ['none', 'drafted', 'adopted'].map((text) => ({ lang: 'en' as const, text })),
};

/** A server that always answers and records what it was asked. */
function answering(
  query: MockLink.MockedResponse['request']['query'],
  asked: Input[],
  data: (input: Input) => object,
): MockLink.MockedResponse {
  return {
    request: { query, variables: () => true },
    delay: 0,
    maxUsageCount: Number.POSITIVE_INFINITY,
    result: (variables: Input) => {
      const input = (variables['input'] ?? variables) as Input;
      asked.push(input);
      return { data: data(input) } as { data: Record<string, unknown> };
    },
  };
}

/** Renders a return with one value, and returns what it sends. */
async function show(
  row: FormRowFragment,
  options: {
    lang?: 'en' | 'ru';
    me?: Me;
    mayEdit?: boolean;
    answers?: MockLink.MockedResponse[];
  } = {},
) {
  const sent: Input[] = [];
  const { lang = 'en', me = reporter, mayEdit = true, answers = [] } = options;
  const saving = answering(SaveValueDocument, sent, ({ value, missingReason, expectedVersion }) => {
    const saved = savedCell(String(value), Number(expectedVersion) + 1);
    const current = saved.current && { ...saved.current, value, missingReason };
    return {
      saveValue: { cell: { ...row, ...saved, ...row, id: 'cell-1', current }, problems: [] },
    };
  });
  const { Page, answer, asked } = onPage(ReturnFormDocument, { returnForm: null });
  await renderDesk(
    <>
      <Page />
      <ReturnForm
        form={{ ...form(row), mayEdit }}
        filter={{ only: null, section: null, cell: null }}
        actionTitles={new Map()}
      />
    </>,
    { answers: [answer, saving, ...answers], lang, me },
  );
  const value = await screen.findByLabelText<HTMLInputElement>('Officers trained, 2025');
  return { user: userEvent.setup(), value, sent, formAsked: asked };
}

const reason = () => screen.getByLabelText('Reason without a value: Officers trained, 2025');
const question = () =>
  within(screen.getByRole('group', { name: /Which did you mean\?|Что имелось в виду\?/ }));

describe('a number that can be read in two ways', () => {
  test.each([
    ['en', '1,234', '1,234', '1234', '1234'],
    ['en', '1,234', '1.234', '1.234', '1.234'],
    ['ru', '1.234', '1\u00a0234', '1234', '1234'],
    ['ru', '1.234', '1,234', '1.234', '1,234'],
  ] as const)(
    'asks in %s what was meant by %s, keeps the text and saves %s only when it is chosen',
    async (lang, text, choice, saved, left) => {
      const { user, value, sent } = await show(number, { lang });
      await user.type(value, text);
      await user.tab();
      const asked = question();
      expect(asked.getAllByRole('button')).toHaveLength(2);
      expect(value.value).toBe(text);
      expect(value.getAttribute('aria-invalid')).toBe('true');
      expect(sent).toEqual([]);
      await user.click(asked.getByRole('button', { name: choice }));
      await waitFor(() => expect(sent).toHaveLength(1));
      expect(sent[0]).toMatchObject({ value: saved });
      expect(value.value).toBe(left);
      expect(value.getAttribute('aria-invalid')).toBeNull();
    },
  );

  test('is read by one’s own decimal mark, and the other meaning is offered', async () => {
    const { user, value } = await show(number, { lang: 'ru' });
    await user.type(value, '7,250');
    await user.click(screen.getByRole('button', { name: 'Имелось в виду 7\u00a0250' }));
    expect(value.value).toBe('7250');
    expect(screen.queryByRole('button', { name: /Имелось в виду/ })).toBeNull();
  });

  test('is not asked about where only whole numbers are counted', async () => {
    const { user, value, sent } = await show({ ...number, whole: true, decimals: 0 });
    await user.type(value, '1,234');
    await user.tab();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ value: '1234' });
  });
});

describe('what is not there', () => {
  test('a zero is a value like others', async () => {
    const { user, value, sent } = await show(number);
    await user.type(value, '0');
    await user.tab();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ value: '0', missingReason: null });
    expect(screen.getByText('1 of 1 filled in')).toBeTruthy();
  });

  test('an empty cell is nothing: it is not sent, and counts as missing', async () => {
    const { user, value, sent } = await show(number);
    await user.click(value);
    await user.tab();
    expect(screen.getByText('0 of 1 filled in')).toBeTruthy();
    expect(sent).toEqual([]);
  });

  test.each([
    ['Not collected', 'NOT_COLLECTED'],
    ['Not shared with us', 'NOT_SHARED'],
    ['Does not apply here', 'NOT_APPLICABLE'],
    ['Kept confidential', 'SUPPRESSED'],
  ])('“%s” is sent as %s, without a value, and asks for a comment', async (words, code) => {
    const { user, sent } = await show(number);
    await user.selectOptions(reason(), words);
    await waitFor(() => expect(sent).toHaveLength(1), { timeout: 3000 });
    expect(sent[0]).toMatchObject({ value: null, missingReason: code });
    expect(screen.getByLabelText(/Please explain in a comment.*Officers trained/)).toBeTruthy();
  });

  test('a word for a gap asks for the reason and is not sent as a zero', async () => {
    const { user, value, sent } = await show(number, { lang: 'ru' });
    await user.type(value, 'н/д');
    await user.tab();
    expect(value.value).toBe('н/д');
    expect(value.getAttribute('aria-invalid')).toBe('true');
    expect(sent).toEqual([]);
  });
});

describe('yes or no, and the stage of a law', () => {
  test('“no” is saved as an answer, and an empty choice is none', async () => {
    const { user, value, sent } = await show(yesNo);
    const options = within(value).getAllByRole<HTMLOptionElement>('option');
    expect(options.map((one) => one.text)).toEqual(['Not filled in', 'yes', 'no']);
    await user.selectOptions(value, 'no');
    await user.tab();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ value: '0', missingReason: null });
    expect(screen.getByText('1 of 1 filled in')).toBeTruthy();
  });

  test('a stage is chosen by its number and words', async () => {
    const { user, value, sent } = await show(milestone);
    await user.selectOptions(value, '2 – adopted');
    await user.tab();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ value: '2' });
  });

  test.each([
    ['a stage', milestone],
    ['a yes', yesNo],
  ])('%s is proved by a file that is attached in its details', async (_what, kind) => {
    const attached: Input[] = [];
    const { id, state, version, current } = savedCell('1', 1);
    const row = { ...kind, id, state, version, current };
    const { user } = await show(row, {
      answers: [
        answering(WorkObservationDocument, [], () => ({ workObservation: observation })),
        answering(AreaEvidenceDocument, [], () => ({ evidence: [] })),
        answering(AttachEvidenceDocument, attached, () => ({
          attachEvidence: { observation: { id: 'observation-1' }, problems: [] },
        })),
      ],
    });
    globalThis.fetch = (() =>
      Promise.resolve({
        json: () => Promise.resolve({ evidence: { id: 'law', title: 'law.pdf' }, problems: [] }),
      })) as unknown as typeof fetch;
    await user.click(screen.getByRole('button', { name: 'Details: Officers trained' }));
    const file = await screen.findByLabelText(/^Add a file as evidence: Officers trained/);
    await user.upload(file, new File(['%PDF-'], 'law.pdf', { type: 'application/pdf' }));
    await waitFor(() => expect(attached).toHaveLength(1));
    expect(attached[0]).toMatchObject({ evidence: 'law', attached: true });
  });
});

describe('a published value of a closed year', () => {
  const published: FormRowFragment = {
    ...savedCell('23.5', 4),
    state: 'PUBLISHED',
    editable: false,
    lock: 'LOCKED_PUBLISHED',
  };
  const answers = (asked: Input[]) => [
    answering(WorkObservationDocument, [], () => ({ workObservation: observation })),
    answering(AreaEvidenceDocument, [], () => ({ evidence: [] })),
    answering(CorrectValueDocument, asked, () => ({
      correctValue: { observation: { id: 'cell-1' }, problems: [] },
    })),
  ];

  test('is opened by its reporter, with a reason, over the version that was read', async () => {
    const asked: Input[] = [];
    const { user, value, formAsked } = await show(published, {
      mayEdit: false,
      answers: answers(asked),
    });
    expect(value.disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Details: Officers trained' }));
    await user.selectOptions(
      screen.getByLabelText('Why is it corrected?'),
      'Late returns are included',
    );
    await user.click(screen.getByRole('button', { name: 'Correct this published value' }));
    await waitFor(() => expect(formAsked).toHaveBeenCalledTimes(2));
    expect(asked).toEqual([
      expect.objectContaining({
        observation: 'cell-1',
        expectedVersion: 4,
        reason: 'COVERAGE',
        value: '23.5',
      }),
    ]);
  });

  test('is not offered for correction to an officer', async () => {
    const me = officer;
    const { user } = await show(published, { mayEdit: false, me, answers: answers([]) });
    await user.click(screen.getByRole('button', { name: 'Details: Officers trained' }));
    await screen.findByRole('heading', { name: 'All saved versions' });
    expect(screen.queryByLabelText('Why is it corrected?')).toBeNull();
  });
});
