import type { ApolloServerPlugin } from '@apollo/server';
import { Kind } from 'graphql';
import { OPERATIONS, type MeasuredOperation } from '../http/measured.ts';

/** Says how long an operation took, where somebody measures. Named by its first field: names of operations are the client's, and without end, and so are fields of a query that is not valid. */
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
