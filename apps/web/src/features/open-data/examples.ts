/** The site of the examples in docs/api.md, which run unchanged after npm start; pages put their own address there. */
export const EXAMPLE_SITE = 'http://localhost:3000';

/** The same examples are in docs/api.md, where a spec of the API runs them. */
export const EXAMPLES = {
  curl: `# one indicator as a table
curl -s 'http://localhost:3000/data/indicators/A4.2.csv'

# only Kyrgyzstan since 2010, as it stood in release 2026.1
curl -s 'http://localhost:3000/data/indicators/A4.2.csv?c=KGZ&t=2010..2026&release=2026.1'

# a question to the API; by GET, so that caches can keep the answer
curl -s --get 'http://localhost:3000/graphql' --data-urlencode \\
  'query={ indicator(code: "A4.2", lang: en) { series { area values { year value obsStatus } } } }'`,
  python: `import csv, io, json
from urllib.parse import urlencode
from urllib.request import urlopen

site = 'http://localhost:3000'

with urlopen(f'{site}/data/indicators/A4.2.csv?c=KGZ') as answer:
    for row in csv.DictReader(io.TextIOWrapper(answer, 'utf-8')):
        if row['obs_status'] == 'Q':
            print(row['year'], row['note'])  # hidden to protect people: empty is not zero
        elif row['value'] != '' and row['region'] == '_T':
            print(row['year'], float(row['value']), row['unit_name'], row['licence'])

question = '{ scorecard(lang: en) { release { number } rows { action { code } cells { area level { word percent } } } } }'
with urlopen(f'{site}/graphql?' + urlencode({'query': question})) as answer:
    for line in json.load(answer)['data']['scorecard']['rows']:
        print(line['action']['code'], [cell['level']['word'] for cell in line['cells']])`,
  r: `values <- read.csv("http://localhost:3000/data/indicators/A4.2.csv?c=KGZ",
                   na.strings = "", encoding = "UTF-8")
totals <- subset(values, sex == "_T" & age == "_T" & urbanisation == "_T" &
                   region == "_T" & breakdown == "_T" & !is.na(value))
plot(totals$year, totals$value, type = "b", xlab = "", ylab = totals$unit_name[1])
unique(values[c("source", "licence", "citation")])`,
  standards: `# SDMX: one series as SDMX-CSV, with names beside the codes
curl -s -g 'http://localhost:3000/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/A.KG.A4_2?c[TIME_PERIOD]=ge:2010' \\
  -H 'Accept: application/vnd.sdmx.data+csv;version=2.0.0;labels=both'

# the same question by the paths of version 1, as SDMX-JSON 1.0; without the header it is SDMX-ML
curl -s 'http://localhost:3000/sdmx/data/QADAM,DF_INDICATORS,1.0.0/A.KZ+KG.A4_2/all?startPeriod=2010&lastNObservations=1' \\
  -H 'Accept: application/json'

# dataflow, dimensions, concepts and code lists
curl -s 'http://localhost:3000/sdmx/structure/dataflow/QADAM/DF_INDICATORS/1.0.0?references=descendants'

# the actions as categories, with the dataflows that hold something of them
curl -s 'http://localhost:3000/sdmx/categoryscheme/QADAM?references=parentsandsiblings'

# the metadata sheet of an indicator, and two codes of a list
curl -s 'http://localhost:3000/sdmx/metadata/metadataset/QADAM/A4_2'
curl -s 'http://localhost:3000/sdmx/structure/codelist/QADAM/CL_AREA/1.0.0/KG,KZ'

# IATI 2.03: the actions in one country
curl -s 'http://localhost:3000/iati/activities/KAZ.xml'

# DHIS2: values to import, as ADX and as dataValueSets
curl -s 'http://localhost:3000/dhis2/adx.xml?c=KGZ&i=A4.2'
curl -s 'http://localhost:3000/dhis2/dataValueSets.json?c=KGZ&i=A4.2'`,
} as const;
