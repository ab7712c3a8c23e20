import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CorrectValueDocument } from '../../desk/work-observation.generated.ts';
import { officer, renderDesk, reporter } from '../../testing/render-desk.tsx';
import { observation } from '../../testing/review.fixture.ts';
import { Correcting } from './correcting.tsx';

afterEach(cleanup);

const published = {
  ...observation,
  year: 2012,
  state: 'PUBLISHED' as const,
  published: observation.current,
};

describe('a published value on its page', () => {
  test('is opened for correction by its ministry, with a reason', async () => {
    const sent: unknown[] = [];
    const reload = jest.fn(() => Promise.resolve());
    await renderDesk(<Correcting observation={published} reload={reload} />, {
      answers: [
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
    await waitFor(() => expect(reload).toHaveBeenCalled());
    expect(sent).toMatchObject([
      { observation: 'observation-1', expectedVersion: 2, reason: 'COVERAGE', value: '30' },
    ]);
  });

  test('leads on to the return of its year once it is open', async () => {
    const opened = { ...published, state: 'DRAFT' as const };
    await renderDesk(<Correcting observation={opened} reload={() => Promise.resolve()} />);
    const link = screen.getByRole('link', { name: /submit it in the return of 2012/ });
    expect(link.getAttribute('href')).toBe('/en/report/KGZ/2012?cell=F1.1');
  });

  test.each([
    ['an officer', officer],
    ['another country', { ...reporter, area: 'UZB' }],
  ])('is not opened by %s', async (_who, me) => {
    await renderDesk(<Correcting observation={published} reload={() => Promise.resolve()} />, {
      me,
    });
    expect(screen.queryByRole('button')).toBeNull();
  });
});
