import { afterEach, describe, expect, test } from '@jest/globals';
import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { purgeDrafts } from '../../desk/draft-store.ts';
import { onPage } from '../../testing/on-page.tsx';
import { renderDesk, reporter } from '../../testing/render-desk.tsx';
import type { FormRowFragment, SubmissionFragment } from './return-form.generated.ts';
import { cell, form, revision, savedCell } from '../../testing/form.fixture.ts';
import { ReturnForm } from './return-form.tsx';
import {
  ReturnFormDocument,
  SaveValueDocument,
  SubmitReturnDocument,
} from './return-form.generated.ts';

const fetchBefore = globalThis.fetch;
afterEach(async () => {
  globalThis.fetch = fetchBefore;
  await purgeDrafts(reporter.id);
});

type Input = Record<string, unknown>;

/** Answers one save and notes what was asked. */
function saving(
  sent: Input[],
  answer: { cell: FormRowFragment; problems?: { code: string }[] },
): MockLink.MockedResponse {
  const problems = (answer.problems ?? []).map(({ code }) => ({ code, field: null, params: [] }));
  return {
    request: {
      query: SaveValueDocument,
      variables: (variables: Input) => {
        sent.push(variables['input'] as Input);
        return true;
      },
    },
    result: { data: { saveValue: { cell: answer.cell, problems } } },
  };
}

async function show(
  cells: FormRowFragment[],
  answers: MockLink.MockedResponse[] = [],
  lang: 'en' | 'ru' = 'en',
  submissions: readonly SubmissionFragment[] = [],
) {
  const { Page, answer, asked } = onPage(ReturnFormDocument, { returnForm: null });
  await renderDesk(
    <>
      <Page />
      <ReturnForm
        form={{ ...form(...cells), submissions: [...submissions] }}
        filter={{ only: null, section: null, cell: null }}
        actionTitles={new Map()}
      />
    </>,
    { answers: [answer, ...answers], lang },
  );
  return {
    formAsked: asked,
    user: userEvent.setup(),
    value: await screen.findByLabelText<HTMLInputElement>('Officers trained, 2025'),
  };
}

describe('the entry grid', () => {
  test('saves what is typed as an exact decimal, for the version it was read at', async () => {
    const sent: Input[] = [];
    const { user, value } = await show([cell], [saving(sent, { cell: savedCell('24.1', 1) })]);
    await user.type(value, '24.10');
    await user.tab();
    expect(await screen.findByText('saved')).toBeTruthy();
    expect(sent[0]).toMatchObject({ value: '24.1', expectedVersion: 0, missingReason: null });
    expect(sent[0]?.['idempotencyKey']).toMatch(/^[0-9a-f-]{36}$/);
    expect(value.value).toBe('24.10');
  });

  test('reads a decimal comma in Russian', async () => {
    const sent: Input[] = [];
    const { user, value } = await show(
      [cell],
      [saving(sent, { cell: savedCell('24.5', 1) })],
      'ru',
    );
    await user.type(value, '24,5');
    await user.tab();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ value: '24.5' });
  });

  test('keeps a text that is no number as it was typed, says why and sends nothing', async () => {
    const sent: Input[] = [];
    const { user, value } = await show([cell], [saving(sent, { cell: savedCell('1', 1) })]);
    await user.type(value, '12 persons');
    await user.tab();
    expect(await screen.findByText(/has words after the number/)).toBeTruthy();
    expect(value.value).toBe('12 persons');
    expect(value.getAttribute('aria-invalid')).toBe('true');
    expect(sent).toHaveLength(0);
  });

  test('Esc takes back what was typed', async () => {
    const { user, value } = await show([savedCell('23.5', 1)]);
    await user.clear(value);
    await user.type(value, '99{Escape}');
    expect(value.value).toBe('23.5');
  });

  test('says what is impossible at once', async () => {
    const { user, value } = await show([cell]);
    await user.type(value, '120');
    expect(await screen.findByText(/above the largest possible value \(100\)/)).toBeTruthy();
  });

  test('asks to explain an unusual value before it is submitted', async () => {
    const { user, value } = await show([cell], [saving([], { cell: savedCell('95', 1) })]);
    await user.type(value, '95');
    const comment = await screen.findByLabelText<HTMLTextAreaElement>(
      /Please explain in a comment.*Officers trained/,
    );
    expect(comment.value).toBe('');
    expect(screen.getByText(/Unusual against the earlier years/)).toBeTruthy();
  });

  test('a value and a reason for none exclude each other', async () => {
    const { user, value } = await show([cell]);
    await user.type(value, '24');
    await user.selectOptions(
      screen.getByLabelText('Reason without a value: Officers trained, 2025'),
      'Not collected',
    );
    expect(await screen.findByText(/keep one of them/)).toBeTruthy();
  });

  test('shows both values in a conflict, and keeping mine saves it over theirs', async () => {
    const sent: Input[] = [];
    const { user, value } = await show(
      [savedCell('23.5', 1)],
      [
        saving(sent, { cell: savedCell('31', 2), problems: [{ code: 'VERSION_CONFLICT' }] }),
        saving(sent, { cell: savedCell('24', 3) }),
      ],
    );
    await user.clear(value);
    await user.type(value, '24');
    await user.tab();
    const conflict = await screen.findByText(/A colleague \(Reporter\) saved another value/);
    const box = conflict.parentElement ?? document.body;
    expect(within(box).getByText('31.0%')).toBeTruthy();
    expect(within(box).getByText('24.0%')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]).toMatchObject({ value: '24', expectedVersion: 2 });
    expect(await screen.findByText('saved')).toBeTruthy();
  });

  test('taking theirs in a conflict replaces the text', async () => {
    const { user, value } = await show(
      [savedCell('23.5', 1)],
      [saving([], { cell: savedCell('31', 2), problems: [{ code: 'VERSION_CONFLICT' }] })],
    );
    await user.clear(value);
    await user.type(value, '24');
    await user.tab();
    await user.click(await screen.findByRole('button', { name: 'Take theirs' }));
    expect(value.value).toBe('31');
  });

  test('a refused value is never rolled back', async () => {
    const { user, value } = await show(
      [cell],
      [saving([], { cell, problems: [{ code: 'CYCLE_CLOSED' }] })],
    );
    await user.type(value, '24');
    await user.tab();
    expect(await screen.findByText(/is not open/)).toBeTruthy();
    expect(value.value).toBe('24');
  });

  test('Enter goes to the next value and Shift+Enter back', async () => {
    const second = { ...cell, indicator: 'F1.2', name: { ...cell.name, text: 'Departments' } };
    const { user, value } = await show([cell, second]);
    await user.click(value);
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByLabelText('Departments, 2025'));
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(document.activeElement).toBe(value);
  });

  test('the reason of a return stands above the input', async () => {
    const returned = { ...savedCell('30', 2), state: 'RETURNED' as const };
    await show([{ ...returned, returnReason: 'Is this the yearly total?' }]);
    expect(screen.getAllByText(/Is this the yearly total\?/)).not.toHaveLength(0);
    expect(screen.getByRole('heading', { name: /1 value was returned/ })).toBeTruthy();
  });
});

