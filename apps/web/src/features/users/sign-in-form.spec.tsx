import { describe, expect, jest, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RequestFailed } from '../../desk/auth.ts';
import { renderDesk, reporter } from '../../testing/render-desk.tsx';
import type { Session } from '../../desk/session.ts';
import { homeOf, isOwnPath } from './home-of.ts';
import { SignInForm } from './sign-in-form.tsx';

const refused =
  (code: string, retryAfter: number | null = null) =>
  () =>
    Promise.reject(new RequestFailed({ code, requestId: 'abc', retryAfter }));

async function show(signIn: Session['signIn']) {
  await renderDesk(<SignInForm />, { me: null, session: { signIn } });
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText('E-mail'), 'reporter@example.org');
  await user.type(screen.getByLabelText('Password'), 'a long password');
  return user;
}
const press = async (user: ReturnType<typeof userEvent.setup>) =>
  user.click(screen.getByRole('button', { name: 'Sign in' }));

describe('signing in', () => {
  test('sends e-mail and password', async () => {
    const signIn = jest.fn<Session['signIn']>(() => Promise.resolve(reporter));
    await press(await show(signIn));
    await waitFor(() =>
      expect(signIn).toHaveBeenCalledWith('reporter@example.org', 'a long password'),
    );
  });

  test('does not tell which of the two is wrong', async () => {
    await press(await show(refused('UNAUTHENTICATED')));
    expect((await screen.findByRole('alert')).textContent).toBe('E-mail or password is wrong.');
  });

  test('says how long to wait after many attempts', async () => {
    await press(await show(refused('RATE_LIMITED', 7)));
    expect((await screen.findByRole('alert')).textContent).toMatch(/wait 7 seconds/);
  });

  test('says that the account waits for a second person', async () => {
    await press(await show(refused('PENDING_CONFIRMATION')));
    expect((await screen.findByRole('alert')).textContent).toMatch(/second person confirms/);
  });

  test('shows the password when asked to', async () => {
    const user = await show(refused('UNAUTHENTICATED'));
    await user.click(screen.getByRole('button', { name: /Show/ }));
    expect(screen.getByLabelText<HTMLInputElement>('Password').type).toBe('text');
  });
});

describe('after signing in', () => {
  test('each role begins at its own desk', () => {
    expect(homeOf('REPORTER', 'ru')).toBe('/ru/report');
    expect(homeOf('OFFICER', 'en')).toBe('/en/review');
    expect(homeOf('DONOR', 'en')).toBe('/en');
  });

  test('only a path of this site is followed', () => {
    expect(isOwnPath('/en/report?x=1')).toBe(true);
    for (const path of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/\t/evil.example',
    ])
      expect(isOwnPath(path)).toBe(false);
  });
});
