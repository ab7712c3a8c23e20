/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Direction = 'DECREASE' | 'INCREASE' | 'NONE' | 'TOWARDS';

export type EventScope = 'CONTEXT' | 'FULL' | 'PARTIAL';

export type EvidenceKind = 'FILE' | 'LINK';

export type IndicatorKind = 'BINARY' | 'MILESTONE' | 'NUMERIC';

export type IndicatorRole = 'CONTEXT' | 'HEADLINE' | 'SUPPORTING';

export type Language = 'en' | 'kk' | 'ky' | 'ru' | 'tg' | 'uz';

export type MissingReason = 'NOT_APPLICABLE' | 'NOT_COLLECTED' | 'NOT_SHARED' | 'SUPPRESSED';

export type Scope = 'COUNTRY' | 'REGION';

export type SourceKind = 'DATASET' | 'LAW' | 'MEDIA' | 'OFFICIAL' | 'ORGANISATION';

export type Status =
  | 'ACHIEVED'
  | 'DELAYED'
  | 'INSUFFICIENT_DATA'
  | 'INVALID_CONFIG'
  | 'MISSED'
  | 'NOT_APPLICABLE'
  | 'NO_BASELINE'
  | 'NO_DATA'
  | 'NO_INDICATORS'
  | 'NO_TARGET'
  | 'OFF_TRACK'
  | 'ON_TRACK'
  | 'PENDING'
  | 'REGRESSED'
  | 'SUPPRESSED';

export type TargetPath = 'COMPOUND' | 'LINEAR';

export type ValueType = 'CUMULATIVE' | 'FLOW' | 'STOCK';

export type Via = 'ENTRY' | 'IMPORT' | 'SOURCE_IMPORT';

export type IndicatorValueFragment = {
  year: number;
  sex: string;
  age: string;
  urbanisation: string;
  region: string;
  breakdown: string;
  value: string | null;
  progress: string | null;
  numerator: string | null;
  denominator: string | null;
  obsStatus: string;
  missingReason: MissingReason | null;
  source: string | null;
  sourceText: string | null;
  period: string | null;
  via: Via | null;
  submittedOn: string | null;
  approvedOn: string | null;
  revision: number | null;
  reason: string | null;
  withdrawnOn: string | null;
  since: string;
  sinceOn: string;
  body: { lang: Language; text: string } | null;
  note: { lang: Language; text: string } | null;
  earlier: Array<{ release: string; publishedOn: string; value: string | null; obsStatus: string }>;
};

export type IndicatorQueryVariables = Exact<{
  code: string | number;
  lang: Language;
  release?: string | number | null | undefined;
}>;

