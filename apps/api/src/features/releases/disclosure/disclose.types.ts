import type { TableToStore } from './released-counts.ts';

export interface HiddenCell {
  indicator: string;
  year: number;
  /** AREA|SEX|AGE|URBANISATION|REGION|BREAKDOWN */
  key: string;
  /** Hidden for itself, not as a cover. */
  primary: boolean;
  why: 'SMALL' | 'RATE' | 'COVER' | 'REGIONAL' | 'WITHDRAWN';
}

export interface HeldTable {
  indicator: string;
  year: number;
  reasons: string[];
}

export interface WithheldFace {
  indicator: string;
  year: number;
  area: string;
  face: string;
  reason: string;
}

/** What disclosure control decided; for officers and auditors only. */
export interface Disclosure {
  hidden: HiddenCell[];
  held: HeldTable[];
  withheld: WithheldFace[];
  /** Each stops the release. */
  problems: { code: string; indicator: string; year: number; cell: string }[];
  /** Tables whose counts this release changes. */
  changed: TableToStore[];
}
