import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fastify } from 'fastify';
import { routeAddress } from './route-address.ts';

function canBeDecoded(path: string): boolean {
  try {
    return decodeURI(path) !== '';
  } catch {
    return false;
  }
}

describe('the address of a route', () => {
  it.each([
    ['/', '/'],
    ['/data/all.csv?lang=en', '/data/all.csv?lang=en'],
    ['/graphql', '/graphql'],
    ['/graphql?query={areas}', '/graphql'],
    ['/graphqls?query={areas}', '/graphqls?query={areas}'],
    ['http://qadam.example/data/all.csv', '/data/all.csv'],
    ['HTTPS://qadam.example:443/graphql?query={areas}', '/graphql'],
    ['http://qadam.example', '/'],
    ['http://qadam.example?lang=en', '/?lang=en'],
    ['*data/all.csv', '*data/all.csv'],
    ['//graphql?query={areas}', '//graphql?query={areas}'],
    ['/%64ata/all%2Ecsv?lang=%65n', '/data/all.csv?lang=%65n'],
    ['/%67raphql?query={areas}', '/graphql'],
    ['http://qadam.example/wor%6B/graphql', '/work/graphql'],
    ['/en/indicators/A4%2E2?q=%D0%BD%61', '/en/indicators/A4.2?q=%D0%BD%61'],
    ['/work/graphql#x', '/work/graphql'],
    ['/graphql#?query={areas}', '/graphql'],
    ['/data/all.csv?lang=en#x?y', '/data/all.csv?lang=en'],
    ['/%2564ata', '/%2564ata'],
    ['/%2%64ata/%%364ata/%6', '/%2%64ata/%%364ata/%6'],
    ['/en%2Fabout%3F/%D1%84', '/en%2Fabout%3F/%D1%84'],
  ])('of %s is %s', (url, address) => {
    expect(routeAddress({ url })).toBe(address);
  });

  it('leaves nothing that the router would decode to a letter', () => {
    const pieces = ['%', '%25', '%64', '%2', '6', '4', 'd', 'D', '/', '?', '#', '%2F', '%C3%B6'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 9 }), (parts) => {
        const [path = ''] = routeAddress({ url: `/${parts.join('')}` }).split('?');
        fc.pre(canBeDecoded(path)); // otherwise the router refuses it
        expect(path).not.toMatch(/%(?:3\d|[46][1-9a-f]|[57][\da]|2[de]|5f|7e)|#/i);
      }),
    );
  });

  it('is the same for a client that names the server, so that it pays as others do', async () => {
    const web = fastify({ rewriteUrl: routeAddress });
    web.get('/data/all.csv', ({ url, originalUrl }) => `${url} of ${originalUrl}`);
    await web.listen({ port: 0, host: '127.0.0.1' });
    const socket = connect((web.server.address() as AddressInfo).port, '127.0.0.1');
    socket.end(
      'GET http://a.example/data/all.csv HTTP/1.1\r\nhost: a.example\r\nconnection: close\r\n\r\n',
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toContain('/data/all.csv of http://a.example/data/all.csv');
    await web.close();
  });
});
