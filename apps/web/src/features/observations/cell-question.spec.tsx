import { afterEach, describe, expect, test } from '@jest/globals';
import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { purgeDrafts } from '../../desk/draft-store.ts';
import { WriteMessageDocument } from '../../desk/work-observation.generated.ts';
import { cell, form, revision, savedCell } from '../../testing/form.fixture.ts';
import { onPage } from '../../testing/on-page.tsx';
import { renderDesk, reporter } from '../../testing/render-desk.tsx';
import { ReturnFormDocument, type FormRowFragment } from './return-form.generated.ts';
import { ReturnForm } from './return-form.tsx';

type Input = Record<string, unknown>;
const answers: MockLink.MockedResponse[] = [];
afterEach(async () => {
  answers.length = 0;
  await purgeDrafts(reporter.id);
});

async function show(...cells: FormRowFragment[]) {
  const { Page, answer, asked } = onPage(ReturnFormDocument, { returnForm: null });
  await renderDesk(
    <>
      <Page />
      <ReturnForm
        form={form(...cells)}
        filter={{ only: null, section: null, cell: null }}
        actionTitles={new Map()}
      />
    </>,
    { answers: [answer, ...answers] },
  );
  await screen.findByLabelText('Officers trained, 2025');
  return { formAsked: asked, user: userEvent.setup() };
}

describe('a question of a reviewer', () => {
  const question = {
    id: 'q',
    text: 'Which districts?',
    createdAt: revision.createdAt,
    author: { id: 'officer', name: 'Officer', role: 'OFFICER' as const },
  };
  const asked = { ...savedCell('30', 2), state: 'SUBMITTED' as const, openQuestion: question };

  test('stands first, below its row, and among the filters', async () => {
    const other = { ...cell, indicator: 'F1.2', name: { ...cell.name, text: 'Departments' } };
    await show(asked, other);
    const line = screen.getByText('A reviewer waits for an answer about 1 value.');
    const banner = within(line.closest('details') ?? document.body);
    expect(banner.getByText('Which districts?')).toBeTruthy();
    expect(banner.getByRole('link', { name: 'Officers trained' }).getAttribute('href')).toBe(
      '#cell-F1.1',
    );
    const [row] = screen.getAllByRole('row', { name: /^Officers trained/ });
    const below = row?.nextElementSibling?.textContent;
    expect(below).toContain('Question: Which districts?');
    expect(below).toContain('Officer (Programme officer)');
    expect(screen.getByRole('link', { name: 'Only with a question (1)' })).toBeTruthy();
  });

  test('is answered where it is asked', async () => {
    const sent: Input[] = [];
    const request = {
      query: WriteMessageDocument,
      variables: (variables: Input) => {
        sent.push(variables['input'] as Input);
        return true;
      },
    };
    const result = { data: { writeMessage: { observation: null, problems: [] } } };
    answers.push({ request, result });
    const { user, formAsked } = await show(asked);
    await user.click(screen.getByRole('button', { name: 'Answer: Officers trained' }));
    await user.type(screen.getByLabelText('Your answer: Officers trained'), 'All of them.');
    await user.click(screen.getByRole('button', { name: 'Send the answer: Officers trained' }));
    await waitFor(() => expect(formAsked).toHaveBeenCalledTimes(2));
    expect(sent[0]).toMatchObject({ observation: 'cell-1', text: 'All of them.' });
  });
});
