import { describe, expect, test } from 'vitest';
import { markdown } from '../../src/reports/markdown.ts';
import { code, codeElement, prose } from '../../src/reports/markdown-text.ts';
import { reportOf, reportOfMany } from './posture-fixture.ts';

describe('code', () => {
  test.each([
    ['a name is a code span', 'shop-web', '`shop-web`'],
    ['markup, mentions and addresses are nothing in it', '<b> @a #1 https://x ](y)', '`<b> @a #1 https://x ](y)`'],
    ['backticks are fenced by more of them', 'a``b', '```a``b```'],
    ['at the edge they are kept apart', '`a', '`` `a ``'],
    ['a bar would end a cell of a table', 'a|b\\|', '<code>a&#124;b&#92;&#124;</code>'],
    ['line breaks are shown', 'a\n\n# b', '`a\\u{a}\\u{a}# b`'],
    ['an empty text is nothing', '', ''],
  ])('%s', (_name, text, expected) => {
    expect(code(text)).toBe(expected);
  });
});

test('codeElement escapes what would end it', () => {
  expect(codeElement('</code><img src=x>&amp;')).toBe('<code>&lt;/code&gt;&lt;img src=x&gt;&amp;amp;</code>');
});

describe('prose', () => {
  test.each([
    ['plain language stays', "It's off, so nobody's told (here).", "It's off, so nobody's told (here)."],
    ['a setting with an underscore is code', 'USER_PASSWORD_AUTH is on', '`USER_PASSWORD_AUTH` is on'],
    [
      'an address is code, its full stop is not',
      'http://a.example/b is bad: http://c.',
      '`http://a.example/b` is bad: `http://c`.',
    ],
    ['markup is code', 'a <img src=x onerror=y> *b* [c](d)', 'a `<img` `src=x` `onerror=y>` `*b*` `[c](d`)'],
    ['a mention is code', 'by @someone', 'by `@someone`'],
  ])('%s', (_name, text, expected) => {
    expect(prose(text)).toBe(expected);
  });
});

describe('markdown', () => {
  test('of hostile names leaves nothing outside of code but our own words, links and elements', async () => {
    const text = [...markdown(await reportOf('hostile.json'))].join('');
    const rest = text
      .replace(/(?<!`)(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '')
      .replace(/<code>[^<]*<\/code>/g, '')
      .replace(/\]\(https:\/\/github\.com\/[\w/.#-]+\)/g, ']')
      .replace(/<\/?(?:details|summary|b)>|<br>/g, '');
    expect(rest).not.toMatch(/[<>@]|\]\(|onerror|::|https?:/);
    expect(rest.match(/\[[a-z-]+\]/g)?.length).toBeGreaterThan(5);
  });

  test('every row of every table has the cells of its head', async () => {
    for (const name of ['clients.json', 'hostile.json']) {
      const lines = [...markdown(await reportOf(name))].join('').split('\n');
      const cells = lines.filter((line) => line.startsWith('|')).map((line) => line.split(/(?<!\\)\|/).length - 2);
      expect(new Set(cells)).toEqual(new Set([4, 5]));
    }
  });

  test('of a faultless run says so in one line', async () => {
    const report = await reportOf('clients.json');
    const text = [...markdown({ ...report, findings: [], notEvaluated: [], errors: [] })].join('');
    expect(text).toBe('## Amazon Cognito app clients: ✅ nothing found\n\n8 app clients · 8 without a finding\n');
  });

  test('stays under the size that GitHub takes, cuts at the end of a client, and says what is missing', async () => {
    const report = await reportOfMany(6000);
    const text = [...markdown(report)].join('');
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(Buffer.byteLength(text)).toBeGreaterThan(700_000);
    expect(text.split('<details>').length).toBe(text.split('</details>').length);
    const [, cut] = /Cut here.*? in ([\d,]+) app clients are not shown/.exec(text) ?? [];
    const shown = text.split('<details>').length - 1;
    const bad = new Set(report.findings.map(({ subject }) => subject)).size;
    expect(shown + Number(cut)).toBe(bad);
    expect(text.trimEnd().endsWith('have them all.')).toBe(true);
  });
});
