import { useState } from 'react';

const PLACE = 'qadam.help-key';

function read(): boolean {
  try {
    return localStorage.getItem(PLACE) !== 'off';
  } catch {
    return true;
  }
}

function keep(on: boolean): void {
  try {
    if (on) localStorage.removeItem(PLACE);
    else localStorage.setItem(PLACE, 'off');
  } catch {
    // without a place to keep it, it holds for this page
  }
}

/** Whether the key ? opens the list of keys. Switched off, it stays so on this computer (WCAG 2.1.4). */
export function useHelpKey(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(read);
  return [
    on,
    (next) => {
      setOn(next);
      keep(next);
    },
  ];
}
