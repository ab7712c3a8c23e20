import type { CHANGE_CLASSES } from '@qadam/domain';
import type { ChangesQuery } from './changes.generated.ts';

export type ChangesData = NonNullable<ChangesQuery['changes']>;
export type ChangeItem = ChangesData['items'][number];

export type ChangeClass = (typeof CHANGE_CLASSES)[number];
