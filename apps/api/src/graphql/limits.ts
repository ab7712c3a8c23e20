import type { ApolloServerPlugin } from '@apollo/server';
import { COSTS } from '../http/fair-use.ts';
import type { ApiContext } from './access.ts';
import { ApiError } from './api-error.ts';
import { fieldsWritten } from './long-lists.ts';
import { measure, type Size } from './measure.ts';

/** Our own pages query up to four top-level fields, at a cost of up to 18,000. */
const LIMITS = { roots: 5, depth: 10, aliases: 30, cost: 50_000 } as const;

/** The price of a query in requests of its network's share: one for each top-level field, or one for every 5000 of its cost if that is more. */
const COST_OF_ONE = 5000;
const priceOf = ({ roots, cost }: Pick<Size, 'roots' | 'cost'>): number =>
  Math.max(roots, Math.ceil(cost / COST_OF_ONE));

/** Checked by the parser, so that validation and measuring have a limited text to read. */
export const MAX_TOKENS = 1000;

export const MAX_BODY_BYTES = 100 * 1024;

/** For POST /framework: an exported framework with all texts in six languages would fit in several times. */
export const MAX_FRAMEWORK_BYTES = 4 * 1024 * 1024;

/** Measures queries after validation, before they run. If an answer is larger than was assumed, the rest is charged when it is made. */
export const limitsPlugin: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () => {
    let paid = 0;
    return Promise.resolve({
      didResolveOperation({ schema, document, operation, request, contextValue }) {
        if (!operation) return Promise.resolve(); // the operationName is unknown: the server reports that
        // validation accepts kinds of operations that the schema does not have
        if (!schema.getRootType(operation.operation))
          throw new ApiError('BAD_USER_INPUT', `There is no ${operation.operation} here.`);
        const size = measure(schema, document, operation, request.variables);
        for (const kind of ['roots', 'depth', 'aliases', 'cost'] as const)
          if (size[kind] > LIMITS[kind])
            throw new ApiError(
              'TOO_COMPLEX',
              `The query is too complex (${kind} ${size[kind]}, limit ${LIMITS[kind]}).`,
            );
        paid = priceOf(size);
        contextValue.pay?.(paid - COSTS.answer);
        return Promise.resolve();
      },
      willSendResponse({ contextValue }) {
        const price = priceOf({ roots: 0, cost: fieldsWritten(contextValue) });
        if (price > paid) contextValue.owe?.(price - paid);
        return Promise.resolve();
      },
    });
  },
};
