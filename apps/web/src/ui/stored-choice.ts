/** A choice kept in this browser or, if the browser stores nothing, for this visit. Other tabs follow a change, and so does this one. */
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
    /** Null: back to the default. This tab sends itself the event that the browser sends to other tabs. */
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
