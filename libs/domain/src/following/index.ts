export * from './concerns.ts';
export * from './count-news.ts';
export * from './saved-view.ts';
export * from './visit.ts';
