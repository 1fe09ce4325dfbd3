import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Secrets } from '../../src/client/secrets.ts';
import { lint } from '../../src/lint.ts';
import type { Report } from '../../src/report.ts';
import { html as markup, render } from '../../src/reports/html/markup.ts';
import { html } from '../../src/reports/html/page.ts';
import { type Setting, settingsOf } from '../../src/reports/html/settings.ts';
import { describedClient } from '../../src/sources/described-client.ts';
import type { Document, Subject } from '../../src/subject.ts';
import { RUN, reportOf } from './posture-fixture.ts';

const print = (report: Report) => [...html(report, RUN)].join('');

describe('markup', () => {
  test.each([
    ['a text is escaped', markup`<p>${'<b> & "c" \'d\''}</p>`, '<p>&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;</p>'],
    ['control characters are shown', markup`${'a\u0000\u202e'}`, 'a\\u{0}\\u{202e}'],
    ['markup within markup is not escaped again', markup`<p>${markup`<b>${'&'}</b>`}</p>`, '<p><b>&amp;</b></p>'],
    ['a list is joined, and what is undefined is nothing', markup`${['<', 1, undefined, [markup`<hr>`]]}`, '&lt;1<hr>'],
  ])('%s', (_name, content, expected) => {
    expect(render(content)).toBe(expected);
  });
});

describe('the policy of the page', () => {
  test('allows its own style and script by their hashes, and nothing else', async () => {
    const page = print(await reportOf('clients.json'));
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    const hashOf = (element: string) => {
      const [, text = ''] = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(page) ?? [];
      expect(text.length).toBeGreaterThan(1000);
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    };
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hashOf('style')}`,
      `script-src ${hashOf('script')}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test('is one that the page can keep: no style or handler in an attribute, one style, one script', async () => {
    const page = print(await reportOf('clients.json', 'hostile.json'));
    expect(page.replace(/="[^"]*"/g, '=""')).not.toMatch(/<[^>]+ (?:style|on\w+)=/);
    expect(page.match(/<(?:style|script|link|img|iframe|object)\b/g)).toEqual(['<link', '<style', '<script']);
  });
});

test('no secret of the input is in the page', async () => {
  const page = print(await reportOf('clients.json'));
  expect(page).toContain('confidential client');
  expect(page).not.toContain('1a2b3c4d5e6f7g8h9i0j');
});

test('a report has every client only where it is asked for, as a page does', async () => {
  const { subjects, rules } = await reportOf('clients.json');
  expect(lint({ subjects, errors: [], notices: [] }, rules).subjects).toEqual([]);
  expect(lint({ subjects, errors: [], notices: [] }, rules, { keepsSubjects: true }).subjects).toEqual(subjects);
});

test('a run without a client has a page that says so', async () => {
  const report = await reportOf('clients.json');
  const page = print({ ...report, clients: 0, subjects: [], findings: [], notEvaluated: [] });
  expect(page).toContain('No app client was read');
  expect(page).not.toContain('class="matrix"');
});

test('a client that could not be judged wholly is not called clean', async () => {
  const report = await reportOf('clients.json');
  const half = report.subjects.filter(({ identity }) => identity.clientName === 'half-known');
  const notEvaluated = report.notEvaluated.filter(({ subject }) => half.includes(subject));
  const page = print({ ...report, clients: 1, subjects: half, findings: [], notEvaluated, errors: [] });
  expect(page).toContain('Nothing was found, but 1 of 1 app client could not be judged wholly');
  expect(page).not.toContain('class="badge clean"><span');
});

describe('a setting, reported and in force', () => {
  const none = { words: 'not set' };
  test.each<[string, object, string, Setting['reported'], Setting['inForce']]>([
    [
      'a lifetime without a unit',
      { RefreshTokenValidity: 3 },
      'Refresh token',
      { words: '3, no unit' },
      { words: '3 days, as the unit is days where none is set' },
    ],
    [
      'the default lifetime, spelled out without a unit',
      { RefreshTokenValidity: 30 },
      'Refresh token',
      { words: '30, no unit' },
      { words: '30 days, the default' },
    ],
    [
      'a lifetime with a unit',
      { AccessTokenValidity: 60, TokenValidityUnits: { AccessToken: 'minutes' } },
      'Access token',
      { words: '60 minutes' },
      { words: '60 minutes' },
    ],
    ['a lifetime that is absent', {}, 'Refresh token', none, { words: '30 days, the default' }],
    [
      'a unit without a lifetime',
      { TokenValidityUnits: { AccessToken: 'minutes' } },
      'Access token',
      { words: 'not set, in minutes' },
      { words: '1 hour, the default' },
    ],
    [
      'a lifetime that is not known',
      { RefreshTokenValidity: '30' },
      'Refresh token',
      { unknown: 'it is a string and not an integer' },
      { unknown: 'it is a string and not an integer' },
    ],
    [
      'grants while OAuth is off',
      { AllowedOAuthFlows: ['implicit'] },
      'OAuth grants',
      { values: ['implicit'] },
      { words: 'none, as OAuth is off' },
    ],
    [
      'grants while it is on',
      { AllowedOAuthFlows: ['code'], AllowedOAuthFlowsUserPoolClient: true },
      'OAuth grants',
      { values: ['code'] },
      { values: ['code'] },
    ],
    [
      'callbacks of a machine client',
      { AllowedOAuthFlows: ['client_credentials'], AllowedOAuthFlowsUserPoolClient: true, CallbackURLs: ['https://a'] },
      'Callback URLs',
      { values: ['https://a'] },
      { words: 'none, as a machine client never redirects' },
    ],
    [
      'flows that are absent',
      {},
      'Sign-in flows',
      none,
      { words: 'SRP, custom challenges, refresh tokens: the default' },
    ],
    [
      'flows of which one is not known',
      { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 7] },
      'Sign-in flows',
      { values: ['ALLOW_USER_SRP_AUTH'], unknown: 'it is a number and not a string' },
      { unknown: 'it is a number and not a string' },
    ],
    [
      'error texts that are absent',
      {},
      'Error texts',
      none,
      { words: 'LEGACY, the default: they tell who has an account' },
    ],
    [
      'revocation that is absent',
      {},
      'Token revocation',
      none,
      { words: 'off, as a description always has it where it is on' },
    ],
    ['a session that is absent', {}, 'Sign-in session', none, { words: '3 minutes, the default' }],
    [
      'a secret',
      { ClientSecret: 'CLIENT_SECRET' },
      'Client secret',
      { words: 'present' },
      { words: 'confidential client' },
    ],
  ])('%s', (_name, client, name, reported, inForce) => {
    const setting = settingsOf(subjectOf(client)).find((one) => one.name === name);
    expect(setting).toMatchObject({ reported, inForce });
  });
});

function subjectOf(client: object): Subject {
  const document: Document = {
    uri: 'a.json',
    path: 'a.json',
    text: '',
    encoding: 'utf-8',
    secrets: new Secrets(),
    locate: () => new Map(),
  };
  const value = structuredClone(client) as Record<string, unknown>;
  const from = { document, onDisk: true, now: 0 };
  return describedClient({ pointer: '', value, form: 'description' }, from).subject;
}
