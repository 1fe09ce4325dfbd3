import { hostForms, isLookalike } from '../client/lookalikes.ts';
import { oddRedirects } from '../client/redirects.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'redirect-idn-host',
  title: 'Redirect host mixes scripts or imitates ASCII',
  level: 'warning',
  severity: '4.7',
  precision: 'medium',
  preset: 'recommended',
  area: 'redirects',
  why:
    'The API admits every Unicode letter in a URL, so `https://аpp.acme.io` with a Cyrillic а can be ' +
    'stored, and no reviewer sees it in a list of a hundred. After a compromised deployment it is a ' +
    'practical back door.',
  fix: 'Register the name that you own; compare with your domain inventory.',
  whenAbsent: 'Without redirects it passes.',
  notReported: 'Genuine names in one script (`https://münchen.de`).',
  references: ['create', 'UTS #39', 'RFC 9700 §4.1.3'],
  cwe: [1007],
  asvs: ['10.4.1'],
  nist: ['SI-10'],
  examples: {
    bad: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://\u0430pp.acme.io/cb'],
    },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://m\u00fcnchen.de/cb'],
    },
  },
  remedy: 'which URL is right, a person must decide',
  *check({ client, effective }) {
    if (!effective.redirects) return;
    for (const { path, uri } of oddRedirects(client)) {
      if (isLookalike(uri)) yield { path, message: `The host ${hostForms(uri)} mixes scripts or imitates ASCII.` };
    }
  },
});
