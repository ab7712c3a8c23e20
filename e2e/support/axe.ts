import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What depends on colours; everything else axe looks at is the same in every scheme. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** Nothing that axe finds wrong. Every page is one document without frames, so no second tab is opened for the answer. */
export async function expectNoViolations(page: Page, only?: 'colours'): Promise<void> {
  await unstick(page);
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ['violations'],
    runOnly:
      only === 'colours' ? { type: 'rule', values: ofColours } : { type: 'tag', values: tags },
  });
  const { violations } = await axe.analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html ?? ''}`)).toEqual([]);
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

export const schemes = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const;
