/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type BenchmarkInput = {
  citation: Array<TextInput>;
  id: string | number;
  kind: BenchmarkKind;
  label: Array<TextInput>;
  per?: string | null | undefined;
  population?: string | null | undefined;
  sense: BenchmarkSense;
  source?: string | number | null | undefined;
  url?: string | null | undefined;
  value: string;
};

export type BenchmarkKind =
  | 'RATE'
  | 'SHARE';

export type BenchmarkSense =
  | 'AT_LEAST'
  | 'AT_MOST';

export type BreakKind =
  | 'definition'
  | 'law'
  | 'method'
  | 'source';

export type CentresIn =
  | 'DENOMINATOR'
  | 'ELSEWHERE'
  | 'NUMERATOR'
  | 'VALUE';

export type Direction =
  | 'DECREASE'
  | 'INCREASE'
  | 'NONE'
  | 'TOWARDS';

export type ElementInput = {
  code: string | number;
  /** False if the element is shown beside the law but not counted. */
  counts: boolean;
  definition: Array<TextInput>;
  /** The international instrument that asks for it. */
  instrument?: string | null | undefined;
  name: Array<TextInput>;
  origin: ElementOrigin;
};

export type ElementOrigin =
  | 'DEFINITION'
  | 'SEED';

export type IndicatorKind =
  | 'BINARY'
  | 'MILESTONE'
  | 'NUMERIC';

export type Language =
  | 'en'
  | 'kk'
  | 'ky'
  | 'ru'
  | 'tg'
  | 'uz';

export type RegionalMethod =
  | 'COUNT_YES'
  | 'MEAN'
  | 'RATIO'
  | 'SUM'
  | 'WEIGHTED_MEAN';

export type SaveIndicatorInput = {
  benchmarks: Array<BenchmarkInput>;
  breakdowns: Array<string>;
  breaks: Array<SeriesBreakInput>;
  /** For a figure about shelters: where it gives the number of centres behind it. Below national level the figure is hidden if there are fewer than three. */
  centresIn?: CentresIn | null | undefined;
  code: string | number;
  custodian?: string | null | undefined;
  decimals: number;
  definition: Array<TextInput>;
  /** The count that the denominator is: `A2.4` for what that indicator counts, `A2.5:DENOMINATOR` for that indicator’s denominator, or a kind of population. */
  denominatorOf?: string | null | undefined;
  direction: Direction;
  elements: Array<ElementInput>;
  /** The version that was seen; 0 for a new one. */
  expectedVersion: number;
  idempotencyKey: string;
  kind: IndicatorKind;
  max?: string | null | undefined;
  min?: string | null | undefined;
  multiplier: string;
  name: Array<TextInput>;
  /** The count that the numerator is, or the value if it is a number: `A2.4` for what that indicator counts, `A2.5:DENOMINATOR` for that indicator’s denominator. */
  numeratorOf?: string | null | undefined;
  position: number;
  /** The reason; required if a law gets or loses an element, or if an element starts or stops counting. */
  reason?: string | null | undefined;
  regionalMethod: RegionalMethod;
  /** True if it counts reported cases: it is context and never scored. */
  reportedCases: boolean;
  scope: Scope;
  sdgCode?: string | null | undefined;
  sensitive: boolean;
  sheet: Array<SheetTextInput>;
  stages?: Array<StageTextInput> | null | undefined;
  /** The step between allowed values, from the lower limit on: 50 for an index of 0, 50 or 100. */
  step?: string | null | undefined;
  thresholdBase: number;
  thresholdDetailed: number;
  unit: string;
  unitText: Array<TextInput>;
  valueType: ValueType;
  whole: boolean;
};

export type Scope =
  | 'COUNTRY'
  | 'REGION';

export type SeriesBreakInput = {
  area: string | number;
  kind: BreakKind;
  note: Array<TextInput>;
  source?: string | number | null | undefined;
  year: number;
};

export type SheetTextInput = {
  key: string;
  texts: Array<TextInput>;
};

export type StageTextInput = {
  texts: Array<TextInput>;
};

export type TextInput = {
  lang: Language;
  text: string;
};

export type ValueType =
  | 'CUMULATIVE'
  | 'FLOW'
  | 'STOCK';

