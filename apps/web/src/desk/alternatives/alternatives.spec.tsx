import { describe, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { officer, renderDesk } from '../../testing/render-desk.tsx';
import { observation } from '../../testing/review.fixture.ts';
import type { WorkAlternativeFragment } from './alternatives.generated.ts';
import { Alternatives } from './alternatives.tsx';

const other = { via: 'SOURCE_IMPORT', reason: 'NEW_SOURCE' } as const;

async function show(current: object, alternatives: WorkAlternativeFragment[] = []) {
  const sent: unknown[] = [];
  const shown = { ...observation, current: { ...observation.current, ...current }, alternatives };
  const ChooseAlternative = ({ input }: Record<string, unknown>) => {
    sent.push(input);
    return { chooseAlternative: { observation: { id: observation.id }, problems: [] } };
  };
  await renderDesk(<Alternatives observation={shown} />, {
    me: officer,
    answers: { ChooseAlternative },
  });
  await screen.findByRole('heading', { name: 'Other official values' });
  return sent;
}

describe('the value that another source has replaced', () => {
  test('can be shown first again, even if it is no other value', async () => {
    const sent = await show(other);
    const user = userEvent.setup();
    await user.click(screen.getByText('Show the replaced value first again, and say why'));
    await user.type(screen.getByLabelText(/Why is this one shown first/), 'A mistake.');
    await user.click(screen.getByRole('button', { name: 'Show the replaced value first again' }));
    await screen.findByRole('heading', { name: 'Other official values' });
    expect(sent).toMatchObject([{ alternative: null, why: 'A mistake.' }]);
  });

  test('is not offered where nothing was replaced', async () => {
    await show({});
    expect(screen.queryByText(/replaced value/)).toBeNull();
  });
});

describe('the names of what can be chosen', () => {
  const alternative: WorkAlternativeFragment = {
    ...{ source: 'source', value: '12', sourceTitle: 'Yearbook', publisher: 'Office' },
    ...{ sourceYear: 2024, sourceUrl: null, recordedBy: null },
    note: { text: 'Another day.', lang: 'en' },
    chosen: { text: 'The newer one.', lang: 'en' },
  };

  test('begin with the words that are shown, and tell the question from the answer', async () => {
    await show(other, [alternative]);
    const summaries = [...document.querySelectorAll('summary')];
    const names = summaries.map((one) => one.getAttribute('aria-label') ?? one.textContent);
    for (const [at, one] of summaries.entries()) expect(names[at]).toContain(one.textContent);
    expect(names.slice(0, 2)).toEqual([
      'Show this one first, and say why: 12, Yearbook',
      'Show the replaced value first again, and say why',
    ]);
    expect(screen.getByRole('button', { name: 'Show this one first: 12, Yearbook' })).toBeTruthy();
  });
});
