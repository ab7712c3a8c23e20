import { describe, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderDeskPart } from '../../testing/render-desk-part.tsx';
import { observation } from '../../testing/review.fixture.ts';
import { Alternatives } from './alternatives.tsx';

const me = {
  ...{ id: 'o', email: 'officer@example.org', name: 'Olga' },
  ...({ role: 'OFFICER', area: null, demo: false } as const),
};
const other = { via: 'SOURCE_IMPORT', reason: 'NEW_SOURCE' } as const;

async function show(current: object) {
  const sent: unknown[] = [];
  const shown = { ...observation, current: { ...observation.current, ...current } };
  await renderDeskPart(<Alternatives observation={shown} />, me, {
    ChooseAlternative: ({ input }) => {
      sent.push(input);
      return { chooseAlternative: { observation: { id: observation.id }, problems: [] } };
    },
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
