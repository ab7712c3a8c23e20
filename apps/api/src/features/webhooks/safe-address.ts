import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Networks of the server itself, its neighbours or the machine it runs on (RFC 6890). */
const INSIDE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  INSIDE.addSubnet(network, bits, 'ipv4');

/** Only global IPv6 addresses (2000::/3), without those that lead to IPv4 addresses or are for documentation. */
const GLOBAL = new BlockList();
GLOBAL.addSubnet('2000::', 3, 'ipv6');
const NOT_GLOBAL = new BlockList();
NOT_GLOBAL.addSubnet('2001::', 23, 'ipv6');
NOT_GLOBAL.addSubnet('2001:db8::', 32, 'ipv6');
NOT_GLOBAL.addSubnet('2002::', 16, 'ipv6');

/** May a server of the public internet have this address? */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !INSIDE.check(address, 'ipv4');
  return isIP(address) === 6 && GLOBAL.check(address, 'ipv6') && !NOT_GLOBAL.check(address, 'ipv6');
}

export class AddressRefused extends Error {
  readonly code = 'ADDRESS_REFUSED';
}

/** Resolves and checks a name in the moment of connecting, so that an answer that changes between check and connection has no effect. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) {
      callback(error, []);
      return;
    }
    const [first] = addresses;
    if (!addresses.every(({ address }) => isPublicAddress(address)))
      callback(new AddressRefused(hostname), []);
    else if (options.all === true || first === undefined) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

/** Why nothing may be sent to an address; null if it may. Where a host name leads is only checked when connecting. */
export function addressProblem(
  text: string,
  toPrivate: boolean,
): 'ADDRESS_INVALID' | 'ADDRESS_NOT_SECURE' | 'ADDRESS_PRIVATE' | null {
  const url = URL.parse(text);
  if (url === null || text.length > 2000 || url.username !== '' || url.password !== '')
    return 'ADDRESS_INVALID';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'ADDRESS_INVALID';
  if (toPrivate) return null;
  if (url.protocol !== 'https:') return 'ADDRESS_NOT_SECURE';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isLocal = host === 'localhost' || host.endsWith('.localhost') || !/[.:]/.test(host);
  return isLocal || (isIP(host) !== 0 && !isPublicAddress(host)) ? 'ADDRESS_PRIVATE' : null;
}
