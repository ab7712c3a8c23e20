import { expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { GraphQLError } from 'graphql';
import { deskApi } from '../testing/desk-api.ts';
import { renderApp } from '../testing/render-app.tsx';

const extensions = { code: 'UNAUTHENTICATED' };
const ended = { errors: [{ extensions }] };
const account = { email: 'me@example.org', name: 'Me', role: 'DONOR', area: null, demo: false };
const SINGLE = 'Sign in with the account of your organisation';

const focus = () =>
  act(async () => {
    window.dispatchEvent(new Event('focus'));
    await Promise.resolve();
  });

/** A page whose session ended after it was opened. `who`: who is signed in when the person comes back from the other tab. */
async function show(singleSignOn = true) {
  let person: string | null = 'me';
  let isOver = true;
  deskApi(
    { role: 'DONOR' },
    {
      ownSessions: [],
      ownLanguage: () => {
        if (isOver) throw new GraphQLError('over', { extensions });
        return 'ru';
      },
    },
    {
      '/auth/me': () => (person === null ? [401, ended] : [200, { ...account, id: person }]),
      '/auth/sign-in': () => [200, { singleSignOn, next: null }],
    },
  );
  await renderApp('/en/account', {});
  await screen.findByRole('dialog', { name: 'Please sign in again' });
  return async (who: string | null) => {
    person = who;
    isOver = who === null;
    await focus();
  };
}
const dialog = () => within(screen.getByRole('dialog', { name: 'Please sign in again' }));

it('people of an organisation sign in in another tab, and go on when they come back', async () => {
  const comeBack = await show();
  const link = await dialog().findByRole('link', { name: SINGLE });
  expect(link.getAttribute('target')).toBe('_blank');
  await comeBack(null);
  expect(dialog()).toBeTruthy();
  await comeBack('me');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const language = await screen.findByLabelText<HTMLSelectElement>(/Language of e-mails/);
  await waitFor(() => expect(language.value).toBe('ru'));
});

it('another person does not go on where this one was', async () => {
  const comeBack = await show();
  await dialog().findByRole('link', { name: SINGLE });
  // jsdom cannot load the page anew, and says so
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await comeBack('other');
  await waitFor(() => expect(String(said.mock.calls[0]?.[0])).toContain('navigation'));
  said.mockRestore();
  expect(dialog()).toBeTruthy();
});

it('offers the sign-in of an organisation only where there is one', async () => {
  await show(false);
  await dialog().findByLabelText('E-mail');
  expect(dialog().queryByRole('link', { name: SINGLE })).toBeNull();
});

it('a change of second factors, which needs a new sign-in, waits for the other tab in the same way', async () => {
  let fresh = false;
  deskApi(
    { role: 'DONOR' },
    { ownSessions: [], ownLanguage: 'en' },
    {
      '/auth/sign-in': () => [200, { singleSignOn: true, next: null }],
      '/auth/second-factor': () => [
        200,
        { authenticatorSince: null, passkeys: [], recoveryCodes: 0, needed: false, fresh },
      ],
    },
  );
  await renderApp('/en/account', {});
  fireEvent.click(await screen.findByRole('button', { name: 'Sign in again' }));
  await screen.findByRole('link', { name: SINGLE });
  await focus();
  expect(screen.getByRole('dialog')).toBeTruthy();
  fresh = true;
  await focus();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByRole('button', { name: 'Add a passkey' })).toBeTruthy();
});
