import { describe, expect, test } from '@jest/globals';
import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  CorrectValueDocument,
  WorkObservationDocument,
} from '../../desk/work-observation.generated.ts';
import { form, revision, savedCell } from '../../testing/form.fixture.ts';
import { onPage } from '../../testing/on-page.tsx';
import { officer, renderDesk, reporter } from '../../testing/render-desk.tsx';
import { observation } from '../../testing/review.fixture.ts';
import { Correcting } from './correction.tsx';
import {
  SubmitReturnDocument,
  type FormRowFragment,
  type ReturnFormFragment,
} from './return-form.generated.ts';
import { ReturnForm } from './return-form.tsx';

const published = {
  ...observation,
  year: 2012,
  state: 'PUBLISHED' as const,
  published: observation.current,
};

describe('a published value on its page', () => {
  test('is opened for correction by its ministry, with a reason', async () => {
    const sent: unknown[] = [];
    const { Page, answer, asked } = onPage(WorkObservationDocument, { workObservation: null });
    const page = (
      <>
        <Page />
        <Correcting observation={published} />
      </>
    );
    await renderDesk(page, {
      answers: [
        answer,
        {
          request: {
            query: CorrectValueDocument,
            variables: ({ input }: Record<string, unknown>) => {
              sent.push(input);
              return true;
            },
          },
          result: {
            data: { correctValue: { observation: { id: 'observation-1' }, problems: [] } },
          },
        },
      ],
    });
    const user = userEvent.setup();
    await user.selectOptions(screen.getByLabelText('Why is it corrected?'), 'COVERAGE');
    await user.click(screen.getByRole('button', { name: 'Correct this published value' }));
    await waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
    expect(sent).toMatchObject([
      { observation: 'observation-1', expectedVersion: 2, reason: 'COVERAGE', value: '30' },
    ]);
  });

  test('leads on to the return of its year once it is open', async () => {
    const opened = { ...published, state: 'DRAFT' as const };
    await renderDesk(<Correcting observation={opened} />);
    const link = screen.getByRole('link', { name: /submit it in the return of 2012/ });
    expect(link.getAttribute('href')).toBe('/en/report/KGZ/2012?cell=F1.1');
  });

  test.each([
    ['an officer', officer],
    ['another country', { ...reporter, area: 'UZB' }],
  ])('is not opened by %s', async (_who, me) => {
    await renderDesk(<Correcting observation={published} />, {
      me,
    });
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('a year without a cycle', () => {
  const published: FormRowFragment = {
    ...savedCell('24', 2),
    state: 'PUBLISHED',
    editable: false,
    lock: 'LOCKED_PUBLISHED',
    assigned: false,
  };
  const of = (...cells: FormRowFragment[]) => ({
    ...form(...cells),
    cycle: 2012,
    opensOn: null,
    dueOn: null,
    daysLeft: null,
    handedInWith: 2025,
    mayEdit: cells.some(({ editable }) => editable),
  });
  const showYear = (of: ReturnFormFragment, answers: MockLink.MockedResponse[] = []) =>
    renderDesk(
      <ReturnForm
        form={of}
        filter={{ only: null, section: null, cell: null }}
        actionTitles={new Map()}
      />,
      { answers },
    );

  test('says how what is published there is corrected, and counts nothing as owed', async () => {
    await showYear(of(published));
    expect(await screen.findByText(/2012 has no reporting cycle.*return of 2025/)).toBeTruthy();
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.queryByText(/Due on/)).toBeNull();
  });

  test('hands its corrections in with the cycle that takes them', async () => {
    const sent: unknown[] = [];
    const request = {
      query: SubmitReturnDocument,
      variables: ({ input }: Record<string, unknown>) => {
        sent.push(input);
        return true;
      },
    };
    const result = { data: { submitReturn: { submission: null, problems: [] } } };
    const opened = { ...published, state: 'DRAFT' as const, editable: true, lock: null };
    await showYear(of(opened), [{ request, result }]);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Submit for review' }));
    await user.click(await screen.findByRole('button', { name: 'Submit 1 value' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ cycle: 2025, cells: [{ id: 'cell-1', expectedVersion: 2 }] });
  });

  test('takes a correction back that nobody has reviewed, although nothing can be typed', async () => {
    const handedIn = { ...published, state: 'SUBMITTED' as const, lock: 'LOCKED_SUBMITTED' };
    const submission = {
      id: 's1',
      number: 'KGZ-2025-002',
      submittedAt: revision.createdAt,
      note: null,
      letter: null,
      cells: 1,
      recallable: true,
      recalledAt: null,
      submittedBy: { id: 'r', name: 'Reporter' },
      signedBy: null,
    };
    await showYear({ ...of(handedIn), submissions: [submission] });
    expect(await screen.findByRole('button', { name: 'Take back KGZ-2025-002' })).toBeTruthy();
  });

  test('leads from an earlier year of the series to where it is corrected', async () => {
    await showYear(of({ ...published, history: [{ year: 2010, value: '20', status: 'A' }] }));
    await userEvent.click(await screen.findByRole('button', { name: 'Details: Officers trained' }));
    const link = await screen.findByRole('link', { name: /^2010/ });
    expect(link.getAttribute('href')).toBe('/en/report/KGZ/2010?cell=F1.1');
  });
});
