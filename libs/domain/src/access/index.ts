export {
  can,
  canSomewhere,
  isWithin,
  limitOf,
  ROLES,
  type Operation,
  type Role,
  type Subject,
} from './access.ts';
export {
  ACCOUNT_ACTS,
  areaProblem,
  gainsRights,
  hasSameBounds,
  limitProblem,
  needsSecondPerson,
  successorProblem,
} from './account.ts';
export type { AuditOperation } from './audit-operation.ts';
export { EXIT_ADDRESS } from './exit.ts';
export { passwordProblem } from './password.ts';
export {
  factorsToShow,
  FRESH_MINUTES,
  hasSecondFactor,
  mayRemoveFactor,
  needsSecondFactor,
  type OwnFactors,
  readFactorCode,
  RECOVERY_ALPHABET,
  RECOVERY_LENGTH,
  type SecondFactor,
  showRecoveryCode,
  stepAfterPassword,
  stepAfterProvider,
  stepOfSignIn,
  type StepAfterPassword,
} from './second-factor.ts';
