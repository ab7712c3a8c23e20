import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReturnFormDocument } from '../../features/observations/return-form.generated.ts';
import { onPage } from '../../testing/on-page.tsx';
import { renderDesk, reporter } from '../../testing/render-desk.tsx';
import { LockedCell } from './locked-cell.tsx';
import type { ReopeningFragment } from './reopening.generated.ts';

const person = { id: reporter.id, name: 'Aida', role: 'REPORTER' } as const;
const reopening: ReopeningFragment = {
  id: '1',
  area: 'KGZ',
  year: 2025,
  indicator: 'A5.8',
  indicatorName: { lang: 'en', text: 'Protection orders issued' },
  state: 'WAITING',
  person,
  reason: 'A late return',
  requestedAt: '2026-03-01T10:00:00.000Z',
  until: null,
  note: null,
  decidedBy: null,
};
const form = onPage(ReturnFormDocument, { returnForm: null });

async function show(
  lock: string | null,
  known: ReopeningFragment | null = null,
  problems: object[] = [],
) {
  const asked: unknown[] = [];
  const cell = {
    indicator: 'A5.8',
    name: { text: 'Protection orders issued' },
    lock,
    reopening: known,
  };
  const page = (
    <>
      <form.Page />
      <LockedCell cell={cell} cycle={2025} />
    </>
  );
  await renderDesk(page, {
    answers: {
      ReturnForm: form.asked,
      RequestReopen: ({ input }) => {
        asked.push(input);
        return { requestReopen: { reopening: null, problems } };
      },
    },
  });
  return asked;
}

describe('a locked cell', () => {
  it('says why it is locked and takes a request with its reason', async () => {
    const asked = await show('LOCKED_APPROVED');
    expect(await screen.findByText('This value has been approved and is locked.')).toBeTruthy();
    await userEvent.click(screen.getByText('Ask to open it again'));
    const why = screen.getByRole('textbox', { name: /Why does it have to change/ });
    await userEvent.type(why, 'Naryn sent theirs late');
    await userEvent.click(screen.getByRole('button', { name: 'Send the request' }));
    expect(asked).toEqual([
      expect.objectContaining({
        area: 'KGZ',
        cycle: 2025,
        indicator: 'A5.8',
        reason: 'Naryn sent theirs late',
      }),
    ]);
    expect(form.asked).toHaveBeenCalledTimes(2);
  });

  it('warns while a reason looks as if it named a person', async () => {
    await show('CYCLE_CLOSED');
    expect(await screen.findByText('The reporting cycle 2025 is not open.')).toBeTruthy();
    await userEvent.click(screen.getByText('Ask to open it again'));
    const why = screen.getByRole('textbox', { name: /Why does it have to change/ });
    await userEvent.type(why, 'Call +996 555 123456');
    expect(screen.getByRole('status').textContent).toContain('looks as if it named a person');
  });

  it('tells what the server has against a request', async () => {
    await show('LOCKED_SUBMITTED', null, [{ code: 'ALREADY_REQUESTED', field: null, params: [] }]);
    await userEvent.click(await screen.findByText('Ask to open it again'));
    await userEvent.type(screen.getByRole('textbox'), 'Again');
    await userEvent.click(screen.getByRole('button', { name: 'Send the request' }));
    expect((await screen.findByRole('alert')).textContent).toContain('You have asked already');
  });

  it('that is waited for cannot be asked for again', async () => {
    await show('LOCKED_SUBMITTED', reopening);
    expect((await screen.findByRole('status')).textContent).toContain('You asked on');
    expect(screen.queryByText('Ask to open it again')).toBeNull();
  });

  it('that was opened says until when', async () => {
    await show(null, { ...reopening, state: 'GRANTED', until: '2026-03-04T10:00:00.000Z' });
    expect((await screen.findByRole('status')).textContent).toContain(
      'open for you until 4 March 2026',
    );
  });

  it('that nobody asks for cannot be asked for', async () => {
    await show('NOT_ASSIGNED');
    expect(await screen.findByText('This indicator is not assigned to this country.')).toBeTruthy();
    expect(screen.queryByText('Ask to open it again')).toBeNull();
  });

  it('that is published is corrected instead', async () => {
    await show('LOCKED_PUBLISHED');
    expect(await screen.findByText(/can only be corrected/)).toBeTruthy();
    expect(screen.queryByText('Ask to open it again')).toBeNull();
  });
});
