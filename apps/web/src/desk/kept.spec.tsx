import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GraphQLError } from 'graphql';
import { deskApi } from '../testing/desk-api.ts';
import { renderApp } from '../testing/render-app.tsx';

const broken = () => {
  throw new GraphQLError('broken', { extensions: { code: 'INTERNAL', requestId: 'req-42' } });
};

describe('what was read stays where the next does not come, and the trouble is said:', () => {
  it('the language that was chosen', async () => {
    let asked = 0;
    deskApi(
      { role: 'DONOR' },
      {
        ownSessions: [],
        ownLanguage: () => (asked++ === 0 ? 'en' : broken()),
        chooseLanguage: { problems: [] },
      },
    );
    await renderApp('/en/account', {});
    const field = await screen.findByLabelText(/Language of e-mails/);
    await userEvent.selectOptions(field, 'ru');
    expect((await screen.findByRole('alert')).textContent).toContain('Reference: req-42');
    expect(field.isConnected).toBe(true);
  });

  it.each([
    ['/en/publish/withdrawals', 'Withdrawals'],
    ['/en/admin/audit', 'Audit'],
  ])('the list of %s', async (path, title) => {
    const page = ({ after }: { after?: string }) =>
      after === undefined ? { withdrawals: [], events: [], next: 'x' } : broken();
    deskApi(
      { role: path.includes('admin') ? 'ADMIN' : 'OFFICER' },
      {
        withdrawals: page,
        auditEvents: page,
        publishedPlaces: { areas: [], indicators: [] },
        auditOperations: [],
        areaNames: [],
        organisations: [],
      },
    );
    await renderApp(path, {});
    await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Reference: req-42');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain(title);
  });
});
