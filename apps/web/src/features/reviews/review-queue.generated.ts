/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type ApproveValueInput = {
  observation: string | number;
  revision: string | number;
};

/** All or none. */
export type ApproveValuesInput = {
  idempotencyKey: string;
  values: Array<ApproveValueInput>;
};

export type IndicatorKind = 'BINARY' | 'MILESTONE' | 'NUMERIC';

export type Language = 'en' | 'kk' | 'ky' | 'ru' | 'tg' | 'uz';

export type MissingReason = 'NOT_APPLICABLE' | 'NOT_COLLECTED' | 'NOT_SHARED' | 'SUPPRESSED';

export type ReasonCode = 'CORRECTION' | 'COVERAGE' | 'DEFINITION' | 'NEW_SOURCE';

export type ReturnValueInput = {
  idempotencyKey: string;
  observation: string | number;
  reason: string;
  revision: string | number;
};

export type Role = 'ADMIN' | 'AUDITOR' | 'DONOR' | 'OFFICER' | 'REPORTER';

export type Severity = 'ERROR' | 'OK' | 'WARN';

export type UndoApprovalInput = {
  idempotencyKey: string;
  observation: string | number;
};

export type WorkingState = 'APPROVED' | 'DRAFT' | 'EMPTY' | 'PUBLISHED' | 'RETURNED' | 'SUBMITTED';

export type ReviewQueueQueryVariables = Exact<{
  lang: Language;
  area?: string | number | null | undefined;
}>;

