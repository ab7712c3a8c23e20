import { useEffect, useRef, useState } from 'react';

/** A text that changes at most once in `pause` milliseconds, so that a screen reader can finish a sentence. */
export function useThrottled(text: string, pause: number): string {
  const [sentence, setSentence] = useState(text);
  const last = useRef(0);
  useEffect(() => {
    if (text === sentence) return;
    const wait = Math.max(0, last.current + pause - Date.now());
    const timer = setTimeout(() => {
      last.current = Date.now();
      setSentence(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text, sentence, pause]);
  return sentence;
}
