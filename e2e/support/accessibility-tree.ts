import { expect, type Page } from '@playwright/test';

/**
 * The accessibility trees of the most important pages: roles, names and headings in their order, none of which may disappear or
 * lose its name. Figures that change with data or days are patterns.
 */
const accessibilityTree: Record<string, string> = {
  '': `
    - main:
      - heading "Are the priority actions being carried out?" [level=1]
      - paragraph:
        - link "7 are mostly done"
        - link "9 moved forward"
      - form "Choose the rows and the year"
      - link /^Release /
      - link "What changed"
      - group: How to read this
      - group: Download
      - group: Share
      - table /^How far each action is in each country as of \\d{4}/:
        - rowgroup:
          - row "What experts proposed Kazakhstan Kyrgyzstan Tajikistan Uzbekistan":
            - columnheader "What experts proposed"
            - columnheader "Kazakhstan"
            - columnheader "Kyrgyzstan"
            - columnheader "Tajikistan"
            - columnheader "Uzbekistan"
        - rowgroup:
          - row /^Separate gender equality from family policy/:
            - rowheader "Separate gender equality from family policy A1":
              - link "Separate gender equality from family policy"
            - 'cell /^A1, Kazakhstan: \\d+% under way .* \\d of \\d parts known/'
            - 'cell /^A1, Kyrgyzstan: /'
            - 'cell /^A1, Tajikistan: /'
            - 'cell /^A1, Uzbekistan: /'
  `,
  '/indicators/A4.2': `
    - main:
      - figure /^Women 20–24 married/:
        - heading /^Women 20–24 married/ [level=1]
        - img /^Women 20–24 married/
        - slider "Read the chart year by year"
        - 'slider "Years: from"'
        - 'slider "Years: to"'
        - group "View":
          - link "Line"
          - link "Bars"
          - link "Each country"
          - link "Map"
          - link "By group"
          - link "Table"
          - link "Way to the target"
        - button "Full screen"
        - text: /Source/
  `,
  '/report/KGZ/2025': `
    - main:
      - 'heading "Report: Kyrgyzstan, 2025" [level=1]'
      - progressbar "Values filled in"
      - status: Nothing unsaved
      - button "Paste from Excel"
      - button "More"
      - button "Submit for review"
      - navigation "Which values are shown"
      - combobox "By action"
      - heading "Values" [level=2]
      - 'table "Report: Kyrgyzstan, 2025"':
        - rowgroup:
          - row /^Indicator 2023/:
            - columnheader "Indicator"
            - columnheader "2023 published, not editable"
            - columnheader "2024 published, not editable"
            - columnheader "2025"
            - columnheader "If none, why?"
            - columnheader "Source"
            - columnheader "State"
        - rowgroup:
          - row "A1 Separate gender equality from family policy":
            - rowheader "A1 Separate gender equality from family policy"
          - row /^Stand-alone gender-equality policy Details/:
            - rowheader /^Stand-alone gender-equality policy Details/
            - cell "Adopted and in force"
            - cell "Adopted and in force"
            - cell /As before/:
              - combobox "Stand-alone gender-equality policy, 2025"
              - 'button "As before: Stand-alone gender-equality policy, 2025"'
            - cell "–":
              - 'combobox "Reason without a value: Stand-alone gender-equality policy, 2025"'
            - cell /resolution No\\. 513/:
              - 'textbox "Article or decree: Stand-alone gender-equality policy, 2025" [disabled]'
            - cell "empty"
          - row /^Staff of the gender-equality body/:
            - rowheader /^Staff of the gender-equality body/:
              - 'button "Details: Staff of the gender-equality body per million people"'
            - cell "not reported"
            - cell "not reported"
            - cell:
              - textbox "Staff of the gender-equality body per million people, 2025"
              - textbox "Staff of the gender-equality body per million people, 2025, numerator"
              - textbox "Staff of the gender-equality body per million people, 2025, denominator"
            - cell "–":
              - 'combobox "Reason without a value: Staff of the gender-equality body per million people, 2025"'
            - cell:
              - 'textbox "Source: Staff of the gender-equality body per million people, 2025"'
            - cell "empty"
      - region "Submissions":
        - heading "Submissions" [level=2]
  `,
  '/review': `
    - main:
      - heading "Review" [level=1]
      - group "What is shown":
        - button /^To look at/ [pressed]
      - combobox "Country"
      - checkbox /^Keyboard shortcuts/ [checked]
      - region "At a glance":
        - term: Late
        - term: To review
        - term: Open questions
        - term: Ready to publish
      - region /^Returns \\d+$/:
        - heading /^Returns \\d+$/ [level=2]
      - region /^Kazakhstan \\d+$/:
        - heading /^Kazakhstan \\d+$/ [level=2]
        - table /^Kazakhstan \\d+$/:
          - rowgroup:
            - row "Indicator Before Now Why it is here Source and evidence Decision"
          - rowgroup:
            - row /Front-line officers with valid training/:
              - cell:
                - 'checkbox "Select: Front-line officers with valid training on violence"'
              - rowheader /^Front-line officers with valid training/:
                - 'button "Details: Front-line officers with valid training on violence"'
              - cell "nothing"
              - cell /^25\\.0%/
              - cell /Sample, not a real figure/
              - cell "Ministry of Internal Affairs of the Republic of Kazakhstan"
              - cell:
                - 'button "Accept: Front-line officers with valid training on violence"'
                - 'button "Ask: Front-line officers with valid training on violence"'
                - 'button "Return: Front-line officers with valid training on violence"'
  `,
};

/** Finds punctuation that is not next to its word, decorative signs, and words that run into a number. */
const oddText = /\s[,;:](?=\s|$)|· ,|[▸▾]|\d{4}\p{Ll}{2}|\p{Ll}{4}\d+ \p{L}/u;

/** The lines that a screen reader would stumble over. Code and addresses are left out. */
export async function oddLines(page: Page): Promise<string[]> {
  const lines = (await page.locator('main').ariaSnapshot()).split('\n').map((line) => line.trim());
  return lines.filter(
    (line) =>
      // a text that begins with a punctuation mark may continue a sentence directly after its link
      !/^- (\/url|code):|^- text: "?[,;.]"?( |$)/.test(line) &&
      oddText.test(line.replace(/[\da-f-]{12,}/g, '#')),
  );
}

/** Compares a page in English with its tree above; does nothing for pages without one. */
export async function expectAccessibilityTree(page: Page, path: string): Promise<void> {
  const picture = accessibilityTree[path];
  if (picture !== undefined) await expect(page.locator('main')).toMatchAriaSnapshot(picture);
}
