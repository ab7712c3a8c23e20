import { EXIT_ADDRESS } from '@qadam/domain';
import {
  isLanguage,
  languageTag,
  negotiateLanguage,
  translator,
  type Language,
  type Translate,
} from '@qadam/i18n';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256 } from './page-policy.ts';

export interface ErrorPage {
  status: number;
  /** Seconds until another attempt makes sense. */
  retryAfter?: number | undefined;
  requestId: string | null;
}

const STYLE = `:root{color-scheme:light dark;font:1.125rem/1.5 system-ui,sans-serif;background:light-dark(#fff,#10181f);color:light-dark(#17212b,#e8edf2)}
body{max-width:36rem;margin:0 auto;padding:12vh 1rem 2rem}
h1{font-size:1.6rem;line-height:1.2}
a{display:inline-block;margin-right:1.5rem;padding:.6rem 0;color:light-dark(#0b5c94,#8cc8f5)}`;

/** Will the answer be shown in a browser? */
export const isReader = (request: FastifyRequest): boolean =>
  request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');

/** A short page for when the web cannot render one: it needs no script, no file and no database. */
export async function sendErrorPage(
  request: FastifyRequest,
  reply: FastifyReply,
  failure: ErrorPage,
): Promise<void> {
  const page = await errorPage(languageOf(request), failure);
  const framed = request.url.startsWith('/embed/');
  if (framed) void reply.removeHeader('x-frame-options');
  await reply
    .type('text/html; charset=utf-8')
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'sha256-${sha256(STYLE)}'; base-uri 'none'; form-action 'none'; frame-ancestors ${framed ? '*' : "'none'"}`,
    )
    .send(page);
}

/** The address is split as text: `new URL` throws for some that clients can send, such as `//`. */
function languageOf({ url, headers }: FastifyRequest): Language {
  const [path = '', query = ''] = url.split('?', 2);
  const asked = new URLSearchParams(query).get('lang') ?? undefined;
  const named = [path.split('/')[1], asked].find(isLanguage);
  return named ?? negotiateLanguage(headers['accept-language']);
}

function wordsOf(t: Translate<'public'>, failure: ErrorPage): [title: string, ...lines: string[]] {
  const { status, retryAfter: seconds = 5, requestId: id } = failure;
  if (status === 429) return [t('state.wait'), t('state.rateLimited', { seconds })];
  if (status === 503) return [t('state.wait'), t('state.unavailable', { seconds })];
  if (status < 500) return [t('state.notFound'), t('state.notFoundText')];
  return [t('state.failure'), t('state.failureText'), t('state.reference', { id: id ?? '' })];
}

async function errorPage(lang: Language, failure: ErrorPage): Promise<string> {
  const t = await translator(lang, 'public');
  const [title, ...lines] = wordsOf(t, failure);
  // trying an unknown address again would be pointless
  const onward = [400, 404].includes(failure.status)
    ? `<a href="/${lang}">${t('site.name')}</a>`
    : `<a href="">${t('state.retry')}</a>`;
  return `<!doctype html>
<html lang="${languageTag(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${t('site.name')}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${lines.map((line) => `<p>${line}</p>`).join('\n')}
<p>${onward} <a href="${EXIT_ADDRESS}" rel="nofollow noreferrer">${t('nav.exit')}</a></p>
</main>
</body>
</html>
`;
}
