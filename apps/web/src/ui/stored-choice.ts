/** A choice kept in this browser, or for this visit where it keeps nothing. Other tabs follow, and so does this one. */
export function storedChoice(key: string) {
  let unstored: string | null = null;
  return {
    read(): string | null {
      try {
        return localStorage.getItem(key);
      } catch {
        return unstored;
      }
    },
    /** null: what holds where nothing was chosen. This tab sends itself the event that other tabs get from the browser. */
    write(newValue: string | null): void {
      unstored = newValue;
      const event = { key, newValue };
      try {
        if (newValue === null) localStorage.removeItem(key);
        else localStorage.setItem(key, newValue);
        dispatchEvent(new StorageEvent('storage', { ...event, storageArea: localStorage }));
      } catch {
        dispatchEvent(new StorageEvent('storage', event));
      }
    },
    subscribe: (onChange: () => void): (() => void) => {
      addEventListener('storage', onChange);
      return () => removeEventListener('storage', onChange);
    },
  };
}
