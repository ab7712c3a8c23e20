import { jest } from '@jest/globals';
import { createMemoryHistory } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '../app/app.tsx';
import { publicReads } from '../app/public-reads.ts';
import { createAppRouter } from '../app/router.tsx';
import type { IndicatorData } from '../features/indicators/indicator-data.ts';
import { indicatorData } from '../features/indicators/indicator.fixture.ts';
import { publicApi } from './public-api.ts';
import { testContext } from './test-context.ts';

/** The page of an indicator in English, with the data it is given. */
export async function openIndicator(
  path: string,
  data: IndicatorData | null = indicatorData(),
  more: object = {},
) {
  const indicator = jest.fn(() => data);
  const context = await testContext({
    ask: publicReads(publicApi({ indicator, ...more })),
    origin: 'https://qadam.example',
    demo: true,
    help: false,
    session: false,
  });
  const router = createAppRouter(context, createMemoryHistory({ initialEntries: [`/en${path}`] }));
  await router.load();
  render(<App router={router} context={context} />, { container: document });
  await screen.findByRole('heading', { level: 1 });
  return { router, asked: indicator, user: userEvent.setup({ document }) };
}

/** The numbers of its chart. */
export const chartTable = () => screen.getByRole('table', { name: /numbers of the chart/i });
