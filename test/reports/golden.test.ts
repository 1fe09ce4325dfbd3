import { expect, test } from 'vitest';
import { github } from '../../src/reports/github.ts';
import { html } from '../../src/reports/html/page.ts';
import { json } from '../../src/reports/json.ts';
import { markdown } from '../../src/reports/markdown.ts';
import { pretty } from '../../src/reports/pretty.ts';
import { RUN, reportOf } from './posture-fixture.ts';

const report = { ...(await reportOf('clients.json')), suppressed: 2 };
const hostile = await reportOf('hostile.json');

const cases = [
  { file: 'pretty-40.txt', pieces: () => pretty(report, { ...RUN, width: 40 }) },
  { file: 'pretty-80.txt', pieces: () => pretty(report, RUN) },
  { file: 'pretty-140.txt', pieces: () => pretty(report, { ...RUN, width: 140 }) },
  { file: 'pretty-color.txt', pieces: () => pretty(report, { ...RUN, width: 100, color: true, hyperlinks: true }) },
  { file: 'pretty-hostile.txt', pieces: () => pretty(hostile, RUN) },
  { file: 'markdown.md', pieces: () => markdown(report) },
  { file: 'markdown-hostile.md', pieces: () => markdown(hostile) },
  { file: 'github.txt', pieces: () => github(report, RUN) },
  { file: 'github-hostile.txt', pieces: () => github(hostile, RUN) },
  { file: 'report.json', pieces: () => json(report) },
  { file: 'report.html', pieces: () => html(report, RUN) },
  { file: 'report-hostile.html', pieces: () => html(hostile, RUN) },
];

test.each(cases)('$file is what the format prints of the fixture', async ({ file, pieces }) => {
  const text = [...pieces()].join('');
  await expect(file.endsWith('.html') ? withoutStyle(text) : text).toMatchFileSnapshot(`golden/${file}`);
});

/** A page without its style and script, which are files of their own, and the hashes of those. */
function withoutStyle(page: string): string {
  return page.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '<$1>…</$1>').replace(/'sha256-[\w+/=]+'/g, "'sha256-…'");
}
