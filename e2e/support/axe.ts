import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that depend on colours; the results of all others are the same in every scheme. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** Expects that axe finds nothing wrong, once the page has its title and no part of it is still loading. */
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

/** Opens everything on a page that can be unfolded. */
export const unfoldAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details'))
      fold.open = true;
  });

/** Makes sticky bars at the bottom static: axe would complain about what they cover, which people reach by scrolling. */
const unstick = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const bar of document.querySelectorAll<HTMLElement>('main *'))
      if (getComputedStyle(bar).position === 'sticky' && getComputedStyle(bar).bottom === '0px')
        bar.style.position = 'static';
  });

/** Finishes animations: colours change gradually with the scheme, and a page in the background may draw no frames to wait for. */
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
/** The schemes in which axe checks a page in this language and width: they take turns. `QADAM_WHOLE_MATRIX=1` checks all combinations. */
export function schemesOf(language: 'en' | 'ru' | 'kk', width: number): readonly Scheme[] {
  if (whole) return ['light', 'dark', 'forced'];
  if (language === 'kk') return ['forced'];
  return (language === 'en') === (width === 1440) ? ['light', 'dark'] : [];
}

/** Checks the page in each of the schemes: all rules in the light one, only colours in the others. */
export async function expectNoViolationsIn(page: Page, shown: readonly Scheme[]): Promise<void> {
  for (const scheme of shown) {
    await page.emulateMedia(schemes[scheme]);
    await expectNoViolations(page, scheme === 'light' ? undefined : 'colours');
    if (scheme === 'forced') expect(await textsOnTheirOwnColour(page)).toEqual([]);
  }
}

/**
 * Texts that cannot be read in forced colours: the system draws a plate in the colour of the canvas behind every text, so a text in that
 * colour vanishes. Axe does not notice.
 */
const textsOnTheirOwnColour = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'Canvas';
    const canvas = getComputedStyle(probe).color;
    probe.remove();
    return [...document.querySelectorAll('body *')]
      .filter((one) => one instanceof HTMLElement && one.checkVisibility())
      .filter((one) =>
        [...one.childNodes].some((text) => text.nodeType === 3 && text.nodeValue?.trim()),
      )
      .filter((one) => {
        const { color, forcedColorAdjust } = getComputedStyle(one);
        return color === canvas && forcedColorAdjust !== 'none';
      })
      .map((one) => one.outerHTML.slice(0, 200));
  });
