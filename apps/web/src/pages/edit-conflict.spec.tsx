import { beforeEach, describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { purgeDrafts } from '../desk/draft-store.ts';
import { deskApi } from '../testing/desk-api.ts';
import { renderApp } from '../testing/render-app.tsx';

type Input = Record<string, unknown>;
let sent: Input[];
beforeEach(async () => {
  sent = [];
  await purgeDrafts('me');
});

const admin = { role: 'ADMIN' } as const;
const officer = { role: 'OFFICER' } as const;

/** What the server answers to a save: a conflict if its expected version is not `version`. */
function conflict(did: string, version: number, { expectedVersion, ...input }: Input) {
  sent.push({ expectedVersion, ...input });
  if (expectedVersion === version) return [];
  const at = '2026-11-02T10:00:00.000Z';
  const told = { did, who: 'Aigul', role: 'OFFICER', at };
  const params = Object.entries(told).map(([name, value]) => ({ name, value }));
  return [{ code: 'VERSION_CONFLICT', field: 'expectedVersion', params }];
}
const write = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const saidWho = () => screen.findByText(/: Aigul \(Programme officer\), 2 November 2026/);

describe('who saves after somebody else is told so in place, keeps the text, and can send it again:', () => {
  it('a help line', async () => {
    let read = 0;
    const line = { area: 'KGZ', lang: 'en', text: 'Call 111', version: 1, updatedAt: null };
    deskApi(admin, {
      areaNames: [{ code: 'KGZ', name: { lang: 'en', text: 'Kyrgyzstan' } }],
      areas: [{ code: 'KGZ', kind: 'COUNTRY', name: { lang: 'en', text: 'Kyrgyzstan' } }],
      helpLines: () => [read++ === 0 ? line : { ...line, text: 'Call 112', version: 2 }],
      changeHelpLine: ({ input }: { input: Input }) => ({
        helpLine: null,
        problems: conflict('CHANGE_HELP_LINE', 2, input),
      }),
    });
    await renderApp('/en/admin/help-lines', {});
    const field = await screen.findByRole('textbox', { name: /^English/ });
    write(field, 'Call 113');
    fireEvent.click(screen.getByRole('button', { name: 'Save English' }));
    await saidWho();
    expect(await screen.findByText('Call 112')).toBeTruthy();
    expect(field).toHaveProperty('value', 'Call 113');
    fireEvent.click(screen.getByRole('button', { name: 'Save English' }));
    await screen.findByText('Saved.');
    expect(sent[1]).toMatchObject({ text: 'Call 113', expectedVersion: 2 });
  });

  it('a translation', async () => {
    const sheetAt = (version: number, ru: string) => ({
      subject: 'ACTION A1',
      version,
      texts: [
        {
          path: 'title',
          texts: [
            { lang: 'en', text: 'An agenda', stale: false },
            { lang: 'ru', text: ru, stale: false },
          ],
        },
      ],
    });
    deskApi(admin, {
      translations: { objects: [], catalogs: [] },
      translationSheet: sheetAt(1, 'Повестка'),
      saveTranslation: ({ input }: { input: Input }) => ({
        sheet: sheetAt(2, 'План'),
        problems: conflict('TRANSLATE', 2, input),
      }),
    });
    await renderApp('/en/admin/translations?of=ACTION+A1&in=ru', {});
    const field = await screen.findByRole('textbox', { name: 'Title, Russian' });
    write(field, 'Программа');
    fireEvent.click(screen.getByRole('button', { name: 'Save Title' }));
    await saidWho();
    expect(await screen.findByText('План')).toBeTruthy();
    expect(field).toHaveProperty('value', 'Программа');
    fireEvent.click(screen.getByRole('button', { name: 'Save Title' }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]).toMatchObject({ text: 'Программа', expectedVersion: 2 });
  });

  it('an action, of which the other changed another text', async () => {
    const both = (en: string, ru: string) => [
      { lang: 'en', text: en },
      { lang: 'ru', text: ru },
    ];
    const action = {
      code: 'A5',
      version: 3,
      kind: 'PRIORITY',
      scope: 'COUNTRY',
      title: both('Appraise the police', 'Оценить полицию'),
      quote: [],
      reading: both('Text', 'Текст'),
      position: 1,
      links: [],
    };
    const theirs = { ...action, version: 4, reading: both('Their text', 'Текст') };
    deskApi(officer, {
      framework: { actions: [action], indicators: [], notes: [] },
      saveAction: ({ input }: { input: Input }) => ({
        action: theirs,
        problems: conflict('EDIT_FRAMEWORK', 4, input),
      }),
    });
    await renderApp('/en/framework', {});
    fireEvent.click(await screen.findByRole('button', { name: 'Edit A5' }));
    const editor = within(screen.getByRole('region', { name: /^A5/ }));
    write(editor.getByRole('textbox', { name: /^Title/ }), 'My title');
    fireEvent.click(editor.getByRole('button', { name: 'Save' }));
    await saidWho();
    const reading = editor.getByRole('textbox', { name: /^Reading/ });
    await waitFor(() => expect(reading).toHaveProperty('value', 'Their text'));
    expect(editor.getByRole('textbox', { name: /^Title/ })).toHaveProperty('value', 'My title');
    fireEvent.click(editor.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]).toMatchObject({
      expectedVersion: 4,
      title: both('My title', 'Оценить полицию'),
      reading: both('Their text', 'Текст'),
    });
  });
});
