/**
 * Everything that leaves an event in the audit chain, named once: what is written there is read for decades, and each
 * has a name in every language (web's audit-text.spec.ts). Names are added, never changed: the chain keeps the old ones.
 */
export const AUDIT_OPERATIONS = [
  // values and returns
  'SAVE_VALUE',
  'SUBMIT',
  'RECALL',
  'CORRECT_VALUE',
  'COMMIT_IMPORT',
  'MAP_SERIES',
  'IMPORT_SOURCES',
  'WRITE_MESSAGE',
  'ADD_EVIDENCE',
  'ATTACH_EVIDENCE',
  'DETACH_EVIDENCE',
  'MARK_EVIDENCE',
  'REQUEST_REOPEN',
  'GRANT_REOPEN',
  'DECLINE_REOPEN',
  'REVOKE_REOPEN',
  // review
  'RETURN',
  'APPROVE',
  'UNDO_APPROVAL',
  'ASK_REPORTER',
  'RECORD_ALTERNATIVE',
  'CHOOSE_ALTERNATIVE',
  'REMIND_REPORTERS',
  // framework and targets
  'EDIT_FRAMEWORK',
  'PROPOSE_TARGET',
  'CONFIRM_TARGET',
  // releases
  'STATE_DIFFERENT_COUNTS',
  'PLAN_RELEASE',
  'CANCEL_RELEASE',
  'REFUSE_RELEASE',
  'PUBLISH_RELEASE',
  'REQUEST_WITHDRAWAL',
  'DECIDE_WITHDRAWAL',
  'RECORD_AGREEMENT',
  'END_AGREEMENT',
  // administration
  'CREATE_USER',
  'INVITE_USER',
  'RENEW_INVITATION',
  'ACCEPT_INVITATION',
  'CHANGE_USER',
  'CONFIRM_ACCOUNT',
  'DISABLE_USER',
  'ENABLE_USER',
  'REQUEST_EMAIL_CHANGE',
  'CHANGE_EMAIL',
  'HAND_OVER_DUTIES',
  'ERASE_USER',
  'END_SESSIONS',
  'CHANGE_PASSWORD',
  'CREATE_ORGANISATION',
  'CHANGE_ORGANISATION',
  'HAND_OVER_ASSIGNMENTS',
  'CHANGE_HELP_LINE',
  'TRANSLATE',
  'SEND_AGAIN',
  // what people follow
  'FOLLOW',
  'UNFOLLOW',
  'SAVE_VIEW',
  'RENAME_VIEW',
  'DELETE_VIEW',
  'CHOOSE_DIGEST',
  // by the operator of the server
  'BACK_UP',
] as const;

export type AuditOperation = (typeof AUDIT_OPERATIONS)[number];
