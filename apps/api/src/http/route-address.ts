/**
 * The address for finding a route, to which all rules about paths apply. It is the requested address as the router reads it: without the server's
 * name, which a client may put in front, without a fragment, and with no letter, digit or any of `-._~` in its path percent-encoded (RFC 3986,
 * 6.2.2.2). It is also without the query of /graphql, which Fastify would parse for nothing. `originalUrl` has everything.
 */
export function routeAddress({ url = '' }: { url?: string | undefined }): string {
  const [server = ''] = /^https?:\/\/[^/?#]*/i.exec(url) ?? [];
  const sent = url.slice(server.length);
  if (sent.startsWith('/graphql?')) return '/graphql';
  const address = server === '' || sent.startsWith('/') ? sent : `/${sent}`;
  if (!/[%#]/.test(address)) return address;
  const [whole = ''] = address.split('#', 1);
  const [encoded = ''] = whole.split('?', 1);
  const path = encoded.replaceAll(/%../g, decoded);
  return path === '/graphql' ? path : path + whole.slice(encoded.length);
}

/** What is no two hexadecimal digits stays as it is, and so does the `%` of `%25`: nothing is decoded twice. */
function decoded(text: string): string {
  const character = String.fromCharCode(Number.parseInt(text.slice(1), 16));
  return /[\w.~-]/.test(character) ? character : text;
}
