import { useEffect, useRef } from 'react';

/**
 * For a form that shows what the address says. After each change of the address its fields have their defaults again;
 * a new form in its place would lose the focus.
 */
export function useFormOf(address: string) {
  const form = useRef<HTMLFormElement>(null);
  const shown = useRef(address);
  useEffect(() => {
    // not at first: what was typed or chosen before the script ran is kept
    if (shown.current !== address) form.current?.reset();
    shown.current = address;
  }, [address]);
  return form;
}

/** Makes this option the default of its list: React does so only when the list is made. */
export const defaultOption = (value: string) => (list: HTMLSelectElement | null) => {
  for (const option of list?.options ?? []) option.defaultSelected = option.value === value;
};
