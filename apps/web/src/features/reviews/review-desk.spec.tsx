import { afterEach, describe, expect, test } from '@jest/globals';
import type { MockLink } from '@apollo/client/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReopeningsDocument } from '../../desk/reopening/reopening.generated.ts';
import { auditor, officer, renderDesk } from '../../testing/render-desk.tsx';
import { ReviewDesk } from './review-desk.tsx';
import {
  ApproveValuesDocument,
  AskReporterDocument,
  ReturnValueDocument,
  ReviewQueueDocument,
  UndoApprovalsDocument,
} from './review-queue.generated.ts';
import { purgeDrafts } from '../../desk/draft-store.ts';
import { observation, queue, unusual } from '../../testing/review.fixture.ts';

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
const approving = (
  problems: { code: string; field: null; params: { name: string; value: string }[] }[] = [],
): MockLink.MockedResponse => ({
  request: { query: ApproveValuesDocument, variables: noted },
  result: { data: { approveValues: { batch: null, observations: [], problems } } },
});
const giving: MockLink.MockedResponse = {
  request: { query: ReturnValueDocument, variables: noted },
  result: { data: { returnValue: { observation: null, problems: [] } } },
};
const asking: MockLink.MockedResponse = {
  request: { query: AskReporterDocument, variables: noted },
  result: { data: { askReporter: { observation: null, problems: [] } } },
};

const noReopenings: MockLink.MockedResponse = {
  request: { query: ReopeningsDocument, variables: () => true },
  result: { data: { reopenings: [] } },
};

