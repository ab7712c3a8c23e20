/**
 * The address by which a request finds its route, and that all rules of paths are held against: without the name of the server,
 * with which a client may begin it as well, and without what is asked at /graphql, which Fastify would read to no purpose. All of
 * it is `originalUrl`.
 */
export function routeAddress({ url = '' }: { url?: string | undefined }): string {
  const [server = ''] = /^https?:\/\/[^/?#]*/i.exec(url) ?? [];
  const address = url.slice(server.length);
  if (address.startsWith('/graphql?')) return '/graphql';
  return server === '' || address.startsWith('/') ? address : `/${address}`;
}
