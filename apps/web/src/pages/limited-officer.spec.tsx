import { describe, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import type { Me } from '../desk/auth.ts';
import { renderApp } from '../testing/render-app.tsx';
import { officer } from '../testing/render-desk.tsx';
import { observation } from '../testing/review.fixture.ts';
import { signIn } from '../testing/work-api.ts';

const limited: Me = { ...officer, areas: ['KGZ'] };
const name = (text: string) => ({ lang: 'en', text });
const duties = [
  {
    ...{ area: 'KGZ', areaName: name('Kyrgyzstan'), cycle: 2025, opensOn: '2026-01-10' },
    ...{ dueOn: '2026-03-31', daysLeft: 3, assigned: 1, filled: 0, submitted: 0, returned: 0 },
    ...{ asked: 0, approved: 0, mine: 0, mineMissing: 0 },
  },
];

describe('an officer who is limited to countries', () => {
  it('records other official values there, and finds the way to the quality of the country', async () => {
    signIn(limited, { duties, workObservation: observation });
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
    signIn(limited, {
      ...{ duties, reopenings: [waiting] },
      reviewQueue: { submitted: [], approved: [], returned: [], batches: [], returns: [] },
      deskSummary: { late: 0, toReview: 0, openQuestions: 0, readyToPublish: 0, outstanding: [] },
    });
    await renderApp('/en/review', {});
    await screen.findByRole('button', { name: 'Open for Aida: Orders' });
  });
});
