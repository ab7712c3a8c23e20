import { chromium } from '@playwright/test';
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const [, , ...list] = process.argv;
for (const item of list) {
  const [path, width] = item.split('@');
  const page = await browser.newPage({
    viewport: { width: Number(width), height: Number(width) > 800 ? 900 : 740 },
  });
  page.on(
    'console',
    (m) => ['error', 'warning'].includes(m.type()) && console.log(path, m.text().slice(0, 300)),
  );
  page.on('pageerror', (e) => console.log(path, 'ERR', e.message.slice(0, 300)));
  await page.goto('http://127.0.0.1:4871/' + path.replace('!share', ''), {
    waitUntil: 'networkidle',
  });
  if (path.endsWith('!share')) {
    const s = page.locator('[data-cite-page] summary').first();
    await s.scrollIntoViewIfNeeded();
    await s.click();
    await page.waitForTimeout(200);
  }
  await page.screenshot({
    path: '/tmp/i13h/s-' + path.replace(/[\/?=!&]/g, '_') + '-' + width + '.png',
    fullPage: !path.endsWith('!share'),
  });
  await page.close();
}
await browser.close();
