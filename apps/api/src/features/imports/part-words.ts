import { languages, translator } from '@qadam/i18n';
import { foldName } from './fold-name.ts';

/** What people write instead of the codes of CL_SEX and CL_URBANISATION, beside their names in our catalogs. */
const WRITTEN = {
  sex: {
    F: 'female females girls жен жен. женский женского әйел аял зан духтарон ayol qizlar девочки',
    M: 'male males boys муж муж. мужской мужского ер еркек эркек мард писарон erkak мальчики',
    _T: 'total both оба',
  },
  urbanisation: {
    U: 'town city городское городской urban қалалық шаардык шаҳрӣ shaharlik',
    R: 'village country сельское сельский rural ауылдық айылдык деҳотӣ qishloqlik',
    _T: 'total',
  },
} as const;

const CODES = {
  sex: ['codes.CL_SEX.F', 'codes.CL_SEX.M', 'codes.CL_SEX._T'],
  urbanisation: ['codes.CL_URBANISATION.U', 'codes.CL_URBANISATION.R', 'codes.CL_URBANISATION._T'],
} as const;

async function wordsOf(dimension: keyof typeof WRITTEN): Promise<ReadonlyMap<string, string>> {
  const words = Object.entries(WRITTEN[dimension]).flatMap(([code, text]) =>
    text.split(' ').map((word) => [foldName(word), code] as const),
  );
  const named = await Promise.all(
    languages.map(async (language) => {
      const t = await translator(language, 'sdmx');
      return CODES[dimension].map(
        (code) => [foldName(t(code)), code.slice(code.lastIndexOf('.') + 1)] as const,
      );
    }),
  );
  return new Map([...named.flat(), ...words]);
}

/** Sexes, town and country by the words of six languages: to their code. */
export const PART_WORDS: Readonly<Partial<Record<string, ReadonlyMap<string, string>>>> = {
  sex: await wordsOf('sex'),
  urbanisation: await wordsOf('urbanisation'),
};
