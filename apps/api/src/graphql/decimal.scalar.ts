import { readDecimalText } from '@qadam/domain';
import { GraphQLScalarType, Kind } from 'graphql';
import { ApiError } from './api-error.ts';

/** The domain's rule for decimals in requests: canonical spelling, at most 15 significant digits, never rounded. */
function parse(value: unknown): string {
  if (typeof value !== 'string')
    throw new ApiError('BAD_USER_INPUT', 'A Decimal is sent as text, for example "12.5".');
  const { text, problem } = readDecimalText(value);
  if (text !== null) return text;
  throw new ApiError(
    'BAD_USER_INPUT',
    problem === 'TOO_MANY_DIGITS'
      ? 'A Decimal has at most 15 digits.'
      : 'A Decimal has digits and one point only, for example "12.5".',
  );
}

/** An exact decimal number as text, which is never converted to a float. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'An exact decimal number, as text.',
  serialize(value) {
    if (typeof value !== 'string')
      throw new TypeError(`A Decimal left the database as ${typeof value}.`);
    return value;
  },
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
});
