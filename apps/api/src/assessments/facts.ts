import type {
  Direction,
  ElementObservation,
  IndicatorKind,
  IndicatorRole,
  Observation,
  PathPoint,
} from '@qadam/domain';
import type { Scope } from '../graphql/enums.ts';

/** What was published of an element of a law in one area, oldest first. */
export interface ElementFacts {
  code: string;
  /** False: shown beside the law and not counted. */
  counts: boolean;
  observations: (ElementObservation & { value: string | null; source: string | null })[];
}

/** What a level is made of: the plan and the figures of one indicator with a direction in one area, public ones only. */
export interface JudgedFacts {
  indicator: string;
  area: string;
  kind: IndicatorKind;
  direction: Direction;
  /** The natural floor of the values. */
  min: string | null;
  plan: {
    baselineYear: number | null;
    baselineValue: string | null;
    points: PathPoint[];
    tolerance: string;
    /** The value of the baseline year is hidden: nothing may be computed from it. */
    baselineHidden: boolean;
  } | null;
  /** Not broken down, oldest first. */
  observations: (Observation & { value: string | null })[];
  /** Of a law; else empty. */
  elements: ElementFacts[];
  notApplicable: boolean;
  /** Context in every action: its figures and its pace are shown, and it has no level. */
  contextOnly: boolean;
  breaks: number[];
}

export interface ActionFacts {
  code: string;
  scope: Scope;
  indicators: {
    code: string;
    scope: Scope;
    role: IndicatorRole;
    weight: string;
    direction: Direction;
  }[];
}
