export { isAdopted, replacedState, VIAS } from './adoption.ts';
export { agreementState } from './agreement.ts';
export { isClearable } from './clearing.ts';
export { judgeFirstValue } from './first-value.ts';
export { mayApprove } from './four-eyes.ts';
export { move, WORK_STATES, type WorkEvent, type WorkState } from './moves.ts';
export {
  askedOf,
  openQuestion,
  REVIEW_DECISIONS,
  type Asked,
  type Decided,
} from './open-question.ts';
export { recallProblem, type SubmittedReturn, type RecallProblem } from './recall.ts';
export { REMARKS, remarksOn, type Remark } from './remarks.ts';
export {
  evidenceLock,
  grantProblem,
  isOpenedByGrant,
  lockOf,
  MAX_GRANT_DAYS,
  REOPENING_STATES,
  reopeningState,
  type Lock,
  type ReopeningFacts,
  type ReopeningState,
} from './reopening.ts';
export {
  maySign,
  signatureProblem,
  SIGNATURE_NEEDS_REPORTERS,
  SIGNATURE_STATES,
  signatureState,
  type PreparedReturn,
  type SignatureState,
} from './second-signature.ts';
export { moveTarget, TARGET_EVENTS, TARGET_STATES, type TargetState } from './target-moves.ts';
