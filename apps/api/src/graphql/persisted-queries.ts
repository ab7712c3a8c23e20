import type { ApolloServerPlugin } from '@apollo/server';
import { Module } from '@nestjs/common';
import { Memo } from '../http/memo.ts';
import type { ApiContext } from './access.ts';

/** The limit for all texts together. */
const KEPT_BYTES = 16 * 1024 * 1024;
/** What an entry takes besides the characters of its text (up to two bytes each): its hash, and overhead. */
const BESIDES = 300;

/** How many characters of a text may be remembered for the price of one request. */
const CHARACTERS_OF_ONE = 1000;

/** Apollo's prefix for a hash. */
const PREFIX = 'apq:';

/**
 * What a client pays for a text to be remembered. A network that spends its whole share on this needs a quarter of an hour to fill the memory, so
 * that texts others use meanwhile stay.
 */
export const priceToPersist = (text: string): number => Math.ceil(text.length / CHARACTERS_OF_ONE);

/**
 * Texts of queries that clients name by their hash, by Apollo's protocol of persisted queries. Apollo stores them here after checking them. They are
 * in memory: a client that reaches another process, or names a text that was forgotten, sends the text again.
 */
export class PersistedQueries {
  private readonly texts = new Memo<string>(KEPT_BYTES, (text) => 2 * text.length + BESIDES);

  /** The text with this hash; undefined if it is not known. */
  textOf(hash: string): Promise<string | undefined> {
    return this.get(`${PREFIX}${hash}`);
  }

  /** The interface of Apollo's cache. */
  async get(key: string): Promise<string | undefined> {
    return this.texts.known(key);
  }

  async set(key: string, text: string): Promise<void> {
    await this.texts.get(key, () => Promise.resolve(text));
  }

  delete(): Promise<boolean> {
    return Promise.resolve(false); // never called
  }
}

/** Charges a client that brings a new text, before Apollo stores it. */
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
