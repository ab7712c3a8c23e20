import type { Page } from '@playwright/test';

/** Texts that do not fit their box, because they are cut off or overflow it; without boxes that scroll and texts for screen readers only. */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ownText = (element: Element) =>
      [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent?.trim() ?? '')
        .join(' ')
        .trim();
    const isOnlyHeard = (element: Element | null): boolean =>
      element !== null &&
      (element.matches('.visually-hidden') ||
        getComputedStyle(element).clipPath === 'inset(50%)' ||
        isOnlyHeard(element.parentElement));
    return [...document.body.querySelectorAll<HTMLElement>('*')]
      .filter((element) => {
        if (ownText(element) === '' || element.closest('svg, pre, textarea, select')) return false;
        if (isOnlyHeard(element)) return false;
        const { overflowX, display } = getComputedStyle(element);
        if (display === 'inline' || overflowX === 'auto' || overflowX === 'scroll') return false;
        return element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
      })
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className}: ${ownText(element).slice(0, 80)}`,
      );
  });
}
