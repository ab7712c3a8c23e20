import type {
  ActionScope,
  Direction,
  IndicatorKind,
  IndicatorRole,
  Observation,
  PathPoint,
} from '@qadam/domain';

/** What a status is made of: the plan and the figures of one indicator with a direction in one area, public ones only. */
export interface JudgedFacts {
  indicator: string;
  area: string;
  kind: IndicatorKind;
  direction: Direction;
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
  notApplicable: boolean;
  /** Context wherever it stands: its figures and its pace are shown, and it is never judged. */
  contextOnly: boolean;
  breaks: number[];
}

export interface ActionFacts {
  code: string;
  scope: ActionScope;
  indicators: {
    code: string;
    scope: ActionScope;
    role: IndicatorRole;
    weight: string;
    direction: Direction;
  }[];
}
