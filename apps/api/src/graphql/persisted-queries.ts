import type { ApolloServerPlugin } from '@apollo/server';
import { Module } from '@nestjs/common';
import { Memo } from '../http/memo.ts';
import type { ApiContext } from './access.ts';

/** Of all texts together. */
const KEPT_BYTES = 16 * 1024 * 1024;
/** What a text takes beside its letters, of up to two bytes each: its hash, and what keeps it. */
const BESIDES = 300;

/** Characters of a text that are remembered for one request of a network's share. */
const CHARACTERS_OF_ONE = 1000;

/** Apollo puts it before a hash. */
const PREFIX = 'apq:';

/** What remembering a text costs its sender. A network that spends all of its share needs a quarter of an hour to fill the memory: what others use meanwhile stays. */
export const priceToPersist = (text: string): number => Math.ceil(text.length / CHARACTERS_OF_ONE);

/**
 * Questions that clients name by their hash, as Apollo's protocol of persisted queries says. Apollo keeps them here once it has
 * checked them. In memory: who asks another process, or for what was forgotten meanwhile, sends the text once more.
 */
export class PersistedQueries {
  private readonly texts = new Memo<string>(KEPT_BYTES, (text) => 2 * text.length + BESIDES);

  /** The text that has this hash; undefined where it is not known. */
  textOf(hash: string): Promise<string | undefined> {
    return this.get(`${PREFIX}${hash}`);
  }

  /** What Apollo asks of a cache. */
  async get(key: string): Promise<string | undefined> {
    return this.texts.known(key);
  }

  async set(key: string, text: string): Promise<void> {
    await this.texts.get(key, () => Promise.resolve(text));
  }

  delete(): Promise<boolean> {
    return Promise.resolve(false); // nobody asks for it
  }
}

/** Charges who brings a text that is not known yet, before Apollo keeps it. */
export const payToPersist = (persisted: PersistedQueries): ApolloServerPlugin<ApiContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async ({ metrics, queryHash, source, contextValue }) => {
        const isNew =
          metrics.persistedQueryRegister === true &&
          (await persisted.textOf(queryHash)) === undefined;
        if (isNew) contextValue.pay?.(priceToPersist(source));
      },
    }),
});

@Module({ providers: [PersistedQueries], exports: [PersistedQueries] })
export class PersistedQueriesModule {}
