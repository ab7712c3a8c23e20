/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type RuleFigure =
  | 'DENOMINATOR'
  | 'NUMERATOR'
  | 'VALUE';

export type RuleSideFragment = { constant: string | null, terms: Array<{ indicator: string, figure: RuleFigure, factor: string }> };

export const RuleSideFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RuleSide"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RuleSide"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"}},{"kind":"Field","name":{"kind":"Name","value":"figure"}},{"kind":"Field","name":{"kind":"Name","value":"factor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"constant"}}]}}]} as unknown as DocumentNode<RuleSideFragment, unknown>;