export type IndicatorSheetFragment = { code: string, version: number, released: boolean, actions: Array<string>, kind: IndicatorKind, scope: Scope, unit: string, multiplier: string, decimals: number, direction: Direction, reportedCases: boolean, centresIn: CentresIn | null, valueType: ValueType, regionalMethod: RegionalMethod, sensitive: boolean, thresholdBase: number, thresholdDetailed: number, min: string | null, max: string | null, step: string | null, whole: boolean, breakdowns: Array<string>, sdgCode: string | null, custodian: string | null, numeratorOf: string | null, denominatorOf: string | null, position: number, unitText: Array<{ lang: Language, text: string }>, name: Array<{ lang: Language, text: string }>, definition: Array<{ lang: Language, text: string }>, stages: Array<{ texts: Array<{ lang: Language, text: string }> }> | null, elements: Array<{ code: string, instrument: string | null, origin: ElementOrigin, counts: boolean, inUse: boolean, name: Array<{ lang: Language, text: string }>, definition: Array<{ lang: Language, text: string }> }>, sheet: Array<{ key: string, texts: Array<{ lang: Language, text: string }> }>, benchmarks: Array<{ id: string, value: string, per: string | null, kind: BenchmarkKind, sense: BenchmarkSense, population: string | null, url: string | null, source: string | null, label: Array<{ lang: Language, text: string }>, citation: Array<{ lang: Language, text: string }> }>, breaks: Array<{ area: string, year: number, kind: BreakKind, source: string | null, note: Array<{ lang: Language, text: string }> }> };

export type IndicatorSheetQueryVariables = Exact<{
  code: string | number;
}>;


export type IndicatorSheetQuery = { frameworkIndicator: { code: string, version: number, released: boolean, actions: Array<string>, kind: IndicatorKind, scope: Scope, unit: string, multiplier: string, decimals: number, direction: Direction, reportedCases: boolean, centresIn: CentresIn | null, valueType: ValueType, regionalMethod: RegionalMethod, sensitive: boolean, thresholdBase: number, thresholdDetailed: number, min: string | null, max: string | null, step: string | null, whole: boolean, breakdowns: Array<string>, sdgCode: string | null, custodian: string | null, numeratorOf: string | null, denominatorOf: string | null, position: number, unitText: Array<{ lang: Language, text: string }>, name: Array<{ lang: Language, text: string }>, definition: Array<{ lang: Language, text: string }>, stages: Array<{ texts: Array<{ lang: Language, text: string }> }> | null, elements: Array<{ code: string, instrument: string | null, origin: ElementOrigin, counts: boolean, inUse: boolean, name: Array<{ lang: Language, text: string }>, definition: Array<{ lang: Language, text: string }> }>, sheet: Array<{ key: string, texts: Array<{ lang: Language, text: string }> }>, benchmarks: Array<{ id: string, value: string, per: string | null, kind: BenchmarkKind, sense: BenchmarkSense, population: string | null, url: string | null, source: string | null, label: Array<{ lang: Language, text: string }>, citation: Array<{ lang: Language, text: string }> }>, breaks: Array<{ area: string, year: number, kind: BreakKind, source: string | null, note: Array<{ lang: Language, text: string }> }> } | null };

export type SaveIndicatorMutationVariables = Exact<{
  input: SaveIndicatorInput;
}>;


export type SaveIndicatorMutation = { saveIndicator: { indicator: { code: string, version: number, released: boolean, actions: Array<string>, kind: IndicatorKind, scope: Scope, unit: string, multiplier: string, decimals: number, direction: Direction, reportedCases: boolean, centresIn: CentresIn | null, valueType: ValueType, regionalMethod: RegionalMethod, sensitive: boolean, thresholdBase: number, thresholdDetailed: number, min: string | null, max: string | null, step: string | null, whole: boolean, breakdowns: Array<string>, sdgCode: string | null, custodian: string | null, numeratorOf: string | null, denominatorOf: string | null, position: number, unitText: Array<{ lang: Language, text: string }>, name: Array<{ lang: Language, text: string }>, definition: Array<{ lang: Language, text: string }>, stages: Array<{ texts: Array<{ lang: Language, text: string }> }> | null, elements: Array<{ code: string, instrument: string | null, origin: ElementOrigin, counts: boolean, inUse: boolean, name: Array<{ lang: Language, text: string }>, definition: Array<{ lang: Language, text: string }> }>, sheet: Array<{ key: string, texts: Array<{ lang: Language, text: string }> }>, benchmarks: Array<{ id: string, value: string, per: string | null, kind: BenchmarkKind, sense: BenchmarkSense, population: string | null, url: string | null, source: string | null, label: Array<{ lang: Language, text: string }>, citation: Array<{ lang: Language, text: string }> }>, breaks: Array<{ area: string, year: number, kind: BreakKind, source: string | null, note: Array<{ lang: Language, text: string }> }> } | null, warnings: Array<{ code: string, field: string | null, params: Array<{ name: string, value: string }> }>, problems: Array<{ code: string, field: string | null, params: Array<{ name: string, value: string }> }> } };