export type ReviewQueueQuery = {
  reviewQueue: {
    submitted: Array<{
      id: string;
      indicator: string;
      kind: IndicatorKind;
      unit: string;
      decimals: number;
      area: string;
      year: number;
      state: WorkingState;
      version: number;
      sample: boolean;
      indicatorName: { lang: Language; text: string };
      unitText: { lang: Language; text: string };
      stages: Array<{ lang: Language; text: string }> | null;
      current: {
        id: string;
        number: number;
        value: string | null;
        numerator: string | null;
        denominator: string | null;
        missingReason: MissingReason | null;
        obsStatus: string;
        sourceText: string | null;
        comment: string | null;
        reason: ReasonCode | null;
        via: string;
        createdAt: string;
        author: { id: string; name: string; role: Role } | null;
      };
      published: {
        id: string;
        number: number;
        value: string | null;
        numerator: string | null;
        denominator: string | null;
        missingReason: MissingReason | null;
        obsStatus: string;
        sourceText: string | null;
        comment: string | null;
        reason: ReasonCode | null;
        via: string;
        createdAt: string;
        author: { id: string; name: string; role: Role } | null;
      } | null;
      revisions: Array<{
        id: string;
        number: number;
        value: string | null;
        numerator: string | null;
        denominator: string | null;
        missingReason: MissingReason | null;
        obsStatus: string;
        sourceText: string | null;
        comment: string | null;
        reason: ReasonCode | null;
        via: string;
        createdAt: string;
        author: { id: string; name: string; role: Role } | null;
      }>;
      reviews: Array<{
        decision: string;
        reason: string | null;
        revision: string;
        createdAt: string;
        reviewer: { id: string; name: string; role: Role };
      }>;
      messages: Array<{
        id: string;
        text: string;
        createdAt: string;
        author: { id: string; name: string; role: Role };
      }>;
      hits: Array<{
        rule: string;
        code: string;
        severity: Severity;
        params: Array<{ name: string; value: string }>;
      }>;
      history: Array<{ year: number; value: string | null; status: string }>;
    }>;
    approved: Array<{
      id: string;
      indicator: string;
      kind: IndicatorKind;
      unit: string;
      decimals: number;
      area: string;
      year: number;
      state: WorkingState;
      version: number;
      sample: boolean;
      indicatorName: { lang: Language; text: string };
      unitText: { lang: Language; text: string };
      stages: Array<{ lang: Language; text: string }> | null;
      current: {
        id: string;
        number: number;
        value: string | null;
        numerator: string | null;
        denominator: string | null;
        missingReason: MissingReason | null;
        obsStatus: string;
        sourceText: string | null;
        comment: string | null;
        reason: ReasonCode | null;
        via: string;
        createdAt: string;
        author: { id: string; name: string; role: Role } | null;
      };
      published: {
        id: string;
        number: number;
        value: string | null;
        numerator: string | null;
        denominator: string | null;
        missingReason: MissingReason | null;
        obsStatus: string;
        sourceText: string | null;
        comment: string | null;
        reason: ReasonCode | null;
        via: string;
        createdAt: string;
        author: { id: string; name: string; role: Role } | null;
      } | null;
      revisions: Array<{
        id: string;
        number: number;
        value: string | null;
        numerator: string | null;
        denominator: string | null;
        missingReason: MissingReason | null;
        obsStatus: string;
        sourceText: string | null;
        comment: string | null;
        reason: ReasonCode | null;
        via: string;
        createdAt: string;
        author: { id: string; name: string; role: Role } | null;
      }>;
      reviews: Array<{
        decision: string;
        reason: string | null;
        revision: string;
        createdAt: string;
        reviewer: { id: string; name: string; role: Role };
      }>;
      messages: Array<{
        id: string;
        text: string;
        createdAt: string;
        author: { id: string; name: string; role: Role };
      }>;
      hits: Array<{
        rule: string;
        code: string;
        severity: Severity;
        params: Array<{ name: string; value: string }>;
      }>;
      history: Array<{ year: number; value: string | null; status: string }>;
    }>;
    returned: Array<{
      id: string;
      indicator: string;
      kind: IndicatorKind;
      unit: string;
      decimals: number;
      area: string;
      year: number;
      state: WorkingState;
      version: number;
      sample: boolean;
      indicatorName: { lang: Language; text: string };
      unitText: { lang: Language; text: string };
      stages: Array<{ lang: Language; text: string }> | null;
      current: {
        id: string;
        number: number;
        value: string | null;
        numerator: string | null;
        denominator: string | null;
        missingReason: MissingReason | null;
        obsStatus: string;
        sourceText: string | null;
        comment: string | null;
        reason: ReasonCode | null;
        via: string;
        createdAt: string;
        author: { id: string; name: string; role: Role } | null;
      };
      published: {
        id: string;
        number: number;
        value: string | null;
        numerator: string | null;
        denominator: string | null;
        missingReason: MissingReason | null;
        obsStatus: string;
        sourceText: string | null;
        comment: string | null;
        reason: ReasonCode | null;
        via: string;
        createdAt: string;
        author: { id: string; name: string; role: Role } | null;
      } | null;
      revisions: Array<{
        id: string;
        number: number;
        value: string | null;
        numerator: string | null;
        denominator: string | null;
        missingReason: MissingReason | null;
        obsStatus: string;
        sourceText: string | null;
        comment: string | null;
        reason: ReasonCode | null;
        via: string;
        createdAt: string;
        author: { id: string; name: string; role: Role } | null;
      }>;
      reviews: Array<{
        decision: string;
        reason: string | null;
        revision: string;
        createdAt: string;
        reviewer: { id: string; name: string; role: Role };
      }>;
      messages: Array<{
        id: string;
        text: string;
        createdAt: string;
        author: { id: string; name: string; role: Role };
      }>;
      hits: Array<{
        rule: string;
        code: string;
        severity: Severity;
        params: Array<{ name: string; value: string }>;
      }>;
      history: Array<{ year: number; value: string | null; status: string }>;
    }>;
  };
};

export type ReturnValueMutationVariables = Exact<{
  input: ReturnValueInput;
}>;

export type ReturnValueMutation = {
  returnValue: {
    observation: { id: string } | null;
    problems: Array<{
      code: string;
      field: string | null;
      params: Array<{ name: string; value: string }>;
    }>;
  };
};

export type ApproveValuesMutationVariables = Exact<{
  input: ApproveValuesInput;
}>;

export type ApproveValuesMutation = {
  approveValues: {
    observations: Array<{ id: string }>;
    problems: Array<{
      code: string;
      field: string | null;
      params: Array<{ name: string; value: string }>;
    }>;
  };
};

export type UndoApprovalMutationVariables = Exact<{
  input: UndoApprovalInput;
}>;

export type UndoApprovalMutation = {
  undoApproval: {
    observation: { id: string } | null;
    problems: Array<{
      code: string;
      field: string | null;
      params: Array<{ name: string; value: string }>;
    }>;
  };
};

