import { describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { createI18n } from '../../app/i18n.ts';
import { Share, type ShareProps } from './share.tsx';

const view = {
  title: 'Places & beds',
  url: 'https://qadam.example/en/indicators/X1?c=KAZ&release=2026.1',
  citation: 'Qadam: Places & beds. Release 2026.1.',
};

async function shown(props: Partial<ShareProps> = {}) {
  const i18n = await createI18n('en');
  render(
    <I18nextProvider i18n={i18n}>
      <Share {...view} {...props} />
    </I18nextProvider>,
  );
  await userEvent.click(screen.getByText('Share'));
  return screen.getByRole('group', { name: 'Share' });
}
const href = (name: string) => screen.getByRole('link', { name }).getAttribute('href') ?? '';

describe('what passes a view on', () => {
  it('hands title and address to messengers as plain links that tell nobody where they were', async () => {
    await shown();
    expect(new URL(href('Telegram')).searchParams.get('url')).toBe(view.url);
    expect(new URL(href('Telegram')).searchParams.get('text')).toBe(view.title);
    expect(new URL(href('WhatsApp')).searchParams.get('text')).toBe(`${view.title} ${view.url}`);
    expect(screen.getByRole('link', { name: 'WhatsApp' }).getAttribute('rel')).toBe(
      'noopener noreferrer',
    );
  });

  it('asks nothing of other sites by itself', async () => {
    const panel = await shown({ embed: 'https://qadam.example/embed/indicators/X1' });
    expect(panel.querySelector('img, script, iframe')).toBeNull();
  });

  it('offers a frame only where there is one', async () => {
    expect((await shown()).textContent).not.toContain('<iframe');
  });

  it('closes with Esc and gives the focus back to its button', async () => {
    const panel = await shown();
    screen.getByRole('link', { name: 'Telegram' }).focus();
    await userEvent.keyboard('{Escape}');
    expect(panel.closest('details')?.open).toBe(false);
    expect(document.activeElement?.tagName).toBe('SUMMARY');
  });
});
