export { isAdopted, replacedState } from './adoption.ts';
export { agreementState } from './agreement.ts';
export { isClearable } from './clearing.ts';
export { judgeFirstValue } from './first-value.ts';
export { mayApprove } from './four-eyes.ts';
export { move, WORK_STATES, type WorkEvent, type WorkState } from './moves.ts';
export { askedOf, openQuestion, type Asked, type Decided } from './open-question.ts';
export { recallProblem, type SubmittedReturn, type RecallProblem } from './recall.ts';
export { remarksOn, type Remark } from './remarks.ts';
export {
  evidenceLock,
  grantProblem,
  isOpenedByGrant,
  lockOf,
  MAX_GRANT_DAYS,
  reopeningState,
  type Lock,
  type ReopeningFacts,
  type ReopeningState,
} from './reopening.ts';
export {
  maySign,
  signatureProblem,
  SIGNATURE_NEEDS_REPORTERS,
  signatureState,
  type PreparedReturn,
  type SignatureState,
} from './second-signature.ts';
export { moveTarget, type TargetState } from './target-moves.ts';
