// Exports that only the specs of other projects need, not the product.
export { OPERATIONS } from '../access/access.ts';
export { AUDIT_OPERATIONS } from '../access/audit-operation.ts';
export { elementPart } from '../breakdown/asked-parts.ts';
export { countCandidates, type SumProblem } from './brute-force-audit.ts';
