/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Language = 'en' | 'kk' | 'ky' | 'ru' | 'tg' | 'uz';

export type CountriesQueryVariables = Exact<{
  lang: Language;
}>;

export type CountriesQuery = {
  KAZ: {
    release: { number: string; asOfYear: number };
    area: { code: string; name: { lang: Language; text: string } };
    headline: {
      code: string;
      onTrack: number;
      behind: number;
      movedAway: number;
      pending: number;
      notAssessed: number;
      total: number;
      indicatorsAssessed: number;
      indicatorsTotal: number;
    };
  } | null;
  KGZ: {
    release: { number: string; asOfYear: number };
    area: { code: string; name: { lang: Language; text: string } };
    headline: {
      code: string;
      onTrack: number;
      behind: number;
      movedAway: number;
      pending: number;
      notAssessed: number;
      total: number;
      indicatorsAssessed: number;
      indicatorsTotal: number;
    };
  } | null;
  TJK: {
    release: { number: string; asOfYear: number };
    area: { code: string; name: { lang: Language; text: string } };
    headline: {
      code: string;
      onTrack: number;
      behind: number;
      movedAway: number;
      pending: number;
      notAssessed: number;
      total: number;
      indicatorsAssessed: number;
      indicatorsTotal: number;
    };
  } | null;
  UZB: {
    release: { number: string; asOfYear: number };
    area: { code: string; name: { lang: Language; text: string } };
    headline: {
      code: string;
      onTrack: number;
      behind: number;
      movedAway: number;
      pending: number;
      notAssessed: number;
      total: number;
      indicatorsAssessed: number;
      indicatorsTotal: number;
    };
  } | null;
};

export type CountryHeadlineFragment = {
  release: { number: string; asOfYear: number };
  area: { code: string; name: { lang: Language; text: string } };
  headline: {
    code: string;
    onTrack: number;
    behind: number;
    movedAway: number;
    pending: number;
    notAssessed: number;
    total: number;
    indicatorsAssessed: number;
    indicatorsTotal: number;
  };
};

export type HeadlineFragment = {
  code: string;
  onTrack: number;
  behind: number;
  movedAway: number;
  pending: number;
  notAssessed: number;
  total: number;
  indicatorsAssessed: number;
  indicatorsTotal: number;
};

export const HeadlineFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'Headline' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CountryHeadline' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'code' } },
          { kind: 'Field', name: { kind: 'Name', value: 'onTrack' } },
          { kind: 'Field', name: { kind: 'Name', value: 'behind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'movedAway' } },
          { kind: 'Field', name: { kind: 'Name', value: 'pending' } },
          { kind: 'Field', name: { kind: 'Name', value: 'notAssessed' } },
          { kind: 'Field', name: { kind: 'Name', value: 'total' } },
          { kind: 'Field', name: { kind: 'Name', value: 'indicatorsAssessed' } },
          { kind: 'Field', name: { kind: 'Name', value: 'indicatorsTotal' } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<HeadlineFragment, unknown>;
export const CountryHeadlineFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'CountryHeadline' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CountryPage' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'release' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'number' } },
                { kind: 'Field', name: { kind: 'Name', value: 'asOfYear' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'area' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'name' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'LocalText' } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'headline' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'Headline' } }],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'LocalText' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'LocalText' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'lang' } },
          { kind: 'Field', name: { kind: 'Name', value: 'text' } },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'Headline' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CountryHeadline' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'code' } },
          { kind: 'Field', name: { kind: 'Name', value: 'onTrack' } },
          { kind: 'Field', name: { kind: 'Name', value: 'behind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'movedAway' } },
          { kind: 'Field', name: { kind: 'Name', value: 'pending' } },
          { kind: 'Field', name: { kind: 'Name', value: 'notAssessed' } },
          { kind: 'Field', name: { kind: 'Name', value: 'total' } },
          { kind: 'Field', name: { kind: 'Name', value: 'indicatorsAssessed' } },
          { kind: 'Field', name: { kind: 'Name', value: 'indicatorsTotal' } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CountryHeadlineFragment, unknown>;
export const CountriesDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'Countries' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'lang' } },
          type: {
            kind: 'NonNullType',
            type: { kind: 'NamedType', name: { kind: 'Name', value: 'Language' } },
          },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            alias: { kind: 'Name', value: 'KAZ' },
            name: { kind: 'Name', value: 'country' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'iso3' },
                value: { kind: 'StringValue', value: 'KAZ', block: false },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'lang' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'lang' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'FragmentSpread', name: { kind: 'Name', value: 'CountryHeadline' } },
              ],
            },
          },
          {
            kind: 'Field',
            alias: { kind: 'Name', value: 'KGZ' },
            name: { kind: 'Name', value: 'country' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'iso3' },
                value: { kind: 'StringValue', value: 'KGZ', block: false },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'lang' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'lang' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'FragmentSpread', name: { kind: 'Name', value: 'CountryHeadline' } },
              ],
            },
          },
          {
            kind: 'Field',
            alias: { kind: 'Name', value: 'TJK' },
            name: { kind: 'Name', value: 'country' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'iso3' },
                value: { kind: 'StringValue', value: 'TJK', block: false },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'lang' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'lang' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'FragmentSpread', name: { kind: 'Name', value: 'CountryHeadline' } },
              ],
            },
          },
          {
            kind: 'Field',
            alias: { kind: 'Name', value: 'UZB' },
            name: { kind: 'Name', value: 'country' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'iso3' },
                value: { kind: 'StringValue', value: 'UZB', block: false },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'lang' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'lang' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'FragmentSpread', name: { kind: 'Name', value: 'CountryHeadline' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'LocalText' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'LocalText' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'lang' } },
          { kind: 'Field', name: { kind: 'Name', value: 'text' } },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'Headline' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CountryHeadline' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'code' } },
          { kind: 'Field', name: { kind: 'Name', value: 'onTrack' } },
          { kind: 'Field', name: { kind: 'Name', value: 'behind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'movedAway' } },
          { kind: 'Field', name: { kind: 'Name', value: 'pending' } },
          { kind: 'Field', name: { kind: 'Name', value: 'notAssessed' } },
          { kind: 'Field', name: { kind: 'Name', value: 'total' } },
          { kind: 'Field', name: { kind: 'Name', value: 'indicatorsAssessed' } },
          { kind: 'Field', name: { kind: 'Name', value: 'indicatorsTotal' } },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'CountryHeadline' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CountryPage' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'release' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'number' } },
                { kind: 'Field', name: { kind: 'Name', value: 'asOfYear' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'area' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'name' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'LocalText' } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'headline' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'Headline' } }],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CountriesQuery, CountriesQueryVariables>;
