import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What depends on colours; everything else axe looks at is the same in every scheme. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** Nothing that axe finds wrong, once the page is there: its title stands and no part of it is still loading. */
export async function expectNoViolations(page: Page, only?: 'colours'): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await unstick(page);
  await comeToRest(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async (runOnly) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
        resultTypes: ['violations'],
        runOnly,
      });
      return violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`);
    },
    only === 'colours'
      ? { type: 'rule' as const, values: ofColours }
      : { type: 'tag' as const, values: tags },
  );
  expect(found).toEqual([]);
}

/** Everything of a page that folds, unfolded. */
export const unfoldAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details'))
      fold.open = true;
  });

/** What lies under a bar that stays is reached by scrolling; axe judges one place of the page. */
const unstick = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const bar of document.querySelectorAll<HTMLElement>('main *'))
      if (getComputedStyle(bar).position === 'sticky' && getComputedStyle(bar).bottom === '0px')
        bar.style.position = 'static';
  });

/** Where the scheme has just changed, colours are on their way to the other one: they arrive. A page that nobody sees may draw no frame to wait for. */
const comeToRest = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const one of document.getAnimations())
      if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish();
  });

export const schemes = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const;

export type Scheme = keyof typeof schemes;

const whole = process.env['QADAM_WHOLE_MATRIX'] !== undefined;
/** What axe looks at: all rules in light, colours alone in another scheme; the languages take turns. `QADAM_WHOLE_MATRIX=1` crosses all of it. */
export function schemesOf(language: 'en' | 'ru' | 'kk', width: number): readonly Scheme[] {
  if (whole) return ['light', 'dark', 'forced'];
  if (language === 'kk') return ['forced'];
  return (language === 'en') === (width === 1440) ? ['light', 'dark'] : [];
}

/** Nothing wrong in the schemes, one after the other. */
export async function expectNoViolationsIn(page: Page, shown: readonly Scheme[]): Promise<void> {
  for (const scheme of shown) {
    await page.emulateMedia(schemes[scheme]);
    await expectNoViolations(page, scheme === 'light' ? undefined : 'colours');
  }
}
