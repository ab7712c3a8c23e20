import { isIP } from 'node:net';

/** Names for some networks, as the library that reads X-Forwarded-For knows them. */
const NAMED = ['loopback', 'linklocal', 'uniquelocal'];

/**
 * The proxies whose client addresses are believed: `loopback, 10.0.0.0/8, 2001:db8::1`; null where the text is no such list. A
 * number of proxies is not accepted: it would trust any client.
 */
export function readTrustProxy(text: string): string[] | null {
  const places = text.split(',').map((place) => place.trim());
  return places.every((place) => NAMED.includes(place) || isNetwork(place)) ? places : null;
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (bits < 0 || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
}
