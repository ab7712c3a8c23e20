import { startTransition, useLayoutEffect, useState } from 'react';

export interface Size {
  width: number;
  height: number;
}

/**
 * The size of an element in whole pixels, measured at once and again when it changes. It is set in a transition, so that
 * drawing does not delay the reader's input; the box of the drawing is kept free meanwhile.
 */
export function useSize(element: HTMLElement | null): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    if (!element) return undefined;
    const measure = () => {
      const box = element.getBoundingClientRect();
      const next = { width: Math.floor(box.width), height: Math.floor(box.height) };
      // not laid out yet: without room, everything in the drawing would have a negative width
      if (next.width === 0 || next.height === 0) return;
      startTransition(() => {
        setSize((last) =>
          last?.width === next.width && last.height === next.height ? last : next,
        );
      });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
