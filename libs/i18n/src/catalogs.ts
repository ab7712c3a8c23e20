import type enAbout from './catalogs/en/about.json';
import type enBrief from './catalogs/en/brief.json';
import type enCharts from './catalogs/en/charts.json';
import type enCompare from './catalogs/en/compare.json';
import type enDesk from './catalogs/en/desk.json';
import type enFiles from './catalogs/en/files.json';
import type enIati from './catalogs/en/iati.json';
import type enLevels from './catalogs/en/levels.json';
import type enMail from './catalogs/en/mail.json';
import type enProblems from './catalogs/en/problems.json';
import type enPublic from './catalogs/en/public.json';
import type enSdmx from './catalogs/en/sdmx.json';
import type enSite from './catalogs/en/site.json';
import type { Language } from './languages.ts';

/** The keys of English are the measure: a catalog of another language that lacks one does not compile. */
export interface Catalogs {
  public: typeof enPublic;
  about: typeof enAbout;
  site: typeof enSite;
  charts: typeof enCharts;
  compare: typeof enCompare;
  brief: typeof enBrief;
  levels: typeof enLevels;
  desk: typeof enDesk;
  problems: typeof enProblems;
  mail: typeof enMail;
  files: typeof enFiles;
  sdmx: typeof enSdmx;
  iati: typeof enIati;
}
export type Namespace = keyof Catalogs;

type Loader<T> = () => Promise<{ default: T }>;
type Complete = { [N in Namespace]: Loader<Catalogs[N]> };

