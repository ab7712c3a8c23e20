export { daysBetween, localTime, type LocalTime } from './local-time.ts';
export { nudgeWait } from './nudge-wait.ts';
export { reminderStep } from './reminder-step.ts';
export { returnsAreCollected } from './returns-are-collected.ts';
export { digestMonth, digestWeek, isSendingHour } from './sending-hours.ts';
