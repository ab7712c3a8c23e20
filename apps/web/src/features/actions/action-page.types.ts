import type { ActionQuery } from './action-page.generated.ts';

export type ActionPageData = NonNullable<ActionQuery['action']>;
