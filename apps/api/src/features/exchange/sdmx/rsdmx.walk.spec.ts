import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '@qadam/i18n';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';

const run = promisify(execFile);

let test: TestApp;
let site: string;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  site = await test.listen();
}, 120_000);
afterAll(() => test.stop());

const hasRsdmx = await run('Rscript', ['-e', 'library(rsdmx)']).then(
  () => true,
  () => false,
);

/** What `readSDMX` and `as.data.frame` read from our answers. The provider is declared as any other would be. */
const R_SCRIPT = `
suppressMessages(library(rsdmx))
site <- "SITE/sdmx"
addSDMXServiceProvider(SDMXServiceProvider(agencyId = "QADAM", name = "Qadam",
  builder = SDMXREST21RequestBuilder(regUrl = site, repoUrl = site, compliant = TRUE)))
read <- function(...) readSDMX(providerId = "QADAM", verbose = FALSE, ...)
flows <- as.data.frame(read(resource = "dataflow"))
cat("flows", flows$id, "\\n")
dsd <- read(resource = "datastructure", resourceId = "DSD_INDICATORS")
areas <- as.data.frame(slot(dsd, "codelists"), codelistId = "CL_AREA")
cat("area", unlist(areas[areas$id == "KG", grep("^label", names(areas))]), sep = "|")
cat("\\n")
rows <- read(resource = "data", flowRef = "DF_INDICATORS", start = 2018, end = 2023, dsd = TRUE,
             key = list("A", "KG", "A4_2", NULL, NULL, NULL, "_T"))
table <- as.data.frame(rows, labels = TRUE)
cat(paste("generic", table$REF_AREA_label.en, table$URBANISATION, table$obsTime, table$obsValue), sep = "\\n")
specific <- as.data.frame(readSDMX(paste0(site, "/data/DF_INDICATORS/A.KG.A4_2.._T.._T?format=structurespecificdata")))
cat(paste("\\nspecific", specific$URBANISATION, specific$TIME_PERIOD, specific$OBS_VALUE), sep = "")
levels <- as.data.frame(readSDMX(paste0(site, "/data/DF_LEVELS/all/all/")))
cat("\\nlevels", nrow(levels), "\\n")
missing <- tryCatch(readSDMX(paste0(site, "/data/DF_NONE/all")), error = function(e) conditionMessage(e))
cat("missing", missing, "\\n")
`;

describe('rsdmx (R)', () => {
  (hasRsdmx ? it : it.skip)(
    'reads dataflows, structures with names, and both kinds of SDMX-ML',
    async () => {
      // without a UTF-8 locale R prints non-ASCII letters as their code numbers
      const env = { ...process.env, LC_ALL: 'C.UTF-8' };
      const { stdout } = await run('Rscript', ['-e', R_SCRIPT.replace('SITE', site)], { env });
      expect(stdout).toContain('flows DF_INDICATORS DF_TARGETS DF_LEVELS');
      const [area] = await test
        .em()
        .execute<{ names: Record<string, string> }[]>(
          `select names from publication.area where code = 'KGZ' and until_release is null`,
        );
      const told = /^area\|(.*)$/m.exec(stdout)?.[1]?.split('|');
      expect(told?.toSorted()).toEqual(Object.values(area?.names ?? {}).toSorted());
      expect(told).toHaveLength(languages.length);
      const rows = (kind: string) =>
        stdout.split('\n').filter((line) => line.startsWith(`${kind} `));
      expect(rows('generic').toSorted()).toEqual([
        'generic Kyrgyzstan R 2018 15.7',
        'generic Kyrgyzstan R 2023 11.4',
        'generic Kyrgyzstan U 2018 8.4',
        'generic Kyrgyzstan U 2023 5.6',
        'generic Kyrgyzstan _T 2018 12.9',
        'generic Kyrgyzstan _T 2023 9.2',
      ]);
      expect(rows('specific')).toHaveLength(6);
      expect(Number(/levels (\d+)/.exec(stdout)?.[1])).toBeGreaterThan(200);
      expect(stdout).toMatch(/missing .*404/);
    },
    60_000,
  );
});
