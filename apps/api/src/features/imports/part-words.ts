import { TOTAL } from '@qadam/domain';
import { languages, translator } from '@qadam/i18n';
import { foldName } from './fold-name.ts';

/** What people write instead of the codes of CL_SEX and CL_URBANISATION, beside their names in our catalogs. */
const WRITTEN = {
  sex: {
    F: 'female,females,women,woman,girls,sex_f,sex_fmle,fmle,жен,жен.,женский,женского,женщины,женщин,женщинам,девочки,әйел,әйелдер,аял,аялдар,зан,занон,духтарон,ayol,ayollar,qizlar,аёл,аёллар,қизлар',
    M: 'male,males,men,boys,sex_m,sex_mle,mle,муж,муж.,мужской,мужского,мужчины,мужчин,мужчинам,мальчики,ер,ерлер,еркек,эркек,эркектер,мард,мардон,писарон,erkak,erkaklar,эркаклар',
    _T: 'total,both,both sexes,bothsex,btsx,sex_t,sex_btsx,все население,оба,оба пола,екі жыныс,эки жыныс,ҳарду ҷинс,ikkala jins,иккала жинс',
  },
  urbanisation: {
    U: 'town,city,urban,residenceareatype_urb,город,городское,городской,городская местность,городские поселения,городское население,қалалық,қала,шаардык,шаар,шаҳрӣ,шаҳр,shaharlik,shahar,шаҳарлик,шаҳар',
    R: 'village,country,rural,residenceareatype_rur,село,сельское,сельский,сельская местность,сельское население,ауылдық,ауыл,айылдык,айыл,деҳотӣ,деҳот,qishloqlik,qishloq,қишлоқлик,қишлоқ',
    _T: 'total,allarea,national,residenceareatype_totl,город и село',
  },
} as const;

const CODES = {
  sex: ['codes.CL_SEX.F', 'codes.CL_SEX.M', 'codes.CL_SEX._T'],
  urbanisation: ['codes.CL_URBANISATION.U', 'codes.CL_URBANISATION.R', 'codes.CL_URBANISATION._T'],
} as const;

async function wordsOf(dimension: keyof typeof WRITTEN): Promise<ReadonlyMap<string, string>> {
  const words = Object.entries(WRITTEN[dimension]).flatMap(([code, text]) =>
    text.split(',').map((word) => [foldName(word), code] as const),
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

/** What people and databases call the total, in any dimension. */
const WHOLE = new Set(
  'total,all,всего,итого,всего по республике,итого по республике,по республике,всего по стране,республика бойынша,республика боюнча,в целом,барлығы,жалпы,бардыгы,жалпысы,ҳамагӣ,ҷамъ,jami,hammasi,жами,ҳаммаси'.split(
    ',',
  ),
);

export const isWhole = (text: string): boolean => WHOLE.has(foldName(text));

/** From the words for sexes and for town and country, in six languages, to their codes. */
export const PART_WORDS: Readonly<Partial<Record<string, ReadonlyMap<string, string>>>> = {
  sex: await wordsOf('sex'),
  urbanisation: await wordsOf('urbanisation'),
};

/** Does the text name all parts of a dimension together: “Оба пола”, “город и село”? */
export const areAllParts = (text: string): boolean =>
  Object.values(PART_WORDS).some((words) => words?.get(foldName(text)) === TOTAL);
