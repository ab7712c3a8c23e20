import type { FollowInput } from './following.generated.ts';

export type Follow = { kind: FollowInput['kind']; code: string };
