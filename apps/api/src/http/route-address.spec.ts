import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { routeAddress } from './route-address.ts';

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
  ])('of %s is %s', (url, address) => {
    expect(routeAddress({ url })).toBe(address);
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