export const IndicatorSheetFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IndicatorSheet"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FrameworkIndicatorSheet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"released"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"unitText"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"reportedCases"}},{"kind":"Field","name":{"kind":"Name","value":"centresIn"}},{"kind":"Field","name":{"kind":"Name","value":"valueType"}},{"kind":"Field","name":{"kind":"Name","value":"regionalMethod"}},{"kind":"Field","name":{"kind":"Name","value":"sensitive"}},{"kind":"Field","name":{"kind":"Name","value":"thresholdBase"}},{"kind":"Field","name":{"kind":"Name","value":"thresholdDetailed"}},{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}},{"kind":"Field","name":{"kind":"Name","value":"breakdowns"}},{"kind":"Field","name":{"kind":"Name","value":"sdgCode"}},{"kind":"Field","name":{"kind":"Name","value":"custodian"}},{"kind":"Field","name":{"kind":"Name","value":"numeratorOf"}},{"kind":"Field","name":{"kind":"Name","value":"denominatorOf"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"definition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"texts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"elements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"definition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"instrument"}},{"kind":"Field","name":{"kind":"Name","value":"origin"}},{"kind":"Field","name":{"kind":"Name","value":"counts"}},{"kind":"Field","name":{"kind":"Name","value":"inUse"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sheet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"texts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"benchmarks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"per"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sense"}},{"kind":"Field","name":{"kind":"Name","value":"population"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"breaks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"note"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FrameworkText"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocalText"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lang"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]} as unknown as DocumentNode<IndicatorSheetFragment, unknown>;
export const IndicatorSheetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IndicatorSheet"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"frameworkIndicator"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IndicatorSheet"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FrameworkText"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocalText"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lang"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IndicatorSheet"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FrameworkIndicatorSheet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"released"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"unitText"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"reportedCases"}},{"kind":"Field","name":{"kind":"Name","value":"centresIn"}},{"kind":"Field","name":{"kind":"Name","value":"valueType"}},{"kind":"Field","name":{"kind":"Name","value":"regionalMethod"}},{"kind":"Field","name":{"kind":"Name","value":"sensitive"}},{"kind":"Field","name":{"kind":"Name","value":"thresholdBase"}},{"kind":"Field","name":{"kind":"Name","value":"thresholdDetailed"}},{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}},{"kind":"Field","name":{"kind":"Name","value":"breakdowns"}},{"kind":"Field","name":{"kind":"Name","value":"sdgCode"}},{"kind":"Field","name":{"kind":"Name","value":"custodian"}},{"kind":"Field","name":{"kind":"Name","value":"numeratorOf"}},{"kind":"Field","name":{"kind":"Name","value":"denominatorOf"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"definition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"texts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"elements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"definition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"instrument"}},{"kind":"Field","name":{"kind":"Name","value":"origin"}},{"kind":"Field","name":{"kind":"Name","value":"counts"}},{"kind":"Field","name":{"kind":"Name","value":"inUse"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sheet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"texts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"benchmarks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"per"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sense"}},{"kind":"Field","name":{"kind":"Name","value":"population"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"breaks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"note"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}}]}}]} as unknown as DocumentNode<IndicatorSheetQuery, IndicatorSheetQueryVariables>;
export const SaveIndicatorDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveIndicator"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SaveIndicatorInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"saveIndicator"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"IndicatorSheet"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Problem"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Problem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FrameworkText"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocalText"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lang"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"IndicatorSheet"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"FrameworkIndicatorSheet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"released"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"unitText"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"decimals"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"reportedCases"}},{"kind":"Field","name":{"kind":"Name","value":"centresIn"}},{"kind":"Field","name":{"kind":"Name","value":"valueType"}},{"kind":"Field","name":{"kind":"Name","value":"regionalMethod"}},{"kind":"Field","name":{"kind":"Name","value":"sensitive"}},{"kind":"Field","name":{"kind":"Name","value":"thresholdBase"}},{"kind":"Field","name":{"kind":"Name","value":"thresholdDetailed"}},{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}},{"kind":"Field","name":{"kind":"Name","value":"breakdowns"}},{"kind":"Field","name":{"kind":"Name","value":"sdgCode"}},{"kind":"Field","name":{"kind":"Name","value":"custodian"}},{"kind":"Field","name":{"kind":"Name","value":"numeratorOf"}},{"kind":"Field","name":{"kind":"Name","value":"denominatorOf"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"definition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"texts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"elements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"definition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"instrument"}},{"kind":"Field","name":{"kind":"Name","value":"origin"}},{"kind":"Field","name":{"kind":"Name","value":"counts"}},{"kind":"Field","name":{"kind":"Name","value":"inUse"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sheet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"texts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"benchmarks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"per"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sense"}},{"kind":"Field","name":{"kind":"Name","value":"population"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"breaks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"note"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameworkText"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Problem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Problem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"params"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]} as unknown as DocumentNode<SaveIndicatorMutation, SaveIndicatorMutationVariables>;