import { describe, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import type { Me } from '../desk/auth.ts';
import { deskApi } from '../testing/desk-api.ts';
import { renderApp } from '../testing/render-app.tsx';
import { officer } from '../testing/render-desk.tsx';
import { observation } from '../testing/review.fixture.ts';

const limited: Me = { ...officer, areas: ['KGZ'] };
const name = (text: string) => ({ lang: 'en', text });
const reportingAreas = [{ code: 'KGZ', name: name('Kyrgyzstan') }];

describe('an officer who is limited to countries', () => {
  it('records other official values there, and finds the way to the quality of the country', async () => {
    deskApi(limited, { reportingAreas, workObservation: observation });
    await renderApp('/en/values/observation-1', {});
    await screen.findByText('Record another official value');
    screen.getByRole('link', { name: 'Data quality: Kyrgyzstan through the years' });
  });

  it('opens locked cells there', async () => {
    const waiting = {
      ...{ id: 'r1', area: 'KGZ', year: 2024, indicator: 'A5.2', state: 'WAITING' },
      ...{ indicatorName: name('Orders'), person: { id: 'p1', name: 'Aida', role: 'REPORTER' } },
      ...{ reason: 'A late court', requestedAt: '2026-04-01T06:00:00Z', until: null },
      ...{ note: null, decidedBy: null },
    };
    deskApi(limited, {
      ...{ reportingAreas, reopenings: [waiting] },
      reviewQueue: { submitted: [], approved: [], returned: [], batches: [], returns: [] },
      deskSummary: { late: 0, toReview: 0, openQuestions: 0, readyToPublish: 0, outstanding: [] },
    });
    await renderApp('/en/review', {});
    await screen.findByRole('button', { name: 'Open until then: Aida, Orders' });
  });
});
