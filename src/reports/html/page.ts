import { createHash } from 'node:crypto';
import { HOME } from '../../references.ts';
import type { Report } from '../../report.ts';
import { version } from '../../version.ts';
import type { Run } from '../run.ts';
import { plural } from '../text.ts';
import { clientSection } from './client.ts';
import { filters } from './filters.ts';
import { type Markup, html as markup, render, trusted } from './markup.ts';
import { matrix, matrixRow } from './matrix.ts';
import { posture } from './posture.ts';
import { remainder } from './remainder.ts';
import { rulesSection } from './rules.ts';
import script from './script.js?raw';
import { style } from './style.ts';
import { summary } from './summary.ts';

/** So many clients are in the page from the start. Its script takes in the rest, and shows as many at a time. */
const AT_ONCE = 200;
const IN_A_BATCH = 100;
/** So few clients are shown unfolded. */
const UNFOLDED = 3;

/** One file for a browser, that asks for nothing and can be passed on. Without its script, `AT_ONCE` clients are there. */
export function* html(report: Report, run: Run): Generator<string> {
  const page = posture(report);
  const { clients, rules } = page;
  const rows = clients.map((client) => matrixRow(client, rules));
  const isOpen = clients.length <= UNFOLDED;
  const sections = clients.map((client) => () => clientSection(client, report.rules, isOpen));
  yield render(head(report, run));
  yield render(summary(report, page));
  yield render(filters(page));
  yield render(matrix(page, report.rules.length, rows.slice(0, AT_ONCE), more(clients.length)));
  yield render(rulesSection(page));
  yield `<section aria-labelledby="clients">\n<h2 id="clients">App clients</h2>\n`;
  yield `<p class="actions" hidden><button type="button" class="unfold">Unfold all</button></p>\n<div class="clients">\n`;
  for (const section of sections.slice(0, AT_ONCE)) yield render(section());
  yield render(markup`</div>\n${more(clients.length)}</section>\n`);
  yield render(remainder(report));
  yield '</main>\n';
  for (let from = AT_ONCE; from < clients.length; from += IN_A_BATCH) {
    const to = from + IN_A_BATCH;
    const late = sections.slice(from, to).map((section) => section());
    yield render(heldBack(rows.slice(from, to), late));
  }
  yield render(foot(clients.length));
}

function head(report: Report, run: Run): Markup {
  const policy = [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    `script-src ${hash(script)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Amazon Cognito app clients: ${plural(report.findings.length, 'finding')}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#clients">Skip to the app clients</a>
<header>
<h1>Amazon Cognito app clients</h1>
<p>Security posture by <a href="${HOME}" rel="noreferrer">cognito-lint</a> ${version}${
    run.times && markup`, <time datetime="${run.times.end}">${run.times.end.replace('T', ' ').slice(0, 16)} UTC</time>`
  }</p>
</header>
<main>
`;
}

/** Data for the script: the browser reads it as a text, which costs next to nothing, until it is put into the page. */
function heldBack(rows: readonly Markup[], sections: readonly Markup[]): Markup {
  return markup`<script type="text/plain" class="held-back"><table class="rows"><tbody>${rows}</tbody></table>${sections}</script>
`;
}

function more(clients: number): Markup | undefined {
  return clients > AT_ONCE ? markup`<p class="more" hidden><button type="button"></button></p>\n` : undefined;
}

function foot(clients: number): Markup {
  const missing =
    clients > AT_ONCE
      ? markup`<noscript><p>Without scripts, this page shows the ${AT_ONCE} worst of its ${clients} app clients.</p></noscript>`
      : undefined;
  return markup`<footer>${missing}<p>A client without findings is not proven secure: rules judge the settings that a description shows.</p></footer>
<script>${trusted(script)}</script>
</body>
</html>
`;
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
