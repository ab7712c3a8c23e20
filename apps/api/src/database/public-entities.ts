// The tables of schema `publication`, each by the entity that describes it. Such a file exports nothing but entities and types.

export * from '../features/publication/published-framework.entity.ts';
export * from '../features/publication/published-progress.entity.ts';
export * from '../features/publication/published-value.entity.ts';
export * from '../features/publication/release.entity.ts';
