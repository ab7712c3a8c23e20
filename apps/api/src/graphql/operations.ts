import type { ApolloServerPlugin } from '@apollo/server';
import { Kind } from 'graphql';
import { OPERATIONS, type MeasuredOperation } from '../http/measured.ts';

/**
 * Publishes how long an operation took, if anything subscribes. It is named by its first field: clients choose the names of operations, and there is
 * no end to those, or to the fields of invalid queries.
 */
export const operationsPlugin: ApolloServerPlugin = {
  requestDidStart: () => {
    if (!OPERATIONS.hasSubscribers) return Promise.resolve();
    const began = performance.now();
    return Promise.resolve({
      willSendResponse({ operation, response }) {
        const [first] = operation?.selectionSet.selections ?? [];
        const { body } = response;
        OPERATIONS.publish({
          field: first?.kind === Kind.FIELD ? first.name.value : 'none',
          failed: body.kind === 'single' && (body.singleResult.errors ?? []).length > 0,
          seconds: (performance.now() - began) / 1000,
        } satisfies MeasuredOperation);
        return Promise.resolve();
      },
    });
  },
};
