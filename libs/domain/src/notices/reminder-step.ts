/** Days before (negative) and after the due day on which an outstanding return is reminded of. */
export const REMINDER_STEPS = [-30, -7, 0, 7] as const;
export type ReminderStep = (typeof REMINDER_STEPS)[number];

/** A server that was down over a weekend catches up; older reminders would only confuse. */
const CATCH_UP_DAYS = 3;

/**
 * The reminder that is to be sent when `daysLeft` days are left until the due day (0 on the day
 * itself, negative after it); null where none is: before the first step, or more than three days
 * after the last one that was reached. A year that opened later than a step skips it.
 */
export function reminderStep(daysLeft: number): ReminderStep | null {
  const reached = REMINDER_STEPS.findLast((step) => step <= -daysLeft);
  return reached !== undefined && -daysLeft - reached <= CATCH_UP_DAYS ? reached : null;
}
