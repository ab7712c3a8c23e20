import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { deskApi, lastInput } from '../testing/desk-api.ts';
import { renderApp } from '../testing/render-app.tsx';

const admin = { role: 'ADMIN' } as const;
const mail = {
  id: 'one',
  kind: 'RETURNED',
  state: 'FAILED',
  recipientRole: 'REPORTER',
  address: 'reporter@example.org',
  language: 'ru',
  subject: 'Кыргызстан: вам возвращены 2 значения',
  text: 'Здравствуйте!',
  attempts: 7,
  error: 'EENVELOPE 550 no such mailbox',
  createdAt: '2026-11-25T01:00:00Z',
  changedAt: '2026-11-25T02:00:00Z',
};
const outbox = {
  sends: true,
  subscribers: 0,
  counts: [{ state: 'FAILED', count: 1 }],
  items: [mail],
};

describe('the mail page', () => {
  it('shows to whom a mail goes, in which state it is, why, and what it says', async () => {
    deskApi(admin, { outbox });
    await renderApp('/en/admin/outbox', {});
    const item = await screen.findByRole('listitem', { name: mail.subject });
    expect(within(item).getByText('reporter@example.org (Reporter)')).toBeTruthy();
    expect(within(item).getByText('failed')).toBeTruthy();
    expect(within(item).getByText('7 tries')).toBeTruthy();
    expect(within(item).getByText(mail.error)).toBeTruthy();
    expect(within(item).getByText('Здравствуйте!').getAttribute('lang')).toBe('ru');
  });

  it('sends a failed mail again', async () => {
    const calls = deskApi(admin, {
      outbox,
      sendAgain: { notification: { id: 'one' }, problems: [] },
    });
    await renderApp('/en/admin/outbox', {});
    fireEvent.click(await screen.findByRole('button', { name: 'Send again' }));
    await screen.findByText('The mail will be sent within a minute.');
    expect(lastInput(calls)).toMatchObject({ notification: 'one' });
  });

  it('stays when it cannot be read again, and says so', async () => {
    let asked = 0;
    deskApi(admin, {
      outbox: () => {
        asked += 1;
        if (asked === 2) throw new Error('down');
        return outbox;
      },
      sendAgain: { notification: { id: 'one' }, problems: [] },
    });
    await renderApp('/en/admin/outbox', {});
    fireEvent.click(await screen.findByRole('button', { name: 'Send again' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.getByText('The mail will be sent within a minute.')).toBeTruthy();
    expect(screen.getByRole('listitem', { name: mail.subject })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('says that nothing is sent where there is no mail server, and offers no button', async () => {
    const held = { ...mail, state: 'HELD', attempts: 0, error: null };
    deskApi(admin, { outbox: { sends: false, subscribers: 0, counts: [], items: [held] } });
    await renderApp('/en/admin/outbox', {});
    expect(await screen.findByText(/No mail server is set up, so nothing is sent/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull();
  });

  it('asks for the mails in one state', async () => {
    const calls = deskApi(admin, { outbox });
    await renderApp('/en/admin/outbox', {});
    fireEvent.click(await screen.findByRole('button', { name: 'failed 1' }));
    await waitFor(() =>
      expect(calls.at(-1)?.body['variables']).toEqual({ state: 'FAILED', skip: 0 }),
    );
    const chosen = await screen.findByRole('button', { name: 'failed 1', pressed: true });
    expect(chosen).toBeTruthy();
  });

  it('is not for a reporter', async () => {
    deskApi({ role: 'REPORTER', area: 'KGZ' }, {});
    await renderApp('/en/admin/outbox', {});
    expect(await screen.findByText('This desk is not open to you')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Mail' })).toBeNull();
  });
});
