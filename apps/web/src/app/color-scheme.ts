import { useEffect, useSyncExternalStore } from 'react';

export const colorChoices = ['auto', 'light', 'dark'] as const;
export type ColorChoice = (typeof colorChoices)[number];

/** The same key as in public/assets/color-scheme.js, which sets the colours before the first paint. */
export const colorKey = 'qadam.theme';

/** The choice of this visit, for a browser that stores nothing. */
let unstored: string | null = null;

function chosen(): ColorChoice {
  let stored = unstored;
  try {
    stored = localStorage.getItem(colorKey);
  } catch {
    // stays with the choice of this visit
  }
  return colorChoices.find((choice) => choice === stored) ?? 'auto';
}

/** Everything that follows the colours listens to the event that other tabs get from the browser; this tab sends it to itself. */
export function chooseColors(choice: ColorChoice): void {
  unstored = choice;
  const event = { key: colorKey, newValue: choice };
  try {
    if (choice === 'auto') localStorage.removeItem(colorKey);
    else localStorage.setItem(colorKey, choice);
    dispatchEvent(new StorageEvent('storage', { ...event, storageArea: localStorage }));
  } catch {
    dispatchEvent(new StorageEvent('storage', event));
  }
}

function subscribe(onChange: () => void): () => void {
  addEventListener('storage', onChange);
  return () => removeEventListener('storage', onChange);
}

/** What was chosen in this browser: the server marks nothing. */
export const useColorChoice = (): ColorChoice =>
  useSyncExternalStore(subscribe, chosen, () => 'auto');

/** Keeps the document in the colours chosen, or else those of the system; `light` whatever was chosen. */
export function useColorScheme(light: boolean): void {
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      const choice = chosen();
      const dark = !light && (choice === 'dark' || (choice === 'auto' && system.matches));
      document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
    };
    apply();
    system.addEventListener('change', apply);
    const unsubscribe = subscribe(apply);
    return () => {
      system.removeEventListener('change', apply);
      unsubscribe();
    };
  }, [light]);
}
