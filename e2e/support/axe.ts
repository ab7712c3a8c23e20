import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What depends on colours; everything else axe looks at is the same in every scheme. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** Nothing that axe finds wrong. Every page is one document without frames, so no second tab is opened for the answer. */
export async function expectNoViolations(page: Page, only?: 'colours'): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ['violations'],
    runOnly:
      only === 'colours' ? { type: 'rule', values: ofColours } : { type: 'tag', values: tags },
  });
  const { violations } = await axe.analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html ?? ''}`)).toEqual([]);
}

export const schemes = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const;
