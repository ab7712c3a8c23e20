import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { NextStep } from '../../desk/auth.ts';
import type { Session } from '../../desk/session.ts';
import { officer, renderDesk } from '../../testing/render-desk.tsx';
import { OwnSecondFactor } from './own-second-factor.tsx';
import { SignInForm } from './sign-in-form.tsx';

type Answers = Record<string, () => [number, object]>;

/** Answers of the API by path; records what was asked. */
function answers(given: Answers) {
  const asked: { path: string; body: unknown }[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation((path, init) => {
    const name = (path as string).replace('/auth/second-factor', '');
    asked.push({ path: name, body: init?.body ? JSON.parse(init.body as string) : null });
    const [status, body] = given[name]?.() ?? [404, {}];
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  return asked;
}
afterEach(() => {
  jest.restoreAllMocks();
});

const wrong = {
  problems: [{ code: 'FACTOR_CODE_WRONG', field: 'code', params: [] }],
  account: null,
};
const right = { problems: [], account: officer };
const offer = {
  secret: 'JBSWY3DPEHPK3PXP',
  uri: 'otpauth://totp/Qadam:a?secret=JBSW',
  offer: 'sealed',
};
const recoveryCodes = ['ABCDEF-GHJKMN-PQRSTV-WXYZ01', '222222-333333-444444-555555'];

/** Renders the form as it is after a correct password. */
async function afterPassword(next: NextStep) {
  const signedIn = jest.fn<Session['signedIn']>();
  const signIn = jest.fn<Session['signIn']>(() => Promise.resolve(next));
  await renderDesk(<SignInForm />, { me: null, session: { signIn, signedIn } });
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText('E-mail'), 'officer@example.org');
  await user.type(screen.getByLabelText('Password'), 'a long password');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  return { user, signedIn };
}

describe('after the password', () => {
  test('the code of the app is asked for, and nobody is signed in before it', async () => {
    let isRight = false;
    const asked = answers({ '/code': () => [200, isRight ? right : wrong] });
    const { user, signedIn } = await afterPassword({ step: 'SHOW_FACTOR', factors: ['TOTP'] });
    const field = await screen.findByLabelText(/^Code/);
    expect(screen.queryByRole('button', { name: 'Use a passkey' })).toBeNull();
    await user.type(field, '111111');
    await user.click(screen.getByRole('button', { name: 'Confirm' }));
    expect(await screen.findByText(/was used before/)).toBeTruthy();
    expect(signedIn).not.toHaveBeenCalled();
    isRight = true;
    await user.type(field, '222222');
    await user.click(screen.getByRole('button', { name: 'Confirm' }));
    await waitFor(() => expect(signedIn).toHaveBeenCalledWith(officer));
    expect(asked.at(-1)).toEqual({ path: '/code', body: { code: '222222' } });
  });

  test('says that it took too long, and starts again', async () => {
    const late = { errors: [{ extensions: { code: 'UNAUTHENTICATED', requestId: 'abc' } }] };
    answers({ '/code': () => [401, late] });
    const { user } = await afterPassword({ step: 'SHOW_FACTOR', factors: ['TOTP', 'PASSKEY'] });
    expect(await screen.findByRole('button', { name: 'Use a passkey' })).toBeTruthy();
    await user.type(screen.getByLabelText(/^Code/), '111111');
    await user.click(screen.getByRole('button', { name: 'Confirm' }));
    expect(await screen.findByText(/sign in/i, { selector: '[role=alert] *, li' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Start again' }));
    expect(await screen.findByLabelText('Password')).toBeTruthy();
  });

  test('who must have one sets it up, keeps the recovery codes, and only then goes on', async () => {
    answers({
      '/authenticator/offer': () => [200, offer],
      '/authenticator': () => [200, { ...right, recoveryCodes }],
    });
    const { user, signedIn } = await afterPassword({ step: 'SET_UP_FACTOR', factors: [] });
    await user.click(await screen.findByRole('button', { name: 'Set up an app' }));
    expect(await screen.findByRole('img', { name: /QR code/ })).toBeTruthy();
    expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeTruthy();
    await user.type(screen.getByLabelText('Six digits of the app'), '123456');
    await user.click(screen.getByRole('button', { name: 'Confirm' }));
    for (const code of recoveryCodes) expect(await screen.findByText(code)).toBeTruthy();
    expect(signedIn).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'I have kept the codes' }));
    expect(signedIn).toHaveBeenCalledWith(officer);
  });
});

describe('the own second factor', () => {
  const own = {
    authenticatorSince: '2026-11-01T10:00:00Z',
    passkeys: [
      { id: '1', name: 'My telephone', createdAt: '2026-11-02T10:00:00Z', lastUsedAt: null },
    ],
    recoveryCodes: 3,
    needed: true,
    fresh: true,
  };

  test('is shown, removed, and its recovery codes made anew', async () => {
    const asked = answers({
      '': () => [200, own],
      '/passkeys/remove': () => [200, { problems: [] }],
      '/recovery-codes': () => [200, { problems: [], recoveryCodes }],
    });
    await renderDesk(<OwnSecondFactor />, { me: officer });
    const user = userEvent.setup();
    expect(await screen.findByText('3 recovery codes left')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Remove My telephone' }));
    expect(await screen.findByText('Removed.')).toBeTruthy();
    expect(asked.find(({ path }) => path === '/passkeys/remove')?.body).toEqual({ id: '1' });
    await user.click(screen.getByRole('button', { name: 'Make new recovery codes' }));
    expect(await screen.findByText(recoveryCodes[0] ?? '')).toBeTruthy();
  });

  test('is changed after signing in again only, where that was long ago', async () => {
    answers({ '': () => [200, { ...own, fresh: false }] });
    await renderDesk(<OwnSecondFactor />, { me: officer });
    const part = await screen.findByRole('region', { name: 'Second factor' });
    expect(await within(part).findByText(/more than 15 minutes ago/)).toBeTruthy();
    expect(within(part).queryByRole('button', { name: /Remove|Add|Make/ })).toBeNull();
    expect(within(part).getByRole('button', { name: 'Sign in again' })).toBeTruthy();
  });
});
