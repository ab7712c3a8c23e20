import { describe, expect, it } from '@jest/globals';
import { contentPolicy, inlineScript, noteStyles, sha256 } from './page-policy.ts';

describe('the content policy of a page', () => {
  it('names the inline styles of the page by hash, attributes as the browser reads them', () => {
    const attributes = noteStyles('<style>a{b:c}</style><p style="--x:&quot;1&quot;">');
    expect(attributes).toBe(`'sha256-${sha256('--x:"1"')}'`);
    const policy = contentPolicy(attributes);
    expect(policy).toContain(`style-src 'self' 'sha256-${sha256('a{b:c}')}'`);
    expect(policy).toContain(`style-src-attr 'unsafe-hashes' 'sha256-${sha256('--x:"1"')}'`);
  });

  it('allows scripts of this site only and no framing', () => {
    expect(contentPolicy('')).toMatch(/script-src 'self'( 'sha256-[\w+/]+=*')*;/);
    expect(contentPolicy('')).toContain("frame-ancestors 'none'");
    expect(contentPolicy('')).not.toContain('unsafe-inline');
  });

  it('allows an inline script of ours by its hash, and none that stands in a page', () => {
    const element = inlineScript('let ours;');
    noteStyles(`${element}<script>let theirs;</script>`);
    expect(element).toBe('<script>let ours;</script>');
    expect(contentPolicy('')).toContain(`'sha256-${sha256('let ours;')}'`);
    expect(contentPolicy('')).not.toContain(sha256('let theirs;'));
  });

  it('lets other sites frame a chart, and still takes nothing from them', () => {
    const policy = contentPolicy('', { framed: true });
    expect(policy).toContain('frame-ancestors *');
    expect(policy).toContain("default-src 'none'; script-src 'self'");
  });

  it('has a nonce only where one is given', () => {
    expect(contentPolicy('')).not.toContain('nonce');
    expect(contentPolicy('', { nonce: 'abc' })).toContain("'nonce-abc'");
  });
});
