import type { ApolloServerPlugin } from '@apollo/server';
import { COSTS } from '../http/fair-use.ts';
import type { ApiContext } from './access.ts';
import { ApiError } from './api-error.ts';
import { measure, type Size } from './measure.ts';

/** A page of ours asks for four fields at the top, and at most for a cost of 18,000. */
const LIMITS = { roots: 5, depth: 10, aliases: 30, cost: 50_000 } as const;

/** What a question takes of its network's share: 1 for each field at the top, and for every 5000 of its cost. */
const priceOf = ({ roots, cost }: Size): number => Math.max(roots, Math.ceil(cost / 5000));

/** Refused by the parser: bounds what validation and measuring have to read. */
export const MAX_TOKENS = 1000;

export const MAX_BODY_BYTES = 100 * 1024;

/** Of POST /framework: all texts of an exported framework in six languages, several times over. */
export const MAX_FRAMEWORK_BYTES = 4 * 1024 * 1024;

/** After validation and before execution. */
export const limitsPlugin: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ schema, document, operation, request, contextValue }) {
        if (!operation) return Promise.resolve(); // an unknown operationName: the server answers
        const size = measure(schema, document, operation, request.variables);
        for (const kind of ['roots', 'depth', 'aliases', 'cost'] as const)
          if (size[kind] > LIMITS[kind])
            throw new ApiError(
              'TOO_COMPLEX',
              `The query is too complex (${kind} ${size[kind]}, limit ${LIMITS[kind]}).`,
            );
        contextValue.pay?.(priceOf(size) - COSTS.answer);
        return Promise.resolve();
      },
    }),
};
