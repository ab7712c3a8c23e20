export { can, ROLES, type Operation, type Role, type Subject } from './access.ts';
export { areaProblem, successorProblem, needsSecondPerson } from './account.ts';
export type { AuditOperation } from './audit-operation.ts';
export { EXIT_ADDRESS } from './exit.ts';
export { passwordProblem } from './password.ts';