export type IndicatorQuery = {
  indicator: {
    release: {
      number: string;
      asOfYear: number;
      latest: boolean;
      publishedAt: string;
      methodVersion: string;
    };
    areas: Array<{ code: string; name: { lang: Language; text: string } }>;
    indicator: {
      code: string;
      kind: IndicatorKind;
      scope: Scope;
      direction: Direction;
      valueType: ValueType;
      regionalMethod: string;
      decimals: number;
      unit: string;
      multiplier: string;
      min: string | null;
      max: string | null;
      sensitive: boolean;
      sdgCode: string | null;
      breakdowns: Array<string>;
      unitText: { lang: Language; text: string };
      name: { lang: Language; text: string };
      definition: { lang: Language; text: string };
      stages: Array<{ lang: Language; text: string }> | null;
      sheet: Array<{ key: string; text: { lang: Language; text: string } }>;
    };
    actions: Array<{ code: string; role: IndicatorRole; title: { lang: Language; text: string } }>;
    related: Array<{
      action: string;
      indicator: string;
      role: IndicatorRole;
      kind: IndicatorKind;
      decimals: number;
      unit: string;
      name: { lang: Language; text: string };
      latest: Array<{ area: string; year: number; value: string }>;
    }>;
    parts: Array<{ code: string; name: { lang: Language; text: string } }>;
    series: Array<{
      area: string;
      values: Array<{
        year: number;
        sex: string;
        age: string;
        urbanisation: string;
        region: string;
        breakdown: string;
        value: string | null;
        progress: string | null;
        numerator: string | null;
        denominator: string | null;
        obsStatus: string;
        missingReason: MissingReason | null;
        source: string | null;
        sourceText: string | null;
        period: string | null;
        via: Via | null;
        submittedOn: string | null;
        approvedOn: string | null;
        revision: number | null;
        reason: string | null;
        withdrawnOn: string | null;
        since: string;
        sinceOn: string;
        body: { lang: Language; text: string } | null;
        note: { lang: Language; text: string } | null;
        earlier: Array<{
          release: string;
          publishedOn: string;
          value: string | null;
          obsStatus: string;
        }>;
      }>;
      breakdowns: Array<{
        year: number;
        sex: string;
        age: string;
        urbanisation: string;
        region: string;
        breakdown: string;
        value: string | null;
        progress: string | null;
        numerator: string | null;
        denominator: string | null;
        obsStatus: string;
        missingReason: MissingReason | null;
        source: string | null;
        sourceText: string | null;
        period: string | null;
        via: Via | null;
        submittedOn: string | null;
        approvedOn: string | null;
        revision: number | null;
        reason: string | null;
        withdrawnOn: string | null;
        since: string;
        sinceOn: string;
        body: { lang: Language; text: string } | null;
        note: { lang: Language; text: string } | null;
        earlier: Array<{
          release: string;
          publishedOn: string;
          value: string | null;
          obsStatus: string;
        }>;
      }>;
      target: {
        version: number;
        baselineYear: number | null;
        baselineValue: string | null;
        baselineSource: string | null;
        path: TargetPath;
        tolerance: string;
        reference: boolean;
        confirmedOn: string | null;
        points: Array<{ year: number; value: string }>;
        citation: { lang: Language; text: string } | null;
        rationale: { lang: Language; text: string };
      } | null;
      assessment: {
        status: Status;
        progress: string | null;
        pace: string | null;
        expectedShare: string | null;
        expectedValue: string | null;
        latestYear: number | null;
        latestValue: string | null;
        flags: Array<string>;
        projection: {
          reason: string | null;
          latestYear: number | null;
          latestValue: string | null;
          requiredPerYear: string | null;
          actualPerYear: string | null;
          ratio: string | null;
          points: number;
          fromYear: number | null;
          year: number | null;
          low: string | null;
          central: string | null;
          high: string | null;
          reachedLow: string | null;
          reachedCentral: string | null;
          reachedHigh: string | null;
          pathGap: string | null;
          flags: Array<string>;
        };
        benchmarkGaps: Array<{
          benchmark: string;
          needed: string | null;
          reported: string | null;
          shortBy: string | null;
          share: string | null;
          met: boolean | null;
          approximate: boolean | null;
          reason: string | null;
          population: string | null;
          populationYear: number | null;
        }>;
      } | null;
      breaks: Array<{
        area: string;
        year: number;
        kind: string;
        source: string | null;
        note: { lang: Language; text: string };
      }>;
      alternatives: Array<{
        area: string;
        year: number;
        value: string;
        source: string;
        note: { lang: Language; text: string };
        chosen: { lang: Language; text: string };
      }>;
      withheld: Array<{ year: number; face: string }>;
    }>;
    benchmarks: Array<{
      id: string;
      value: string;
      per: string | null;
      kind: string;
      sense: string;
      url: string | null;
      label: { lang: Language; text: string };
      citation: { lang: Language; text: string };
    }>;
    events: Array<{
      id: string;
      action: string | null;
      indicator: string | null;
      area: string;
      date: string;
      year: number;
      scope: EventScope;
      stage: number | null;
      yesNo: boolean | null;
      source: string;
      text: { lang: Language; text: string };
    }>;
    documents: Array<{
      id: string;
      kind: EvidenceKind;
      title: string;
      mediaType: string | null;
      size: number | null;
      lang: string | null;
      url: string | null;
      indicator: string;
      area: string;
      year: number;
    }>;
    sources: Array<{
      id: string;
      title: string;
      publisher: string;
      year: number | null;
      url: string | null;
      licence: string;
      kind: SourceKind;
    }>;
  } | null;
};

