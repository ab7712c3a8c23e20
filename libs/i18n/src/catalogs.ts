import type enAbout from './catalogs/en/about.json';
import type enDesk from './catalogs/en/desk.json';
import type enFiles from './catalogs/en/files.json';
import type enMail from './catalogs/en/mail.json';
import type enProblems from './catalogs/en/problems.json';
import type enPublic from './catalogs/en/public.json';
import type { Language } from './languages.ts';

/** English is the measure: a key that Russian lacks does not compile. */
export interface Catalogs {
  public: typeof enPublic;
  about: typeof enAbout;
  desk: typeof enDesk;
  problems: typeof enProblems;
  mail: typeof enMail;
  files: typeof enFiles;
}
export type Namespace = keyof Catalogs;

type Partially<T> = { [K in keyof T]?: T[K] extends string ? string : Partially<T[K]> };
type Loader<T> = () => Promise<{ default: T }>;
type Complete = { [N in Namespace]: Loader<Catalogs[N]> };
/** The four state languages fall back to Russian, then English, key by key. */
type Growing = { [N in Namespace]?: Loader<Partially<Catalogs[N]>> };

const en: Complete = {
  public: () => import('./catalogs/en/public.json', { with: { type: 'json' } }),
  about: () => import('./catalogs/en/about.json', { with: { type: 'json' } }),
  desk: () => import('./catalogs/en/desk.json', { with: { type: 'json' } }),
  problems: () => import('./catalogs/en/problems.json', { with: { type: 'json' } }),
  mail: () => import('./catalogs/en/mail.json', { with: { type: 'json' } }),
  files: () => import('./catalogs/en/files.json', { with: { type: 'json' } }),
};
const ru: Complete = {
  public: () => import('./catalogs/ru/public.json', { with: { type: 'json' } }),
  about: () => import('./catalogs/ru/about.json', { with: { type: 'json' } }),
  desk: () => import('./catalogs/ru/desk.json', { with: { type: 'json' } }),
  problems: () => import('./catalogs/ru/problems.json', { with: { type: 'json' } }),
  mail: () => import('./catalogs/ru/mail.json', { with: { type: 'json' } }),
  files: () => import('./catalogs/ru/files.json', { with: { type: 'json' } }),
};
const kk: Growing = { files: () => import('./catalogs/kk/files.json', { with: { type: 'json' } }) };
const ky: Growing = { files: () => import('./catalogs/ky/files.json', { with: { type: 'json' } }) };
const tg: Growing = { files: () => import('./catalogs/tg/files.json', { with: { type: 'json' } }) };
const uz: Growing = { files: () => import('./catalogs/uz/files.json', { with: { type: 'json' } }) };
const loaders: Record<Language, Growing> = { en, ru, kk, ky, tg, uz };

export const namespaces = Object.keys(en) as readonly Namespace[];

/** The texts of one language and area; empty where it has none yet. A browser loads only what it asks for. */
export async function loadCatalog(language: Language, namespace: Namespace): Promise<object> {
  return (await loaders[language][namespace]?.())?.default ?? {};
}
