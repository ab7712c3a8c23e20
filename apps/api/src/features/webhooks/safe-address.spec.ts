import { describe, expect, it } from '@jest/globals';
import { addressProblem, AddressRefused, isPublicAddress, publicLookup } from './safe-address.ts';

describe('an address that is told events', () => {
  it.each([
    ['https://example.org/hook', null],
    ['https://example.org:8443/hook?x=1', null],
    ['https://93.184.216.34/hook', null],
    ['http://example.org/hook', 'ADDRESS_NOT_SECURE'],
    ['ftp://example.org', 'ADDRESS_INVALID'],
    ['file:///etc/passwd', 'ADDRESS_INVALID'],
    ['https://me:secret@example.org', 'ADDRESS_INVALID'],
    ['nonsense', 'ADDRESS_INVALID'],
    ['https://localhost/hook', 'ADDRESS_PRIVATE'],
    ['https://a.localhost/hook', 'ADDRESS_PRIVATE'],
    ['https://database/hook', 'ADDRESS_PRIVATE'],
    ['https://127.0.0.1/hook', 'ADDRESS_PRIVATE'],
    ['https://2130706433/hook', 'ADDRESS_PRIVATE'],
    ['https://0x7f.1/hook', 'ADDRESS_PRIVATE'],
    ['https://169.254.169.254/latest/meta-data', 'ADDRESS_PRIVATE'],
    ['https://10.1.2.3', 'ADDRESS_PRIVATE'],
    ['https://[::1]/', 'ADDRESS_PRIVATE'],
    ['https://[::ffff:127.0.0.1]/', 'ADDRESS_PRIVATE'],
    ['https://[fd00::1]/', 'ADDRESS_PRIVATE'],
    ['https://[fe80::1]/', 'ADDRESS_PRIVATE'],
  ])('%s: %s', (address, problem) => {
    expect(addressProblem(address, false)).toBe(problem);
  });

  it('may be inside where the server is told so', () => {
    expect(addressProblem('http://127.0.0.1:9000/hook', true)).toBeNull();
  });
});

describe('an address on the internet', () => {
  it.each(['8.8.8.8', '2606:4700::1111'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    '100.64.0.1',
    '192.168.1.1',
    '172.31.0.1',
    '224.0.0.1',
    '::',
    '2002:7f00:1::',
    '64:ff9b::7f00:1',
    'x',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('is refused where its name leads inside', async () => {
    const refused = await new Promise((resolve) => {
      publicLookup('localhost', {}, resolve);
    });
    expect(refused).toBeInstanceOf(AddressRefused);
  });
});
