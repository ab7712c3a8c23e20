// The tables of schema `publication`, each described by an entity. The files listed here export nothing but entities and types.

export * from '../features/publication/published-framework.entity.ts';
export * from '../features/publication/published-progress.entity.ts';
export * from '../features/publication/published-value.entity.ts';
export * from '../features/publication/release.entity.ts';
