const MAX_LENGTH = 2000;

/** An address that a reader can safely be sent to, in its normalised form; null if it is not safe. */
export function webAddress(typed: string): string | null {
  const url = URL.parse(typed.trim());
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  if (!url.hostname.includes('.') || url.href.length > MAX_LENGTH) return null;
  return url.href;
}