async function show(
  answers: MockLink.MockedResponse[] = [],
  me = officer,
  waiting = queue([observation, unusual]),
) {
  await renderDesk(<ReviewDesk areaNames={new Map([['KGZ', 'Kyrgyzstan']])} />, {
    me,
    answers: [waiting, noReopenings, ...answers],
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

  test('shows a figure digit for digit as it was reported, and a computed share as readers will see it', async () => {
    const typed = { ...unusual.current, value: '30.125' };
    await show([], officer, queue([{ ...unusual, current: typed }]));
    const row = () => screen.getByRole('row', { name: /Departments with a specialist/ });
    expect(row().textContent).toContain('30.125%');
    cleanup();
    const computed = { ...typed, value: '33.333333333', numerator: '1', denominator: '3' };
    await show([], officer, queue([{ ...unusual, current: computed }]));
    expect(row().textContent).toContain('33.3%');
  });

  test.each([true, false])(
    'of a whole (%s), and of no part, other official values are asked',
    async (whole) => {
      const user = await show([], officer, queue([{ ...unusual, whole }]));
      await user.click(
        screen.getByRole('button', { name: 'Details: Departments with a specialist' }),
      );
      expect(screen.getByRole('heading', { name: 'Messages' })).toBeTruthy();
      expect(screen.queryByText('Other official values') !== null).toBe(whole);
    },
  );

  test('accepts exactly the revision on the screen', async () => {
    const user = await show([approving()]);
    await user.click(screen.getByRole('button', { name: 'Show it: Kyrgyzstan' }));
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

  test('folds the unremarkable of a country until somebody wants to see them', async () => {
    const user = await show();
    expect(screen.queryByRole('row', { name: /Officers trained/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show it: Kyrgyzstan' }));
    expect(screen.getByRole('row', { name: /Officers trained/ })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show it: Kyrgyzstan' }));
    expect(screen.queryByRole('row', { name: /Officers trained/ })).toBeNull();
  });

  test('does not fold what the reviewer wrote', async () => {
    const author = { ...officer, role: 'OFFICER' as const };
    const current = { ...observation.current, author };
    const own = { ...observation, current, revisions: [current] };
    await show([], officer, queue([own]));
    expect(screen.getByRole('row', { name: /Officers trained/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /unremarkable/ })).toBeNull();
  });

  test('asks the reporter while the value stays where it is', async () => {
    const user = await show([asking]);
    await user.click(screen.getByRole('button', { name: 'Ask: Departments with a specialist' }));
    await user.click(screen.getByRole('button', { name: 'Send the question' }));
    expect(screen.getByRole('alert').textContent).toMatch(/write the question/);
    await user.type(screen.getByLabelText(/What do you want to know/), 'Which?');
    await user.click(screen.getByRole('button', { name: 'Send the question' }));
    expect(await screen.findByText(/The question was sent/)).toBeTruthy();
    expect(sent[0]).toMatchObject({ revision: 'revision-2', text: 'Which?' });
  });

  test('what is written while a question is on its way stays', async () => {
    const question = { id: 'm', text: 'Which?', createdAt: '2026-11-02T10:00:00Z' };
    const asked = queue([{ ...unusual, openQuestion: question }]);
    const user = await show([asked, asking, giving], officer, queue([unusual], {}, 1));
    await user.click(screen.getByRole('button', { name: /^Ask: Departments/ }));
    await user.type(screen.getByLabelText(/What do you want to know/), 'Which?');
    // without waiting: the answer comes later
    fireEvent.click(screen.getByRole('button', { name: 'Send the question' }));
    fireEvent.click(screen.getByRole('button', { name: /^Return: Departments/ }));
    const reason = screen.getByLabelText<HTMLTextAreaElement>(/What should the reporter check/);
    fireEvent.change(reason, { target: { value: 'Of which' } });
    expect(await screen.findByText('Which?', { selector: 'q' })).toBeTruthy();
    await user.type(reason, ' year?');
    await user.click(screen.getByRole('button', { name: 'Return to the reporter' }));
    expect(await screen.findByText('Returned to the reporter.')).toBeTruthy();
    expect(sent.map(({ text, reason }) => text ?? reason)).toEqual(['Which?', 'Of which year?']);
  });

  test('what is selected while others are accepted stays selected', async () => {
    const current = { ...unusual.current, id: 'revision-3' };
    const third = { ...unusual, id: 'observation-3', indicator: 'F1.3', current };
    const after = queue([third]);
    const user = await show([after, approving()], officer, queue([unusual, third], {}, 1));
    const [one, other] = screen.getAllByRole('checkbox', { name: /^Select:/ });
    if (one === undefined || other === undefined) throw new Error('Two rows are needed.');
    await user.click(one);
    const together = screen.getByRole('group', { name: 'Decide on what is selected' });
    fireEvent.click(within(together).getByRole('button', { name: 'Accept' }));
    fireEvent.click(other);
    await waitFor(() =>
      expect(screen.getAllByRole('checkbox', { name: /^Select:/ })).toHaveLength(1),
    );
    await user.keyboard('j');
    expect(screen.getByText('1 selected')).toBeTruthy();
  });

  test('shows alone what waits for an answer', async () => {
    const question = { id: 'm', text: 'Which districts?', createdAt: '2026-11-02T10:00:00Z' };
    const asked = { ...observation, remarks: ['CONVERSATION' as const], openQuestion: question };
    const user = await show([], officer, queue([asked, unusual]));
    expect(screen.getByRole('row', { name: /Officers trained/ }).textContent).toContain(
      'Which districts?',
    );
    await user.click(screen.getByRole('button', { name: /open question \(1\)/ }));
    expect(screen.queryByRole('row', { name: /Departments/ })).toBeNull();
    expect(screen.getByRole('row', { name: /Officers trained/ })).toBeTruthy();
  });

  test('shows alone what was answered', async () => {
    const answer = { id: 'm', text: 'All districts.', createdAt: '2026-11-02T10:00:00Z' };
    const user = await show([], officer, queue([{ ...unusual, answer }, observation]));
    expect(screen.getByRole('row', { name: /Departments/ }).textContent).toContain(
      'Answered: All districts.',
    );
    await user.click(screen.getByRole('button', { name: /answered question \(1\)/ }));
    expect(screen.getByRole('row', { name: /Departments/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /unremarkable/ })).toBeNull();
  });

  test('does not pass over an open question: accepting closes it, by a second press that says so', async () => {
    const question = { id: 'm', text: 'Which districts?', createdAt: '2026-11-02T10:00:00Z' };
    const asked = { ...unusual, openQuestion: question };
    const user = await show([approving()], officer, queue([asked]));
    await user.click(screen.getByRole('button', { name: 'Accept: Departments with a specialist' }));
    const row = () => screen.getByRole('row', { name: /Departments with a specialist/ });
    await waitFor(() => expect(row().textContent).toMatch(/has not been answered yet/));
    expect(sent).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: /^Accept without an answer/ }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      values: [{ observation: 'observation-2', closedQuestion: 'm' }],
    });
  });

  test('what is being written is there again after the page was left', async () => {
    const user = await show();
    await user.click(screen.getByRole('button', { name: /^Return: Departments/ }));
    await user.type(screen.getByLabelText(/What should the reporter/), 'Which districts?');
    cleanup();
    const again = await show();
    await again.click(screen.getByRole('button', { name: /^Return: Departments/ }));
    const field = screen.getByLabelText<HTMLTextAreaElement>(/What should the reporter/);
    await waitFor(() => expect(field.value).toBe('Which districts?'));
  });

  test('without a connection the queue stays, and says what did not come', async () => {
    const lost = new TypeError('Failed to fetch');
    const user = await show(
      [
        { request: { query: ApproveValuesDocument, variables: () => true }, error: lost },
        {
          request: { query: ReviewQueueDocument, variables: { lang: 'en', submission: null } },
          error: lost,
        },
      ],
      officer,
      queue([observation, unusual], {}, 1),
    );
    await user.click(screen.getByRole('button', { name: /^Accept: Departments/ }));
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(screen.getByRole('row', { name: /Departments with a specialist/ })).toBeTruthy();
  });

  test('takes back with one press what one press accepted', async () => {
    const undoing: MockLink.MockedResponse = {
      request: { query: UndoApprovalsDocument, variables: noted },
      result: { data: { undoApprovals: { batch: 'batch-1', problems: [] } } },
    };
    const reviewer = { id: 'officer', name: 'Officer' };
    const batch = { batch: 'batch-1', values: 30, undoableUntil: '2026-11-02T10:10:00Z', reviewer };
    const user = await show([undoing], officer, queue([unusual], { batches: [batch] }));
    await user.click(screen.getByRole('button', { name: 'Undo all 30' }));
    expect(await screen.findByText('30 approvals were undone.')).toBeTruthy();
    expect(sent[0]).toMatchObject({ batch: 'batch-1' });
  });

  test('u takes back what this person accepted last, and nothing of somebody else', async () => {
    const undoing: MockLink.MockedResponse = {
      request: { query: UndoApprovalsDocument, variables: noted },
      result: { data: { undoApprovals: { batch: 'batch-2', problems: [] } } },
    };
    const reviewer = { id: 'officer', name: 'Officer' };
    const batch = { batch: 'batch-2', values: 3, undoableUntil: '2026-11-02T10:10:00Z', reviewer };
    const others = { ...batch, batch: 'batch-3', reviewer: { id: 'officer2', name: 'Another' } };
    const user = await show([undoing], officer, queue([unusual], { batches: [others, batch] }));
    await user.keyboard('u');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ batch: 'batch-2' });
  });

  test('does not return a value without a reason', async () => {
    const user = await show([giving]);
    await user.click(screen.getByRole('button', { name: 'Return: Departments with a specialist' }));
    await user.click(screen.getByRole('button', { name: 'Return to the reporter' }));
    expect(screen.getByRole('alert').textContent).toMatch(/without a reason/);
    expect(sent).toHaveLength(0);
    await user.type(screen.getByLabelText(/What should the reporter check/), 'Which districts?');
    await user.click(screen.getByRole('button', { name: 'Return to the reporter' }));
    expect(await screen.findByText('Returned to the reporter.')).toBeTruthy();
    expect(sent[0]).toMatchObject({ revision: 'revision-2', reason: 'Which districts?' });
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
    await user.keyboard('jr');
    const reason = screen.getByLabelText<HTMLTextAreaElement>(
      /What should the reporter check.*Departments/,
    );
    await user.keyboard('jar');
    expect(reason.value).toBe('jar');
    expect(sent).toHaveLength(0);
  });

  test('q asks about the row', async () => {
    const user = await show();
    expect(screen.getByText('q', { selector: 'kbd' }).parentElement?.textContent).toContain(
      'q ask',
    );
    await user.keyboard('jq');
    const question = screen.getByLabelText<HTMLTextAreaElement>(
      /What do you want to know.*Departments/,
    );
    await user.keyboard('q');
    expect(question.value).toBe('q');
  });

  test('the keys are the same under a Cyrillic layout', async () => {
    await show();
    fireEvent.keyDown(document.body, { key: 'о', code: 'KeyJ' });
    fireEvent.keyDown(document.body, { key: 'й', code: 'KeyQ' });
    expect(screen.getByLabelText(/What do you want to know.*Departments/)).toBeTruthy();
  });

  test('shortcuts can be switched off', async () => {
    const user = await show([approving()]);
    await user.keyboard('j');
    await user.click(screen.getByRole('checkbox', { name: /^Keyboard shortcuts/ }));
    await user.keyboard('aqr');
    expect(sent).toHaveLength(0);
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('several values are selected and returned with one comment', async () => {
    const second: MockLink.MockedResponse = { ...giving };
    const user = await show(
      [giving, second],
      officer,
      queue([
        unusual,
        {
          ...unusual,
          id: 'observation-3',
          indicator: 'F1.3',
          current: { ...unusual.current, id: 'revision-3' },
        },
      ]),
    );
    for (const box of screen.getAllByRole('checkbox', { name: /^Select:/ })) await user.click(box);
    const together = screen.getByRole('group', { name: 'Decide on what is selected' });
    expect(together.textContent).toContain('2 selected');
    await user.click(screen.getByRole('button', { name: 'Return with a comment …' }));
    await user.type(screen.getByLabelText(/What should the reporter/), 'Of which year?');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent.map(({ revision, reason }) => [revision, reason])).toEqual([
      ['revision-2', 'Of which year?'],
      ['revision-3', 'Of which year?'],
    ]);
  });

  test('the values of a table are one row, and are accepted together', async () => {
    const whole = { ...observation, remarks: ['FIRST_VALUE' as const] };
    const part = {
      ...observation,
      id: 'observation-3',
      whole: false,
      current: { ...observation.current, id: 'revision-3' },
    };
    const user = await show([approving()], officer, queue([whole, part]));
    expect(screen.getAllByRole('row', { name: /Officers trained/ })).toHaveLength(1);
    expect(screen.getByRole('row', { name: /Officers trained/ }).textContent).toContain('2 values');
    await user.click(screen.getByRole('button', { name: 'Accept: Officers trained' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      values: [{ revision: 'revision-1' }, { revision: 'revision-3' }],
    });
  });

  test('what the other countries have stands beside a first value that is far from it', async () => {
    const far = {
      ...unusual,
      remarks: ['FAR_FROM_KNOWN' as const],
      neighbours: [{ area: 'UZB', year: 2024, value: '80' }],
    };
    await show([], officer, queue([far]));
    const row = screen.getByRole('row', { name: /Departments/ });
    expect(row.textContent).toContain('far from what is known');
    expect(row.textContent).toContain('UZB: 80.0% (2024)');
  });

  test('an auditor reads and decides nothing', async () => {
    await show([], auditor);
    expect(screen.queryByRole('button', { name: /^Accept/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Return/ })).toBeNull();
    expect(screen.getByText(/Decisions are made by programme officers/)).toBeTruthy();
  });
});
