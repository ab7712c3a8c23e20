import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { deskApi } from '../testing/desk-api.ts';
import { renderApp } from '../testing/render-app.tsx';

const systemHealth = {
  version: '1.0.0',
  database: '17.5',
  databaseMegabytes: 1536,
  migration: 'migration-20261126-1',
  sendsMail: true,
  mailsWaiting: 2,
  mailsFailed: 0,
  release: '2026.2',
  releasedAt: '2026-11-24T08:00:00.000Z',
  diskFreeMegabytes: 51_200,
  diskPercentFree: 40,
  jobs: [
    { name: 'mail-plan', waiting: 0, done: 90, failed: 0, lastDoneAt: '2026-11-24T09:00:00.000Z' },
    { name: 'mail-send', waiting: 1, done: 3, failed: 0, lastDoneAt: null },
  ],
};
const tile = async (name: string) =>
  (await screen.findByRole('heading', { name, level: 2 })).closest('li')?.textContent;

describe('the first page of an administrator', () => {
  it('says of database, mail, jobs, release and disk that they are in order', async () => {
    deskApi({ role: 'ADMIN' }, { systemHealth });
    await renderApp('/en/admin', {});
    expect(await tile('Database')).toContain('in order');
    expect(await tile('Database')).toContain('PostgreSQL 17.5, 1,536 MB');
    expect(await tile('Mail')).toContain('2 waiting, 0 given up');
    expect(await tile('Jobs')).toContain('in order');
    expect(await tile('Last release')).toContain('2026.2, 24 November 2026');
    expect(await tile('Disk')).toMatch(/in order.*50\.0 GB free \(40\s?%\)/);
    const table = screen.getByRole('table', { name: 'Jobs' });
    expect(
      within(table).getByRole('row', { name: /writing e-mails.* 0 90 0 24 Nov/ }),
    ).toBeTruthy();
    expect(within(table).getByRole('row', { name: 'sending e-mails 1 3 0 –' })).toBeTruthy();
  });

  it('says in a word where to look: mails and jobs given up, a full disk, no release', async () => {
    const job = { name: 'mail-send', waiting: 0, done: 0, failed: 3, lastDoneAt: null };
    const ill = { mailsFailed: 4, jobs: [job], diskPercentFree: 3, release: null };
    deskApi({ role: 'ADMIN' }, { systemHealth: { ...systemHealth, ...ill } });
    await renderApp('/en/admin', {});
    expect(await tile('Mail')).toMatch(/look here.*4 given up.*Mail/);
    expect(await tile('Jobs')).toMatch(/look here.*3 given up in the last 24 hours/);
    expect(await tile('Last release')).toMatch(/look here.*None yet/);
    expect(await tile('Disk')).toContain('look here');
  });

  it('is not for an officer', async () => {
    deskApi({ role: 'OFFICER' }, { systemHealth });
    await renderApp('/en/admin', {});
    expect(await screen.findAllByText(/Administrator/)).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Database' })).toBeNull();
  });
});
