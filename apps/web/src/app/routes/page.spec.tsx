import { createMemoryHistory } from '@tanstack/react-router';
import { expect, it } from '@jest/globals';
import type { AppContext } from '../context.ts';
import { createAppRouter } from '../router.tsx';

const { routesById } = createAppRouter({} as AppContext, createMemoryHistory());
const pages = Object.entries(routesById).filter(([, { options }]) => options.staticData?.module);

it.each(pages)('finds the page of %s under the name its route gives', async (_, { options }) => {
  const Page = options.component as { preload?: () => Promise<void>; (): { type: unknown } };
  await Page.preload?.();
  expect(typeof Page().type).toBe('function');
});
