// What the specs of other projects need beside what the product calls.
export { OPERATIONS } from '../access/access.ts';
export { AUDIT_OPERATIONS } from '../access/audit-operation.ts';
export { elementPart } from '../breakdown/asked-parts.ts';
export { countCandidates, type SumProblem } from './brute-force-audit.ts';
