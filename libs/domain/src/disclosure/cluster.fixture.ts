import { expect } from '@jest/globals';
import type { ClusterCell, ClusterMember, ClusterRelease, MemberPlan } from './cluster.types.ts';
import { planCluster } from './plan-cluster.ts';

export const NATIONAL = 'KAZ|_T|_T|_T|_T|_T';
export const SEX = (code: string) => `KAZ|${code}|_T|_T|_T|_T`;

export function member(code: string, of: Partial<ClusterMember>): ClusterMember {
  return {
    code,
    unit: 'PT',
    multiplier: '100',
    decimals: 1,
    sensitive: false,
    threshold: { base: 5, detailed: 10 },
    numeratorOf: null,
    denominatorOf: null,
    cells: [],
    previous: [],
    withdrawn: [],
    steps: [],
    hiddenBefore: [],
    ...of,
  };
}

export const cell = (key: string, count: number, denominator?: number): ClusterCell => ({
  key,
  count: String(count),
  value: denominator === undefined ? String(count) : ((100 * count) / denominator).toFixed(1),
  denominator: denominator === undefined ? null : String(denominator),
  population: null,
});

export const counted = (cells: ClusterCell[], of: Partial<ClusterMember> = {}) =>
  member('A5.6', { unit: 'NUMBER', sensitive: true, decimals: 0, multiplier: '1', cells, ...of });
export const shared = (cells: ClusterCell[], of: Partial<ClusterMember> = {}) =>
  member('A5.4', { denominatorOf: 'A5.6', cells, ...of });

export function plan(
  members: ClusterMember[],
  frame: { areas: string[]; group: string | null } = { areas: ['KAZ'], group: null },
) {
  const planned = planCluster({ ...frame, regions: {}, members, annual: true });
  expect(planned).toMatchObject({ outcome: 'PLANNED', problems: [] });
  return new Map(planned.members.map((one) => [one.code, one]));
}

export const keysOf = (planned: MemberPlan | undefined) => planned?.hidden.map(({ key }) => key);

export function released(planned: MemberPlan | undefined, release: string): ClusterRelease {
  if (!planned?.held) throw new Error('Nothing is held.');
  return { ...planned.held, release };
}
