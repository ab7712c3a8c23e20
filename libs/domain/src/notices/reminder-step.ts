/** Days before (negative) and after the due day on which people are reminded of an outstanding return. */
export const REMINDER_STEPS = [-30, -7, 0, 7] as const;
export type ReminderStep = (typeof REMINDER_STEPS)[number];

/** A server that was down over a weekend sends missed reminders; older ones would only confuse. */
const CATCH_UP_DAYS = 3;

/**
 * The reminder to send when `daysLeft` days are left until the due day (0 on the day itself, negative
 * after it); null if there is none: before the first step, or more than three days after the last step
 * that was reached. A cycle that opens more than three days after a step skips it.
 */
export function reminderStep(daysLeft: number): ReminderStep | null {
  const reached = REMINDER_STEPS.findLast((step) => step <= -daysLeft);
  return reached !== undefined && -daysLeft - reached <= CATCH_UP_DAYS ? reached : null;
}
