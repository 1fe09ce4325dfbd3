import { isCustom, wordsOf } from '../client/attribute-names.ts';
import { entries } from '../client/entries.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'attr-read-sensitive-custom',
  title: 'Sensitive-looking custom attribute lands in ID tokens',
  level: 'warning',
  severity: '5.0',
  precision: 'low',
  preset: 'recommended',
  area: 'attributes',
  why:
    'Readable attributes are copied into every ID token, whose payload is only base64, and travel to ' +
    'browsers, logs and third parties. Secrets and regulated identifiers do not belong there.',
  fix: 'Remove it from `ReadAttributes`; store it outside Cognito.',
  whenAbsent: 'Where the list is not set, `attr-read-default` speaks.',
  notReported: 'Names only, on whole words: `custom:token_color` belongs in `allow`.',
  references: ['attributes'],
  cwe: [359, 312],
  asvs: ['14.1.1', '14.2.6'],
  nist: ['PT-2', 'SC-28', 'AC-6'],
  examples: {
    bad: { ReadAttributes: ['email', 'custom:apiKey'] },
    good: { ReadAttributes: ['email', 'custom:keynote'] },
  },
  options: { allow: [] as readonly string[] },
  remedy: 'whether the app needs the attribute, a person must decide',
  *check({ client, effective }, { allow }) {
    for (const { path, value } of entries(client, 'ReadAttributes')) {
      if (!isCustom(value) || allow.includes(value)) continue;
      const word = wordsOf(value).find((one) => SENSITIVE.has(one));
      if (word && !effective.machine)
        yield { path, message: `ID tokens carry ${value}, and "${word}" sounds sensitive.` };
    }
  },
});

/** Words for secrets and for identifiers that the law protects. */
const SENSITIVE = new Set([
  'secret',
  'password',
  'passwd',
  'pwd',
  'pin',
  'token',
  'apikey',
  'privatekey',
  'salt',
  'hash',
  'ssn',
  'taxid',
  'passport',
  'iban',
  'cvv',
  'cardnumber',
  'creditcard',
  'dob',
  'diagnosis',
]);