const en: Complete = {
  public: () => import('./catalogs/en/public.json', { with: { type: 'json' } }),
  about: () => import('./catalogs/en/about.json', { with: { type: 'json' } }),
  site: () => import('./catalogs/en/site.json', { with: { type: 'json' } }),
  charts: () => import('./catalogs/en/charts.json', { with: { type: 'json' } }),
  compare: () => import('./catalogs/en/compare.json', { with: { type: 'json' } }),
  brief: () => import('./catalogs/en/brief.json', { with: { type: 'json' } }),
  levels: () => import('./catalogs/en/levels.json', { with: { type: 'json' } }),
  desk: () => import('./catalogs/en/desk.json', { with: { type: 'json' } }),
  problems: () => import('./catalogs/en/problems.json', { with: { type: 'json' } }),
  mail: () => import('./catalogs/en/mail.json', { with: { type: 'json' } }),
  files: () => import('./catalogs/en/files.json', { with: { type: 'json' } }),
  sdmx: () => import('./catalogs/en/sdmx.json', { with: { type: 'json' } }),
  iati: () => import('./catalogs/en/iati.json', { with: { type: 'json' } }),
};
const ru: Complete = {
  public: () => import('./catalogs/ru/public.json', { with: { type: 'json' } }),
  about: () => import('./catalogs/ru/about.json', { with: { type: 'json' } }),
  site: () => import('./catalogs/ru/site.json', { with: { type: 'json' } }),
  charts: () => import('./catalogs/ru/charts.json', { with: { type: 'json' } }),
  compare: () => import('./catalogs/ru/compare.json', { with: { type: 'json' } }),
  brief: () => import('./catalogs/ru/brief.json', { with: { type: 'json' } }),
  levels: () => import('./catalogs/ru/levels.json', { with: { type: 'json' } }),
  desk: () => import('./catalogs/ru/desk.json', { with: { type: 'json' } }),
  problems: () => import('./catalogs/ru/problems.json', { with: { type: 'json' } }),
  mail: () => import('./catalogs/ru/mail.json', { with: { type: 'json' } }),
  files: () => import('./catalogs/ru/files.json', { with: { type: 'json' } }),
  sdmx: () => import('./catalogs/ru/sdmx.json', { with: { type: 'json' } }),
  iati: () => import('./catalogs/ru/iati.json', { with: { type: 'json' } }),
};
const kk: Complete = {
  public: () => import('./catalogs/kk/public.json', { with: { type: 'json' } }),
  about: () => import('./catalogs/kk/about.json', { with: { type: 'json' } }),
  site: () => import('./catalogs/kk/site.json', { with: { type: 'json' } }),
  charts: () => import('./catalogs/kk/charts.json', { with: { type: 'json' } }),
  compare: () => import('./catalogs/kk/compare.json', { with: { type: 'json' } }),
  brief: () => import('./catalogs/kk/brief.json', { with: { type: 'json' } }),
  levels: () => import('./catalogs/kk/levels.json', { with: { type: 'json' } }),
  desk: () => import('./catalogs/kk/desk.json', { with: { type: 'json' } }),
  problems: () => import('./catalogs/kk/problems.json', { with: { type: 'json' } }),
  mail: () => import('./catalogs/kk/mail.json', { with: { type: 'json' } }),
  files: () => import('./catalogs/kk/files.json', { with: { type: 'json' } }),
  sdmx: () => import('./catalogs/kk/sdmx.json', { with: { type: 'json' } }),
  iati: () => import('./catalogs/kk/iati.json', { with: { type: 'json' } }),
};
const ky: Complete = {
  public: () => import('./catalogs/ky/public.json', { with: { type: 'json' } }),
  about: () => import('./catalogs/ky/about.json', { with: { type: 'json' } }),
  site: () => import('./catalogs/ky/site.json', { with: { type: 'json' } }),
  charts: () => import('./catalogs/ky/charts.json', { with: { type: 'json' } }),
  compare: () => import('./catalogs/ky/compare.json', { with: { type: 'json' } }),
  brief: () => import('./catalogs/ky/brief.json', { with: { type: 'json' } }),
  levels: () => import('./catalogs/ky/levels.json', { with: { type: 'json' } }),
  desk: () => import('./catalogs/ky/desk.json', { with: { type: 'json' } }),
  problems: () => import('./catalogs/ky/problems.json', { with: { type: 'json' } }),
  mail: () => import('./catalogs/ky/mail.json', { with: { type: 'json' } }),
  files: () => import('./catalogs/ky/files.json', { with: { type: 'json' } }),
  sdmx: () => import('./catalogs/ky/sdmx.json', { with: { type: 'json' } }),
  iati: () => import('./catalogs/ky/iati.json', { with: { type: 'json' } }),
};
const tg: Complete = {
  public: () => import('./catalogs/tg/public.json', { with: { type: 'json' } }),
  about: () => import('./catalogs/tg/about.json', { with: { type: 'json' } }),
  site: () => import('./catalogs/tg/site.json', { with: { type: 'json' } }),
  charts: () => import('./catalogs/tg/charts.json', { with: { type: 'json' } }),
  compare: () => import('./catalogs/tg/compare.json', { with: { type: 'json' } }),
  brief: () => import('./catalogs/tg/brief.json', { with: { type: 'json' } }),
  levels: () => import('./catalogs/tg/levels.json', { with: { type: 'json' } }),
  desk: () => import('./catalogs/tg/desk.json', { with: { type: 'json' } }),
  problems: () => import('./catalogs/tg/problems.json', { with: { type: 'json' } }),
  mail: () => import('./catalogs/tg/mail.json', { with: { type: 'json' } }),
  files: () => import('./catalogs/tg/files.json', { with: { type: 'json' } }),
  sdmx: () => import('./catalogs/tg/sdmx.json', { with: { type: 'json' } }),
  iati: () => import('./catalogs/tg/iati.json', { with: { type: 'json' } }),
};
const uz: Complete = {
  public: () => import('./catalogs/uz/public.json', { with: { type: 'json' } }),
  about: () => import('./catalogs/uz/about.json', { with: { type: 'json' } }),
  site: () => import('./catalogs/uz/site.json', { with: { type: 'json' } }),
  charts: () => import('./catalogs/uz/charts.json', { with: { type: 'json' } }),
  compare: () => import('./catalogs/uz/compare.json', { with: { type: 'json' } }),
  brief: () => import('./catalogs/uz/brief.json', { with: { type: 'json' } }),
  levels: () => import('./catalogs/uz/levels.json', { with: { type: 'json' } }),
  desk: () => import('./catalogs/uz/desk.json', { with: { type: 'json' } }),
  problems: () => import('./catalogs/uz/problems.json', { with: { type: 'json' } }),
  mail: () => import('./catalogs/uz/mail.json', { with: { type: 'json' } }),
  files: () => import('./catalogs/uz/files.json', { with: { type: 'json' } }),
  sdmx: () => import('./catalogs/uz/sdmx.json', { with: { type: 'json' } }),
  iati: () => import('./catalogs/uz/iati.json', { with: { type: 'json' } }),
};
const loaders: Record<Language, Complete> = { en, ru, kk, ky, tg, uz };

export const namespaces = Object.keys(en) as readonly Namespace[];

/** The texts of one language and namespace, loaded only when they are needed. */
export async function loadCatalog(language: Language, namespace: Namespace): Promise<object> {
  return (await loaders[language][namespace]()).default;
}
