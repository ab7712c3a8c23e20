import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { officer, renderDesk } from '../../testing/render-desk.tsx';
import { PlanningProgress } from './planning-progress.tsx';

const shown = (releasePlanning: object | null) =>
  renderDesk(<PlanningProgress />, {
    me: officer,
    answers: { ReleasePlanning: () => ({ releasePlanning }) },
  });

it('says how far the planning of what is hidden has come', async () => {
  await shown({ planned: 3, tables: 12 });
  expect(screen.getByRole('status').textContent).toContain('3 of 12 parts done');
  expect(screen.getByRole('progressbar').getAttribute('value')).toBe('3');
});

it('says nothing while nothing is planned', async () => {
  await shown(null);
  expect(screen.getByRole('status').textContent).toBe('');
});
