import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { deskApi, lastInput } from '../testing/desk-api.ts';
import { renderApp } from '../testing/render-app.tsx';

const text = (en: string) => ({ lang: 'en', text: en });
const user = {
  id: 'u1',
  email: 'aida@stat.example',
  name: 'Aida',
  role: 'REPORTER',
  area: 'KGZ',
  organisation: { id: 'o1', name: text('Statistics') },
  version: 3,
  hasPassword: true,
  secondFactor: false,
  linkUntil: null,
  sessions: 1,
  lastSignedInAt: '2026-11-24T08:00:00.000Z',
  disabledAt: null,
  language: 'ru',
  erasedAt: null,
  newEmail: null,
  pending: false,
};
const answers = {
  areaNames: [
    { code: 'KGZ', name: text('Kyrgyzstan') },
    { code: 'UZB', name: text('Uzbekistan') },
  ],
  organisations: [
    {
      id: 'o1',
      code: 'STAT',
      area: null,
      names: [text('Statistics')],
      version: 1,
      users: 1,
      assignments: 2,
      mailbox: 'data@stat.example',
    },
  ],
  users: { users: [user], next: null },
  userSessions: [
    {
      id: 's1',
      createdAt: '2026-11-24T08:00:00.000Z',
      lastSeenAt: '2026-11-24T09:00:00.000Z',
      current: false,
    },
  ],
};
const press = (name: string | RegExp, inside: HTMLElement = document.body) =>
  act(async () => {
    fireEvent.click(within(inside).getByRole('button', { name }));
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
/** The text of all announcements together. */
const told = async () =>
  (await screen.findAllByRole('status')).map(({ textContent }) => textContent).join(' ');
const type = (label: RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('the people of an administrator', () => {
  it('are listed with role, country, organisation and state', async () => {
    deskApi({ role: 'ADMIN' }, answers);
    await renderApp('/en/admin/users', {});
    const row = (await screen.findByText('Aida')).closest('li');
    expect(row?.textContent).toMatch(/Reporter · Kyrgyzstan.*Statistics.*active.*24 November 2026/);
  });

  it.each([
    [true, /sent to aida@stat\.example/],
    [false, /No mail server is set up.*cli\.js user link --email 'aida@stat\.example'/],
  ])('are invited by a mail; where none is sent, it says what to do (%s)', async (sends, said) => {
    const calls = deskApi({ role: 'ADMIN' }, { ...answers, inviteUser: { sends, problems: [] } });
    await renderApp('/en/admin/users', {});
    await screen.findByText('Aida');
    await press('Invite somebody');
    type(/^E-mail/, 'aida@stat.example');
    type(/^Name$/, 'Aida');
    type(/^Country/, 'KGZ');
    await press('Send the invitation');
    expect(await told()).toMatch(said);
    expect(lastInput(calls)).toMatchObject({ role: 'REPORTER', area: 'KGZ', organisation: null });
  });

  it('who stop being reporters lose their country', async () => {
    const calls = deskApi(
      { role: 'ADMIN' },
      { ...answers, changeUser: { user, problems: [{ code: 'VERSION_CONFLICT', params: [] }] } },
    );
    await renderApp('/en/admin/users', {});
    await screen.findByText('Aida');
    await press('Open the account of Aida');
    type(/^Role/, 'OFFICER');
    expect(screen.queryByLabelText(/^Country/)).toBeNull();
    await press('Save');
    expect(lastInput(calls)).toMatchObject({ role: 'OFFICER', area: null, expectedVersion: 3 });
    expect(screen.getByRole('alert').textContent).toContain('Somebody else changed this');
  });

  it('keep what was typed about them where the list cannot be read again', async () => {
    let read = 0;
    const users = () => {
      if (++read > 1) throw new Error('The database is away.');
      return answers.users;
    };
    const problems = [{ code: 'VERSION_CONFLICT', params: [] }];
    deskApi({ role: 'ADMIN' }, { ...answers, users, renewInvitation: { sends: false, problems } });
    await renderApp('/en/admin/users', {});
    await screen.findByText('Aida');
    await press('Open the account of Aida');
    type(/^Name$/, 'Aida B.');
    await press('Send a new link');
    expect(read).toBe(2);
    expect(screen.getByLabelText(/^Name$/)).toHaveProperty('value', 'Aida B.');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('get another address by a mail to it', async () => {
    const asked = { sends: true, problems: [] };
    const calls = deskApi({ role: 'ADMIN' }, { ...answers, changeUserEmail: asked });
    await renderApp('/en/admin/users', {});
    await screen.findByText('Aida');
    await press('Open the account of Aida');
    type(/^New e-mail/, 'aida@new.example');
    await press('Send a link');
    expect(await told()).toContain('sent to aida@new.example');
    expect(lastInput(calls)).toMatchObject({ email: 'aida@new.example', expectedVersion: 3 });
  });

  it('hand over to a colleague only, who is offered by name and address', async () => {
    const other = (id: string, more: object) => ({ ...user, id, name: id, ...more });
    const people = [
      user,
      other('colleague', { email: 'c@stat.example' }),
      other('abroad', { area: 'UZB' }),
      other('officer', { role: 'OFFICER', area: null }),
      other('gone', { disabledAt: '2026-11-24T08:00:00.000Z' }),
    ];
    const calls = deskApi(
      { role: 'ADMIN' },
      {
        ...answers,
        users: { users: people, next: null },
        handOverDuties: { user, problems: [] },
      },
    );
    await renderApp('/en/admin/users', {});
    await screen.findByText('Aida');
    await press('Open the account of Aida');
    const part = screen.getByText('Hand over to a colleague').closest('details');
    await act(async () => {
      if (part) part.open = true;
      fireEvent(part as HTMLElement, new Event('toggle'));
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    const choices = within(screen.getByRole('combobox', { name: 'Colleague' }));
    const names = choices.getAllByRole('option').map(({ textContent }) => textContent);
    expect(names).toEqual(['Choose', 'colleague, c@stat.example']);
    type(/^Colleague$/, 'colleague');
    await press('Hand over');
    expect(lastInput(calls)).toMatchObject({ from: 'u1', to: 'colleague', disable: true });
  });

  it('are erased once that was said twice, and then nothing can be done with them', async () => {
    const calls = deskApi(
      { role: 'ADMIN' },
      { ...answers, eraseUser: { user, problems: [{ code: 'USER_ERASED', params: [] }] } },
    );
    await renderApp('/en/admin/users', {});
    await screen.findByText('Aida');
    await press('Open the account of Aida');
    expect(screen.getByRole('button', { name: 'Erase' })).toHaveProperty('disabled', true);
    fireEvent.click(screen.getByLabelText(/^Erase Aida/));
    await press('Erase');
    expect(lastInput(calls)).toMatchObject({ user: 'u1', expectedVersion: 3 });
    expect(screen.getByRole('alert').textContent).toContain('This person was erased');
  });

  it('who were erased keep a pseudonym and no buttons', async () => {
    const erased = {
      ...user,
      name: '№ 7F3A21',
      email: 'erased-u1@erased.invalid',
      erasedAt: '2026-11-24T08:00:00.000Z',
      disabledAt: '2026-11-24T08:00:00.000Z',
    };
    deskApi({ role: 'ADMIN' }, { ...answers, users: { users: [erased], next: null } });
    await renderApp('/en/admin/users', {});
    await screen.findByText('№ 7F3A21');
    expect(screen.queryByText(/erased\.invalid/)).toBeNull();
    await press('Open the account of № 7F3A21');
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Close']);
  });

  it('can be read by an auditor, who changes nothing', async () => {
    deskApi({ role: 'AUDITOR' }, answers);
    await renderApp('/en/admin/users', {});
    await screen.findByText('Aida');
    expect(screen.queryByRole('button', { name: 'Invite somebody' })).toBeNull();
    await press('Open the account of Aida');
    expect(await screen.findByText('Open sessions')).toBeTruthy();
    for (const name of ['Save', 'Disable the account', 'Send a new link', 'End this session'])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('are not for an officer, who is told for whom they are', async () => {
    deskApi({ role: 'OFFICER' }, answers);
    await renderApp('/en/admin/users', {});
    expect(await screen.findByText(/This desk is for: Administrator, Auditor/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Audit' })).toBeNull();
  });
});

describe('accounts that wait for a second person', () => {
  const pending = (id: string, mayConfirm: boolean) => ({
    id,
    version: 4,
    name: id,
    email: `${id}@stat.example`,
    role: 'OFFICER',
    areas: id === 'Aida' ? [text('Uzbekistan')] : [],
    acts: [{ act: 'INVITED', by: 'Boris', at: '2026-11-24T08:00:00.000Z' }],
    mayConfirm,
  });

  it('are confirmed by an officer, at the version that was looked at', async () => {
    const calls = deskApi(
      { role: 'OFFICER' },
      {
        ...answers,
        pendingAccounts: [pending('Aida', true), pending('Own', false)],
        confirmAccount: { problems: [] },
      },
    );
    await renderApp('/en/admin/confirmations', {});
    const row = (await screen.findByText('Aida')).closest('li');
    expect(row?.textContent).toMatch(
      /aida@stat\.example.*invited by Boris.*Programme officer · Uzbekistan/i,
    );
    expect(screen.getByText('Own').closest('li')?.textContent).toMatch(/Somebody else has to/);
    await press('Confirm the account of Aida');
    expect(lastInput(calls)).toMatchObject({ user: 'Aida', expectedVersion: 4 });
    expect(screen.getByText('The account of Aida can be used now.')).toBeTruthy();
  });

  it('are read by an auditor, who confirms nothing', async () => {
    deskApi({ role: 'AUDITOR' }, { ...answers, pendingAccounts: [pending('Aida', false)] });
    await renderApp('/en/admin/confirmations', {});
    const row = (await screen.findByText('Aida')).closest('li');
    expect(row?.textContent).not.toMatch(/Confirm|Somebody else/);
  });

  it('are no matter of a reporter', async () => {
    deskApi({ role: 'REPORTER' }, answers);
    await renderApp('/en/admin/confirmations', {});
    expect(await screen.findByText(/This desk is for: Programme officer, Admin/)).toBeTruthy();
  });
});

describe('the audit', () => {
  const event = {
    number: '7',
    at: '2026-11-24T08:00:00.000Z',
    actor: { id: 'u2', name: 'Boris', role: 'ADMIN' },
    role: 'ADMIN',
    operation: 'CHANGE_USER',
    subject: 'user u1',
    subjectName: 'Aida',
    area: 'KGZ',
    changes: [
      { field: 'role', before: 'DONOR', after: 'REPORTER' },
      { field: 'organisation', before: 'o1', after: 'o1' },
    ],
  };
  const found = {
    ...answers,
    auditEvents: { events: [event], next: null },
    auditOperations: ['CHANGE_USER', 'SOMETHING_NEW'],
    verifyAudit: { intact: true, events: 7, head: 'abc123', brokenAt: null },
  };

  it('says in words what was done, by whom, to whom, and what is different', async () => {
    deskApi({ role: 'AUDITOR' }, found);
    await renderApp('/en/admin/audit', {});
    const row = (await screen.findByRole('heading', { name: 'Account changed' })).closest('li');
    expect(row?.textContent).toMatch(/Boris · Administrator.*Event 7.*Kyrgyzstan · Aida/);
    expect(row?.textContent).toMatch(/Role.*before Donor.*after Reporter/);
    expect(row?.textContent).toMatch(/1 unchanged.*Statistics/);
  });

  it('is searched by what the address says, and saved as the same file', async () => {
    const calls = deskApi({ role: 'AUDITOR' }, found);
    await renderApp('/en/admin/audit?who=boris', {});
    await screen.findByRole('heading', { name: 'Account changed' });
    const asked = calls.map(({ body }) => body['variables'] as { filter?: object } | undefined);
    expect(asked.findLast((given) => given?.filter)?.filter).toEqual({ who: 'boris' });
    const link = screen.getByRole('link', { name: 'Download as CSV' });
    expect(link.getAttribute('href')).toBe('/work/audit.csv?who=boris');
    const choices = within(screen.getByRole('combobox', { name: 'What was done' }));
    expect(choices.getByRole('option', { name: 'SOMETHING_NEW' })).toBeTruthy();
  });

  it.each([
    [found.verifyAudit, /The chain is whole: 7 events.*abc123/],
    [{ intact: false, events: null, head: null, brokenAt: 3 }, /broken at event 3/],
  ])('tells whether the chain is whole', async (verifyAudit, said) => {
    deskApi({ role: 'AUDITOR' }, { ...found, verifyAudit });
    await renderApp('/en/admin/audit', {});
    await screen.findByRole('heading', { name: 'Account changed' });
    await press('Verify the chain');
    const told = screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(told.join('')).toMatch(said);
  });
});
