import { useEffect, useSyncExternalStore } from 'react';
import { storedChoice } from '../ui/stored-choice.ts';

export const colorChoices = ['auto', 'light', 'dark'] as const;
export type ColorChoice = (typeof colorChoices)[number];

/** The same key as in public/color-scheme.js, which sets the colours before the first paint. */
export const colorKey = 'qadam.theme';

const stored = storedChoice(colorKey);
const chosen = (): ColorChoice => colorChoices.find((choice) => choice === stored.read()) ?? 'auto';

export const chooseColors = (choice: ColorChoice): void =>
  stored.write(choice === 'auto' ? null : choice);

/** The colours chosen in this browser. The server does not know them, so it renders "auto". */
export const useColorChoice = (): ColorChoice =>
  useSyncExternalStore(stored.subscribe, chosen, () => 'auto');

/** Keeps the document in the chosen colours, or else those of the system; with `light` it is always light. */
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
    const unsubscribe = stored.subscribe(apply);
    return () => {
      system.removeEventListener('change', apply);
      unsubscribe();
    };
  }, [light]);
}
