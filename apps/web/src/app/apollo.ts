import {
  ApolloClient,
  ApolloLink,
  HttpLink,
  InMemoryCache,
  type NormalizedCacheObject,
} from '@apollo/client';

/**
 * Answers are kept as they came, by query and variables. Nothing is merged by id: the same source or event may read
 * otherwise in another release.
 */
const cache = () => new InMemoryCache({ dataIdFromObject: () => undefined });

export function browserClient(state: NormalizedCacheObject): ApolloClient {
  return new ApolloClient({
    link: new HttpLink({ uri: '/graphql', credentials: 'omit' }),
    cache: cache().restore(state),
  });
}

export function clientFor(link: ApolloLink): ApolloClient {
  return new ApolloClient({ link, cache: cache(), ssrMode: true });
}