export const ReviewQueueDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'ReviewQueue' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'lang' } },
          type: {
            kind: 'NonNullType',
            type: { kind: 'NamedType', name: { kind: 'Name', value: 'Language' } },
          },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'area' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'reviewQueue' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'lang' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'lang' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'area' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'area' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'submitted' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'WorkObservation' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'approved' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'WorkObservation' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'returned' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'WorkObservation' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'WorkRevision' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'WorkRevision' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'number' } },
          { kind: 'Field', name: { kind: 'Name', value: 'value' } },
          { kind: 'Field', name: { kind: 'Name', value: 'numerator' } },
          { kind: 'Field', name: { kind: 'Name', value: 'denominator' } },
          { kind: 'Field', name: { kind: 'Name', value: 'missingReason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'obsStatus' } },
          { kind: 'Field', name: { kind: 'Name', value: 'sourceText' } },
          { kind: 'Field', name: { kind: 'Name', value: 'comment' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'via' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'author' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                { kind: 'Field', name: { kind: 'Name', value: 'role' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'createdAt' } },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'RuleHit' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'RuleHit' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'rule' } },
          { kind: 'Field', name: { kind: 'Name', value: 'code' } },
          { kind: 'Field', name: { kind: 'Name', value: 'severity' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'params' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                { kind: 'Field', name: { kind: 'Name', value: 'value' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'WorkObservation' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'WorkObservation' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'indicator' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'indicatorName' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'lang' } },
                { kind: 'Field', name: { kind: 'Name', value: 'text' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'unitText' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'lang' } },
                { kind: 'Field', name: { kind: 'Name', value: 'text' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'unit' } },
          { kind: 'Field', name: { kind: 'Name', value: 'decimals' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'stages' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'lang' } },
                { kind: 'Field', name: { kind: 'Name', value: 'text' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'area' } },
          { kind: 'Field', name: { kind: 'Name', value: 'year' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'version' } },
          { kind: 'Field', name: { kind: 'Name', value: 'sample' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'current' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'FragmentSpread', name: { kind: 'Name', value: 'WorkRevision' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'published' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'FragmentSpread', name: { kind: 'Name', value: 'WorkRevision' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'revisions' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'FragmentSpread', name: { kind: 'Name', value: 'WorkRevision' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'reviews' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'decision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
                { kind: 'Field', name: { kind: 'Name', value: 'revision' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'reviewer' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'role' } },
                    ],
                  },
                },
                { kind: 'Field', name: { kind: 'Name', value: 'createdAt' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'messages' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'author' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'role' } },
                    ],
                  },
                },
                { kind: 'Field', name: { kind: 'Name', value: 'text' } },
                { kind: 'Field', name: { kind: 'Name', value: 'createdAt' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'hits' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'RuleHit' } }],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'history' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'year' } },
                { kind: 'Field', name: { kind: 'Name', value: 'value' } },
                { kind: 'Field', name: { kind: 'Name', value: 'status' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ReviewQueueQuery, ReviewQueueQueryVariables>;
export const ReturnValueDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'ReturnValue' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'input' } },
          type: {
            kind: 'NonNullType',
            type: { kind: 'NamedType', name: { kind: 'Name', value: 'ReturnValueInput' } },
          },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'returnValue' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'input' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'input' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'observation' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'Field', name: { kind: 'Name', value: 'id' } }],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'problems' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'Problem' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'Problem' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Problem' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'code' } },
          { kind: 'Field', name: { kind: 'Name', value: 'field' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'params' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                { kind: 'Field', name: { kind: 'Name', value: 'value' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ReturnValueMutation, ReturnValueMutationVariables>;
export const ApproveValuesDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'ApproveValues' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'input' } },
          type: {
            kind: 'NonNullType',
            type: { kind: 'NamedType', name: { kind: 'Name', value: 'ApproveValuesInput' } },
          },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'approveValues' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'input' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'input' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'observations' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'Field', name: { kind: 'Name', value: 'id' } }],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'problems' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'Problem' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'Problem' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Problem' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'code' } },
          { kind: 'Field', name: { kind: 'Name', value: 'field' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'params' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                { kind: 'Field', name: { kind: 'Name', value: 'value' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ApproveValuesMutation, ApproveValuesMutationVariables>;
export const UndoApprovalDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'UndoApproval' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'input' } },
          type: {
            kind: 'NonNullType',
            type: { kind: 'NamedType', name: { kind: 'Name', value: 'UndoApprovalInput' } },
          },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'undoApproval' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'input' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'input' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'observation' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'Field', name: { kind: 'Name', value: 'id' } }],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'problems' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'Problem' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'Problem' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Problem' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'code' } },
          { kind: 'Field', name: { kind: 'Name', value: 'field' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'params' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                { kind: 'Field', name: { kind: 'Name', value: 'value' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<UndoApprovalMutation, UndoApprovalMutationVariables>;
