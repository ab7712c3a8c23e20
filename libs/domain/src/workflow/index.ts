export { agreementState, type AgreementState, type AgreementTerm } from './agreement.ts';
export { isClearable } from './clearing.ts';
export { mayApprove, type Approval, type ApprovalInput } from './four-eyes.ts';
export {
  move,
  WORK_EVENTS,
  WORK_STATES,
  type InvalidState,
  type Move,
  type WorkEvent,
  type WorkState,
} from './moves.ts';
export {
  askedOf,
  openQuestion,
  type Asked,
  type AskedMessage,
  type Decided,
} from './open-question.ts';
export { recallProblem, type HandedIn, type RecallProblem } from './recall.ts';
export { REMARKS, remarksOn, type Remark, type ReviewedValue } from './remarks.ts';
export {
  grantProblem,
  lockOf,
  MAX_GRANT_DAYS,
  reopeningState,
  type GrantProblem,
  type Lock,
  type LockInput,
  type ReopeningFacts,
  type ReopeningState,
} from './reopening.ts';
export {
  moveTarget,
  TARGET_EVENTS,
  TARGET_STATES,
  type TargetEvent,
  type TargetMove,
  type TargetState,
} from './target-moves.ts';
