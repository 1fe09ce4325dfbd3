// Makes the pictures in docs/images from fixtures, with Chromium as Debian packages it. Build first.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const folder = mkdtempSync(join(tmpdir(), 'cognito-lint-'));

/** Rules that look at dates find the same at any time, and the report has none of its own. */
const env = { ...process.env, SOURCE_DATE_EPOCH: String(Date.UTC(2026, 10, 23) / 1000) };

/** Runs a scan as a person would; findings make the exit code 1, input errors 2, and neither matters here. */
function scan(...args) {
  try {
    return execFileSync(process.execPath, ['dist/bin.js', 'scan', ...args], { encoding: 'utf8', stdio: 'pipe', env });
  } catch ({ stdout }) {
    return stdout;
  }
}

const STYLES = {
  1: 'font-weight:700',
  2: 'color:#8b93a1',
  4: 'text-decoration:underline',
  31: 'color:#ff7a8a',
  32: 'color:#8fd6a4',
  33: 'color:#f0bb55',
  34: 'color:#82b6ff',
  36: 'color:#7fd0d8',
};

/** The escape sequences that the program prints, as elements. */
function terminalPage(text) {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the escape sequences
  const body = escaped.replace(/\u001b\[(\d+)m/g, (_all, code) =>
    STYLES[code] ? `<span style="${STYLES[code]}">` : '</span>',
  );
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; padding: 28px; background: #e9e7e2; }
    main { width: fit-content; border-radius: 10px; background: #16181d; box-shadow: 0 8px 30px rgb(0 0 0 / 25%); }
    header { display: flex; gap: 8px; padding: 14px 16px 0; }
    i { width: 12px; height: 12px; border-radius: 50%; background: #3a3f49; }
    pre { margin: 0; padding: 14px 24px 24px; color: #e4e6ea; font: 14px/1.5 "JetBrains Mono", "DejaVu Sans Mono", monospace; font-variant-ligatures: none; }
  </style><main><header><i></i><i></i><i></i></header><pre>${body}</pre></main>`;
}

const client = 'test/fixtures/man-page/client.json';
const command = `<span style="color:#8fd6a4">$</span> cognito-lint scan ${client}\n\n`;
const terminal = join(folder, 'pretty.html');
writeFileSync(terminal, terminalPage(scan(client, '--color')).replace('<pre>', `<pre>${command}`));
const report = join(folder, 'report.html');
scan('test/reports/fixtures/clients.json', '--preset', 'pedantic', '--format', `html=${report}`);

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 1500 } });
await page.goto(pathToFileURL(terminal).href);
const box = await page.locator('main').boundingBox();
const clip = { x: 0, y: 0, width: box.width + 56, height: box.height + 56 };
await page.screenshot({ path: 'docs/images/pretty.png', clip, fullPage: true });
await page.goto(pathToFileURL(report).href);
await page.screenshot({ path: 'docs/images/report.png' });
await browser.close();
