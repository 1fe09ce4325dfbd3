import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report.ts';
import { html } from '../../src/reports/html/page.ts';
import { RUN, reportOf, reportOfMany } from './posture-fixture.ts';

const CHROMIUM = '/usr/bin/chromium';
const folder = mkdtempSync(join(tmpdir(), 'cognito-lint-'));

let browser: Browser;

/** A page with a report in it, and what it did that it should not. */
interface Opened {
  readonly page: Page;
  readonly url: string;
  readonly complaints: string[];
}

function write(name: string, report: Report): string {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, [...html(report, RUN)].join(''));
  return pathToFileURL(file).href;
}

async function open(url: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => dialog.dismiss().then(() => complaints.push('a dialog')));
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('data:')) complaints.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, url, complaints };
}

const shownClients = (page: Page) =>
  page.$$eval('.client', (all) =>
    all.filter((one) => one.checkVisibility()).map((one) => one.querySelector('h3')?.textContent),
  );
const shownRows = (page: Page) =>
  page.$$eval('.matrix tbody tr', (all) =>
    all.filter((one) => one.checkVisibility()).map((one) => one.querySelector('th')?.textContent),
  );
const shownColumns = (page: Page) =>
  page.$$eval('.matrix thead a', (all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent));

describe.skipIf(!existsSync(CHROMIUM))(`the HTML report in a browser (skipped where there is no ${CHROMIUM})`, () => {
  let report: Report;
  let posture: string;
  let many: string;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
    });
    report = await reportOf('clients.json');
    posture = write('posture', report);
    many = write('many', await reportOfMany(450));
  }, 60_000);
  afterAll(() => browser?.close());

  test('the cells of the matrix are the findings and what was not evaluated', async () => {
    const { page, complaints } = await open(posture);
    const cells = await page.$$eval('.matrix', ([matrix]) => {
      const rules = [...(matrix?.querySelectorAll('thead a') ?? [])].map((one) => one.textContent);
      return [...(matrix?.querySelectorAll('tbody tr') ?? [])].flatMap((row) =>
        [...row.querySelectorAll('td')].flatMap((cell, index) =>
          cell.textContent ? [`${row.querySelector('th')?.textContent} ${rules[index]} ${cell.textContent}`] : [],
        ),
      );
    });
    const counts = new Map<string, number>();
    for (const { subject, rule, level } of report.findings) {
      const key = `${subject.identity.clientName} ${rule.id} ${level[0]?.toUpperCase()}${level.slice(1)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const found = [...counts].map(([key, count]) => (count > 1 ? `${key} ${count}` : key));
    const open_ = report.notEvaluated.map(
      ({ subject, rule }) => `${subject.identity.clientName} ${rule.id} ? not evaluated`,
    );
    expect(found.length).toBeGreaterThan(20);
    expect(open_.length).toBeGreaterThan(2);
    expect(cells.sort()).toEqual([...found, ...open_].sort());
    expect(complaints).toEqual([]);
  });

  test('each cell leads to its finding, each row to its client, each column to its rule', async () => {
    const { page } = await open(posture);
    const broken = await page.$$eval('.matrix a', (links) =>
      links
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => !links[0]?.ownerDocument.getElementById(href.slice(1))),
    );
    expect(broken).toEqual([]);
    await page.click('.matrix td.error a');
    const target = page.locator('.finding:target');
    expect(await target.isVisible()).toBe(true);
    expect(await target.getAttribute('data-level')).toBe('error');
  });

  test('a severity that is switched off takes its columns, findings and clients away, and comes back', async () => {
    const { page, complaints } = await open(posture);
    const before = [await shownClients(page), await shownColumns(page)];
    await page.uncheck('[name=level][value=warning]');
    await page.uncheck('[name=level][value=note]');
    const errors = report.findings.filter(({ level }) => level === 'error');
    const names = [...new Set(errors.map(({ subject }) => subject.identity.clientName))].sort();
    expect((await shownClients(page)).sort()).toEqual(names);
    expect((await shownRows(page)).sort()).toEqual(names);
    expect((await shownColumns(page)).sort()).toEqual([...new Set(errors.map(({ rule }) => rule.id))].sort());
    await page.click('.unfold');
    const findings = await page.$$eval('.finding', (all) =>
      all.filter((one) => one.checkVisibility()).map((one) => one.dataset['level']),
    );
    expect(findings).toEqual(errors.map(() => 'error'));
    expect(await page.textContent('.filters output')).toBe(`${names.length} clients, ${errors.length} findings`);
    await page.click('.filters .reset');
    expect([await shownClients(page), await shownColumns(page)]).toEqual(before);
    expect(complaints).toEqual([]);
  });

  test('an area leaves what belongs to it', async () => {
    const { page } = await open(posture);
    await page.selectOption('[name=area]', 'redirects');
    const own = report.findings.filter(({ rule }) => rule.area === 'redirects');
    expect((await shownColumns(page)).sort()).toEqual([...new Set(own.map(({ rule }) => rule.id))].sort());
    expect((await shownClients(page)).sort()).toEqual(
      [...new Set(own.map(({ subject }) => subject.identity.clientName))].sort(),
    );
  });

  test('a pool leaves its clients, also those without a finding', async () => {
    const { page } = await open(posture);
    await page.selectOption('[name=pool]', 'eu-central-1_StaffPl');
    const names = report.subjects
      .filter(({ identity }) => identity.userPoolId === 'eu-central-1_StaffPl')
      .map(({ identity }) => identity.clientName);
    expect((await shownClients(page)).sort()).toEqual(names.sort());
    expect((await shownRows(page)).sort()).toEqual(names);
  });

  test.each([
    ['a name', 'ORDERS', ['orders-to-billing']],
    ['a rule', 'oauth-implicit-grant', ['shop-web']],
    ['a setting', 'shopapp://', ['shop-mobile']],
    ['an id', '5backoff2example3client4id', ['back-office']],
    ['nothing that is there', 'zzzz', []],
  ])('a search for %s leaves the clients that have it', async (_name, text, names) => {
    const { page } = await open(posture);
    await page.fill('[name=text]', text);
    expect(await shownClients(page)).toEqual(names);
    expect(await shownRows(page)).toEqual(names);
  });

  test('of many clients some are shown, and more on demand, in the matrix as in the list', async () => {
    const { page, complaints } = await open(many);
    const numbers = async () => [(await shownClients(page)).length, (await shownRows(page)).length];
    await page.locator('.held-back').first().waitFor({ state: 'detached', timeout: 20_000 });
    expect(await page.textContent('.filters output')).toMatch(/^450 clients, /);
    expect(await numbers()).toEqual([200, 200]);
    const more = page.getByRole('button', { name: /^Show / });
    expect(await more.allTextContents()).toEqual(['Show 200 more of 250', 'Show 200 more of 250']);
    await more.first().click();
    expect(await more.allTextContents()).toEqual(['Show 50 more of 50', 'Show 50 more of 50']);
    await more.last().click();
    expect(await numbers()).toEqual([450, 450]);
    expect(await more.count()).toBe(0);
    expect(new Set(await shownClients(page)).size).toBe(450);
    await page.fill('[name=text]', 'client-1');
    expect(await numbers()).toEqual([111, 111]);
    await page.fill('[name=text]', '');
    expect(await numbers()).toEqual([200, 200]);
    await page.click('.unfold');
    await more.first().click();
    expect(await page.locator('.client[open]').count()).toBe(400);
    expect(complaints.filter((one) => !one.startsWith('request'))).toEqual([]);
  });

  test('a link to a client that is held back finds it at once, and filters hold for it', async () => {
    const { page, complaints } = await open(`${many}#client-450`);
    expect(await page.locator('#client-450').getAttribute('open')).toBe('');
    await page.selectOption('[name=pool]', 'eu-west-1_Pool00003');
    expect((await shownClients(page)).length).toBe(90);
    expect((await shownRows(page)).length).toBe(90);
    expect(complaints.filter((one) => !one.startsWith('request'))).toEqual([]);
  });

  test('clients that are held back are counted, too, where the address ends in a fragment that is none', async () => {
    const { page, complaints } = await open(`${many}#%E0`);
    await page.locator('.held-back').first().waitFor({ state: 'detached', timeout: 10_000 });
    expect(await page.textContent('.filters output')).toMatch(/^450 clients, /);
    expect(complaints.filter((one) => !one.startsWith('request'))).toEqual([]);
  });

  test('in print all clients are there that are asked for', async () => {
    const { page } = await open(many);
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('.client').count()).toBe(450);
    expect(await page.locator('.matrix tbody tr').count()).toBe(450);
  });

  test('the keyboard skips to the clients and unfolds one', async () => {
    const { page } = await open(posture);
    await page.keyboard.press('Tab');
    expect(await page.locator('.skip').evaluate((link) => link === link.ownerDocument.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    const first = page.locator('.client').first();
    for (let presses = 0; presses < 3 && !(await first.locator('summary:focus').count()); presses += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    expect(await first.getAttribute('open')).toBe('');
    expect(await first.locator('.settings').isVisible()).toBe(true);
  });

  test('without a script everything is there but the filters', async () => {
    const { page } = await open(posture, { javaScriptEnabled: false });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator('.client').count()).toBe(report.clients);
    await page.locator('.client summary').first().click();
    expect(await page.locator('.client .settings').first().isVisible()).toBe(true);
  });

  test('in print every client is unfolded and the filters are gone', async () => {
    const { page } = await open(posture);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    const heights = await page.$$eval('.client .settings', (all) =>
      all.map((one) => one.getBoundingClientRect().height),
    );
    expect(heights).toHaveLength(report.clients);
    expect(Math.min(...heights)).toBeGreaterThan(100);
  });

  test.each(['light', 'dark'] as const)(
    'axe finds nothing in the %s colours, folded and unfolded',
    async (colorScheme) => {
      const { page } = await open(posture, { colorScheme });
      await page.evaluate(axe.source);
      const violations = async () => {
        const result = await page.evaluate('axe.run(document)');
        return (result as { violations: { id: string; nodes: { html: string }[] }[] }).violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html: markup }) => markup).join(' ')}`,
        );
      };
      expect(await violations()).toEqual([]);
      await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');
      expect(await violations()).toEqual([]);
    },
    60_000,
  );

  test.each([1280, 400])('nothing is wider than a window of %i pixels', async (width) => {
    const { page } = await open(posture, { viewport: { width, height: 800 } });
    await page.click('.unfold');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  test('names that would be markup or script are text', async () => {
    const { page, complaints } = await open(write('hostile', await reportOf('hostile.json')));
    await page.click('.unfold');
    expect(await page.title()).toMatch(/^Amazon Cognito app clients: \d+ findings$/);
    expect(await page.locator('img, svg[onload], main script').count()).toBe(0);
    expect(await page.locator('a[href^="javascript" i]').count()).toBe(0);
    expect(await shownClients(page)).toContain(`<img src=x onerror=document.title='broken'>`);
    expect(complaints).toEqual([]);
  });

  test('2,000 clients open in less than three times the time of 200', async () => {
    const few = write('200', await reportOfMany(200));
    const lots = write('2000', await reportOfMany(2000));
    const time = async (url: string) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const start = performance.now();
      await page.goto(url);
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
      const duration = performance.now() - start;
      expect(await page.locator('.matrix tbody tr').count()).toBeGreaterThanOrEqual(200);
      await page.close();
      return duration;
    };
    await time(few);
    let [bestOfFew, bestOfLots] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let round = 0; round < 5; round += 1) {
      bestOfFew = Math.min(bestOfFew, await time(few));
      bestOfLots = Math.min(bestOfLots, await time(lots));
    }
    expect(bestOfLots / bestOfFew).toBeLessThan(3);
  }, 120_000);
});
