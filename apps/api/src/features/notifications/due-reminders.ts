import type { EntityManager } from '@mikro-orm/postgresql';
import { isSendingHour, reminderStep } from '@qadam/domain';
import { type Notice, noticesTo } from '../outbox/notice.ts';
import { readOwing } from './owing.ts';
import { reporters } from './readers.ts';

/** To everybody who reports for an area that owes something, 30 and 7 days before, on, and 7 days after its due day. */
export async function dueReminders(em: EntityManager, now: Date): Promise<Notice[]> {
  const due = (await readOwing(em, now)).flatMap(({ local, due: owing }) => {
    const step = isSendingHour(local) ? reminderStep(owing.daysLeft) : null;
    return step === null ? [] : [{ step, owing }];
  });
  const readers = await reporters(
    em,
    due.map(({ owing }) => owing.area),
  );
  return due.flatMap(({ step, owing }) =>
    noticesTo(
      readers.get(owing.area) ?? [],
      // with the due day: a year that is given more time reminds anew
      `reminder:${owing.area}:${String(owing.cycle)}:${owing.dueOn}:${String(step)}`,
      { kind: 'REMINDER', ...owing },
    ),
  );
}
