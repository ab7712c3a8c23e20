/**
 * The address for finding a route, to which all rules about paths apply. It is the requested address without the server's name, which a client may
 * put in front, and without the query of /graphql, which Fastify would parse for nothing. `originalUrl` has everything.
 */
export function routeAddress({ url = '' }: { url?: string | undefined }): string {
  const [server = ''] = /^https?:\/\/[^/?#]*/i.exec(url) ?? [];
  const address = url.slice(server.length);
  if (address.startsWith('/graphql?')) return '/graphql';
  return server === '' || address.startsWith('/') ? address : `/${address}`;
}