describe('submitting', () => {
  test('where the server refuses all the same, each problem names its cell, leads to it and is said there', async () => {
    const params = [
      { name: 'observation', value: 'cell-1' },
      { name: 'did', value: 'SAVE_VALUE' },
      { name: 'who', value: 'Aigul' },
      { name: 'role', value: 'REPORTER' },
      { name: 'at', value: '2026-11-02T10:00:00.000Z' },
    ];
    const problems = [{ code: 'VERSION_CONFLICT', field: 'cells.0', params }];
    const { user, formAsked } = await show(
      [savedCell('24', 3)],
      [
        {
          request: { query: SubmitReturnDocument, variables: () => true },
          result: { data: { submitReturn: { submission: null, problems } } },
        },
      ],
    );
    await user.click(screen.getByRole('button', { name: 'Submit for review' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Submit 1 value' }));
    const alert = await dialog.findByRole('alert');
    expect(alert.textContent).toContain('Value saved: Aigul (Reporter), 2 November 2026');
    expect(formAsked).toHaveBeenCalledTimes(2);
    await user.click(within(alert).getByRole('link', { name: 'Officers trained' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText(/Somebody else changed this meanwhile/)).toBeTruthy();
  });

  test('the note is there again when the dialog is opened again', async () => {
    const { user } = await show([savedCell('24', 3)]);
    await user.click(screen.getByRole('button', { name: 'Submit for review' }));
    await user.type(await screen.findByLabelText(/^Note to the reviewers/), 'All but one.');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.click(screen.getByRole('button', { name: 'Submit for review' }));
    const note = await screen.findByLabelText<HTMLTextAreaElement>(/^Note to the reviewers/);
    await waitFor(() => expect(note.value).toBe('All but one.'));
  });

  test('names what stays empty and is blocked by errors', async () => {
    const broken = {
      ...savedCell('120', 1),
      indicator: 'F1.3',
      name: { ...cell.name, text: 'Women among investigators' },
      hits: [
        {
          rule: 'range',
          code: 'ABOVE_MAX',
          severity: 'ERROR' as const,
          params: [{ name: 'value', value: '120' }],
        },
      ],
    };
    const { user } = await show([cell, broken]);
    await user.click(screen.getByRole('button', { name: 'Submit for review' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('heading', { name: 'This one stays empty' })).toBeTruthy();
    expect(dialog.getByRole('heading', { name: 'To be corrected first' })).toBeTruthy();
    expect(dialog.getByRole<HTMLButtonElement>('button', { name: /^Submit \d/ }).disabled).toBe(
      true,
    );
  });

  test('is blocked by a fact that nothing proves, with the reason at its cell', async () => {
    const law = {
      ...savedCell('1', 1),
      kind: 'BINARY' as const,
      history: [{ year: 2024, value: '0', status: 'A' }],
      published: '0',
      hits: [
        {
          rule: 'checkProvenance',
          code: 'EVIDENCE_REQUIRED',
          severity: 'ERROR' as const,
          params: [],
        },
      ],
    };
    const { user } = await show([law]);
    expect(screen.getByText(/Attach a file or link that proves it/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Submit for review' }));
    const dialog = within(await screen.findByRole('dialog'));
    const blocked = dialog.getByRole('heading', { name: 'To be corrected first' });
    expect(blocked.parentElement?.textContent).toContain('Officers trained');
    const send = dialog.getByRole<HTMLButtonElement>('button', { name: /^Submit/ });
    expect(send.disabled).toBe(true);
  });

  test('hands in the drafts at their versions and shows the receipt', async () => {
    const sent: Input[] = [];
    const submission = {
      id: 's1',
      number: 'KGZ-2025-001',
      submittedAt: revision.createdAt,
      note: null,
      cells: 1,
      recallable: true,
      recalledAt: null,
      submittedBy: { id: 'r', name: 'Reporter' },
      signedBy: null,
    };
    const { user } = await show(
      [savedCell('24', 3)],
      [
        {
          request: {
            query: SubmitReturnDocument,
            variables: (variables: Input) => {
              sent.push(variables['input'] as Input);
              return true;
            },
          },
          result: { data: { submitReturn: { submission, problems: [] } } },
        },
      ],
    );
    await user.click(screen.getByRole('button', { name: 'Submit for review' }));
    await user.click(await screen.findByRole('button', { name: 'Submit 1 value' }));
    expect(
      await screen.findByRole('heading', { name: 'Received under number KGZ-2025-001' }),
    ).toBeTruthy();
    expect(sent[0]).toMatchObject({ cells: [{ id: 'cell-1', expectedVersion: 3 }], letter: null });
  });

  test('takes the signed letter of the head with it, unless it is left out again', async () => {
    const sent: Input[] = [];
    const uploaded: string[] = [];
    globalThis.fetch = ((url: string, { body }: { body: FormData }) => {
      uploaded.push(`${url} ${(body.get('file') as File).name}`);
      const evidence = { id: `letter-${uploaded.length}`, title: 'letter.pdf' };
      return Promise.resolve({ json: () => Promise.resolve({ evidence, problems: [] }) });
    }) as unknown as typeof fetch;
    const request = {
      query: SubmitReturnDocument,
      variables: (variables: Input) => {
        sent.push(variables['input'] as Input);
        return true;
      },
    };
    const refused = [{ code: 'CYCLE_CLOSED', field: null, params: [] }];
    const result = { data: { submitReturn: { submission: null, problems: refused } } };
    const { user } = await show([savedCell('24', 3)], [{ request, result }]);
    await user.click(screen.getByRole('button', { name: 'Submit for review' }));
    const dialog = within(await screen.findByRole('dialog'));
    const choose = () =>
      user.upload(
        dialog.getByLabelText(/^Signed letter of the head/),
        new File(['%PDF-'], 'letter.pdf', { type: 'application/pdf' }),
      );
    await choose();
    await user.click(await dialog.findByRole('button', { name: 'Leave it out' }));
    expect(dialog.queryByText(/goes with the submission\./)).toBeNull();
    await choose();
    expect(await dialog.findByText(/letter\.pdf goes with the submission\./)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Submit 1 value' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(uploaded).toEqual(Array(2).fill('/evidence?area=KGZ letter.pdf'));
    expect(sent[0]).toMatchObject({ letter: 'letter-2' });
  });

  test('a letter that went with a return can be read again from it', async () => {
    const letter = {
      id: 'letter-1',
      area: 'KGZ',
      kind: 'FILE' as const,
      title: 'letter.pdf',
      mediaType: 'application/pdf',
      size: 20_480,
      url: null,
      public: false,
      lang: null,
      addedBy: { id: 'r', name: 'Reporter', role: 'REPORTER' as const },
      addedAt: revision.createdAt,
    };
    const submission = {
      id: 's1',
      number: 'KGZ-2025-001',
      submittedAt: revision.createdAt,
      note: null,
      letter,
      cells: 1,
      recallable: true,
      recalledAt: null,
      submittedBy: { id: 'r', name: 'Reporter' },
      signedBy: null,
    };
    await show([savedCell('24', 3)], [], 'en', [submission]);
    const link = screen.getByRole('link', { name: 'Letter: letter.pdf' });
    expect(link.getAttribute('href')).toBe('/evidence/letter-1');
  });
});
