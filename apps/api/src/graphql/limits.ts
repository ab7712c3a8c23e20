import type { ApolloServerPlugin } from '@apollo/server';
import { ApiError } from './api-error.ts';
import { measure } from './measure.ts';

const LIMITS = { depth: 10, aliases: 30, cost: 50_000 } as const;

/** Refused by the parser: bounds what validation and measuring have to read. */
export const MAX_TOKENS = 1000;

export const MAX_BODY_BYTES = 100 * 1024;

/** Of POST /framework: all texts of an exported framework in six languages, several times over. */
export const MAX_FRAMEWORK_BYTES = 4 * 1024 * 1024;

/** After validation and before execution. */
export const limitsPlugin: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ schema, document, operation, request }) {
        if (!operation) return Promise.resolve(); // an unknown operationName: the server answers
        const size = measure(schema, document, operation, request.variables);
        for (const kind of ['depth', 'aliases', 'cost'] as const)
          if (size[kind] > LIMITS[kind])
            throw new ApiError(
              'TOO_COMPLEX',
              `The query is too complex (${kind} ${size[kind]}, limit ${LIMITS[kind]}).`,
            );
        return Promise.resolve();
      },
    }),
};
