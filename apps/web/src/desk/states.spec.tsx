import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import type { Role } from '@qadam/domain';
import { renderApp } from '../testing/render-app.tsx';

const desks: Partial<Record<Role, string[]>> = {
  REPORTER: ['/report', '/report/KGZ/2025', '/import', '/values/x'],
  OFFICER: [
    '/review',
    '/review/x',
    '/review/quality',
    '/review/quality?c=KGZ',
    '/targets',
    '/targets/KGZ',
    '/publish',
    '/publish/withdrawals',
    '/publish/agreements',
    '/framework',
    '/framework/indicators/A4.2',
    '/framework/cycles',
    '/framework/rules',
    '/framework/series',
  ],
  ADMIN: [
    '/admin',
    '/admin/users',
    '/admin/confirmations',
    '/admin/organisations',
    '/admin/help-lines',
    '/admin/audit',
    '/admin/translations',
    '/admin/translations?of=INDICATOR A4.2&in=kk',
    '/admin/outbox',
  ],
  DONOR: ['/following', '/account'],
};
const pairs = (of: Partial<Record<Role, string[]>>) =>
  Object.entries(of).flatMap(([role, paths]) => paths.map((path) => [path, role as Role] as const));
const everyDesk = pairs(desks);

const ofOfficers = [
  '/review',
  '/publish',
  '/review/quality',
  '/framework',
  '/framework/cycles',
  '/framework/rules',
];
const ofAdministration = [
  '/admin/users',
  '/admin/organisations',
  '/admin/help-lines',
  '/admin/audit',
];
const closed: Partial<Record<Role, string[]>> = {
  REPORTER: [...ofOfficers, ...ofAdministration],
  ADMIN: ofOfficers,
  DONOR: [...ofOfficers, ...ofAdministration, '/admin/confirmations', '/report/KGZ/2025'],
};

/** Serves the desks to a person of this role, with the same answer to every query; undefined: no answer yet. */
function serve(role: Role, answer: object | undefined): void {
  const json = (body: object, status = 200) =>
    Promise.resolve(
      new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json' },
      }),
    );
  const area = role === 'REPORTER' ? 'KGZ' : null;
  globalThis.fetch = (url) => {
    if (url === '/auth/me')
      return json({ id: 'me', email: 'me@example.org', name: 'Me', demo: false, role, area });
    const status = url === '/auth/second-factor' ? 500 : 200;
    return answer === undefined ? new Promise(() => undefined) : json(answer, status);
  };
}
const broken = {
  errors: [{ message: 'broken', extensions: { code: 'INTERNAL', requestId: 'req-42' } }],
};

describe('every desk', () => {
  it.each(everyDesk)(
    '%s names the reference of a fault and offers another try',
    async (path, role) => {
      serve(role, broken);
      await renderApp(`/en${path}`, {});
      const alerts = await screen.findAllByRole('alert');
      expect(alerts[0]?.textContent).toContain('Reference: req-42');
      expect(screen.getAllByRole('button', { name: 'Try again' }).length).toBeGreaterThan(0);
      expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    },
  );

  it('of another country does not exist, and a search leads on to the public pages', async () => {
    serve('REPORTER', undefined);
    await renderApp('/en/report/UZB/2025', {});
    expect(await screen.findByText('This page does not exist')).toBeTruthy();
    const field = screen.getByRole('searchbox');
    expect(field.closest('form')?.getAttribute('action')).toBe('/en/search');
  });

  it.each(pairs(closed))('%s does not open to %s, and says whose it is', async (path, role) => {
    serve(role, undefined);
    await renderApp(`/en${path}`, {});
    const main = (await screen.findByText('This desk is not open to you')).closest('main');
    const theirs = { admin: 'Administrator', report: 'Reporter' }[path.split('/')[1] ?? ''];
    expect(main?.textContent).toContain(theirs ?? 'Programme officer');
  });

  it.each(everyDesk)('%s holds its place while it waits', async (path, role) => {
    serve(role, undefined);
    await renderApp(`/en${path}`, {});
    await screen.findAllByText('Loading');
    expect(document.querySelector('main [aria-busy="true"]')).not.toBeNull();
  });
});