export const IndicatorValueFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'IndicatorValue' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Value' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'year' } },
          { kind: 'Field', name: { kind: 'Name', value: 'sex' } },
          { kind: 'Field', name: { kind: 'Name', value: 'age' } },
          { kind: 'Field', name: { kind: 'Name', value: 'urbanisation' } },
          { kind: 'Field', name: { kind: 'Name', value: 'region' } },
          { kind: 'Field', name: { kind: 'Name', value: 'breakdown' } },
          { kind: 'Field', name: { kind: 'Name', value: 'value' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'numerator' } },
          { kind: 'Field', name: { kind: 'Name', value: 'denominator' } },
          { kind: 'Field', name: { kind: 'Name', value: 'obsStatus' } },
          { kind: 'Field', name: { kind: 'Name', value: 'missingReason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'source' } },
          { kind: 'Field', name: { kind: 'Name', value: 'sourceText' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'body' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'LocalText' } }],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'period' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'note' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'LocalText' } }],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'via' } },
          { kind: 'Field', name: { kind: 'Name', value: 'submittedOn' } },
          { kind: 'Field', name: { kind: 'Name', value: 'approvedOn' } },
          { kind: 'Field', name: { kind: 'Name', value: 'revision' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'withdrawnOn' } },
          { kind: 'Field', name: { kind: 'Name', value: 'since' } },
          { kind: 'Field', name: { kind: 'Name', value: 'sinceOn' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'earlier' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'release' } },
                { kind: 'Field', name: { kind: 'Name', value: 'publishedOn' } },
                { kind: 'Field', name: { kind: 'Name', value: 'value' } },
                { kind: 'Field', name: { kind: 'Name', value: 'obsStatus' } },
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
  ],
} as unknown as DocumentNode<IndicatorValueFragment, unknown>;
export const IndicatorDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'Indicator' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'code' } },
          type: {
            kind: 'NonNullType',
            type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } },
          },
        },
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
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'release' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'indicator' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'code' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'code' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'lang' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'lang' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'release' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'release' } },
              },
            ],
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
                      { kind: 'Field', name: { kind: 'Name', value: 'latest' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'publishedAt' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'methodVersion' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'areas' },
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
                  name: { kind: 'Name', value: 'indicator' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'scope' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'direction' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'valueType' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'regionalMethod' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'decimals' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'unit' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'unitText' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'FragmentSpread', name: { kind: 'Name', value: 'LocalText' } },
                          ],
                        },
                      },
                      { kind: 'Field', name: { kind: 'Name', value: 'multiplier' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'min' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'max' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'sensitive' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'sdgCode' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'breakdowns' } },
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
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'definition' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'FragmentSpread', name: { kind: 'Name', value: 'LocalText' } },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'stages' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'FragmentSpread', name: { kind: 'Name', value: 'LocalText' } },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'sheet' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'key' } },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'text' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  {
                                    kind: 'FragmentSpread',
                                    name: { kind: 'Name', value: 'LocalText' },
                                  },
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
                  kind: 'Field',
                  name: { kind: 'Name', value: 'actions' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'title' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'FragmentSpread', name: { kind: 'Name', value: 'LocalText' } },
                          ],
                        },
                      },
                      { kind: 'Field', name: { kind: 'Name', value: 'role' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'related' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'action' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'indicator' } },
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
                      { kind: 'Field', name: { kind: 'Name', value: 'role' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'decimals' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'unit' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'latest' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'area' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'year' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'value' } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'parts' },
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
                  name: { kind: 'Name', value: 'series' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'area' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'values' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            {
                              kind: 'FragmentSpread',
                              name: { kind: 'Name', value: 'IndicatorValue' },
                            },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'breakdowns' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            {
                              kind: 'FragmentSpread',
                              name: { kind: 'Name', value: 'IndicatorValue' },
                            },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'target' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'version' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'baselineYear' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'baselineValue' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'baselineSource' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'path' } },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'points' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  { kind: 'Field', name: { kind: 'Name', value: 'year' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'value' } },
                                ],
                              },
                            },
                            { kind: 'Field', name: { kind: 'Name', value: 'tolerance' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'reference' } },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'citation' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  {
                                    kind: 'FragmentSpread',
                                    name: { kind: 'Name', value: 'LocalText' },
                                  },
                                ],
                              },
                            },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'rationale' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  {
                                    kind: 'FragmentSpread',
                                    name: { kind: 'Name', value: 'LocalText' },
                                  },
                                ],
                              },
                            },
                            { kind: 'Field', name: { kind: 'Name', value: 'confirmedOn' } },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'assessment' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'status' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'pace' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'expectedShare' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'expectedValue' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'latestYear' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'latestValue' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'flags' } },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'projection' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'latestYear' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'latestValue' } },
                                  {
                                    kind: 'Field',
                                    name: { kind: 'Name', value: 'requiredPerYear' },
                                  },
                                  { kind: 'Field', name: { kind: 'Name', value: 'actualPerYear' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'ratio' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'points' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'fromYear' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'year' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'low' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'central' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'high' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'reachedLow' } },
                                  {
                                    kind: 'Field',
                                    name: { kind: 'Name', value: 'reachedCentral' },
                                  },
                                  { kind: 'Field', name: { kind: 'Name', value: 'reachedHigh' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'pathGap' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'flags' } },
                                ],
                              },
                            },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'benchmarkGaps' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  { kind: 'Field', name: { kind: 'Name', value: 'benchmark' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'needed' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'reported' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'shortBy' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'share' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'met' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'approximate' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'population' } },
                                  {
                                    kind: 'Field',
                                    name: { kind: 'Name', value: 'populationYear' },
                                  },
                                ],
                              },
                            },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'breaks' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'area' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'year' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'note' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  {
                                    kind: 'FragmentSpread',
                                    name: { kind: 'Name', value: 'LocalText' },
                                  },
                                ],
                              },
                            },
                            { kind: 'Field', name: { kind: 'Name', value: 'source' } },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'alternatives' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'area' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'year' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'value' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'source' } },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'note' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  {
                                    kind: 'FragmentSpread',
                                    name: { kind: 'Name', value: 'LocalText' },
                                  },
                                ],
                              },
                            },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'chosen' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  {
                                    kind: 'FragmentSpread',
                                    name: { kind: 'Name', value: 'LocalText' },
                                  },
                                ],
                              },
                            },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'withheld' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'year' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'face' } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'benchmarks' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'value' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'per' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'sense' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'label' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'FragmentSpread', name: { kind: 'Name', value: 'LocalText' } },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'citation' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'FragmentSpread', name: { kind: 'Name', value: 'LocalText' } },
                          ],
                        },
                      },
                      { kind: 'Field', name: { kind: 'Name', value: 'url' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'events' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'Event' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'documents' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'Document' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'sources' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'Source' } },
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
      name: { kind: 'Name', value: 'IndicatorValue' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Value' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'year' } },
          { kind: 'Field', name: { kind: 'Name', value: 'sex' } },
          { kind: 'Field', name: { kind: 'Name', value: 'age' } },
          { kind: 'Field', name: { kind: 'Name', value: 'urbanisation' } },
          { kind: 'Field', name: { kind: 'Name', value: 'region' } },
          { kind: 'Field', name: { kind: 'Name', value: 'breakdown' } },
          { kind: 'Field', name: { kind: 'Name', value: 'value' } },
          { kind: 'Field', name: { kind: 'Name', value: 'progress' } },
          { kind: 'Field', name: { kind: 'Name', value: 'numerator' } },
          { kind: 'Field', name: { kind: 'Name', value: 'denominator' } },
          { kind: 'Field', name: { kind: 'Name', value: 'obsStatus' } },
          { kind: 'Field', name: { kind: 'Name', value: 'missingReason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'source' } },
          { kind: 'Field', name: { kind: 'Name', value: 'sourceText' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'body' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'LocalText' } }],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'period' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'note' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'LocalText' } }],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'via' } },
          { kind: 'Field', name: { kind: 'Name', value: 'submittedOn' } },
          { kind: 'Field', name: { kind: 'Name', value: 'approvedOn' } },
          { kind: 'Field', name: { kind: 'Name', value: 'revision' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'withdrawnOn' } },
          { kind: 'Field', name: { kind: 'Name', value: 'since' } },
          { kind: 'Field', name: { kind: 'Name', value: 'sinceOn' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'earlier' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'release' } },
                { kind: 'Field', name: { kind: 'Name', value: 'publishedOn' } },
                { kind: 'Field', name: { kind: 'Name', value: 'value' } },
                { kind: 'Field', name: { kind: 'Name', value: 'obsStatus' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'Event' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Event' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'action' } },
          { kind: 'Field', name: { kind: 'Name', value: 'indicator' } },
          { kind: 'Field', name: { kind: 'Name', value: 'area' } },
          { kind: 'Field', name: { kind: 'Name', value: 'date' } },
          { kind: 'Field', name: { kind: 'Name', value: 'year' } },
          { kind: 'Field', name: { kind: 'Name', value: 'scope' } },
          { kind: 'Field', name: { kind: 'Name', value: 'stage' } },
          { kind: 'Field', name: { kind: 'Name', value: 'yesNo' } },
          { kind: 'Field', name: { kind: 'Name', value: 'source' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'text' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'LocalText' } }],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'Document' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'PublicDocument' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'title' } },
          { kind: 'Field', name: { kind: 'Name', value: 'mediaType' } },
          { kind: 'Field', name: { kind: 'Name', value: 'size' } },
          { kind: 'Field', name: { kind: 'Name', value: 'lang' } },
          { kind: 'Field', name: { kind: 'Name', value: 'url' } },
          { kind: 'Field', name: { kind: 'Name', value: 'indicator' } },
          { kind: 'Field', name: { kind: 'Name', value: 'area' } },
          { kind: 'Field', name: { kind: 'Name', value: 'year' } },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'Source' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Source' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'title' } },
          { kind: 'Field', name: { kind: 'Name', value: 'publisher' } },
          { kind: 'Field', name: { kind: 'Name', value: 'year' } },
          { kind: 'Field', name: { kind: 'Name', value: 'url' } },
          { kind: 'Field', name: { kind: 'Name', value: 'licence' } },
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<IndicatorQuery, IndicatorQueryVariables>;
