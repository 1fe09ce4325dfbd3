import { entries } from '../client/entries.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'attr-write-contact-identity',
  title: 'Users can change e-mail, phone or preferred_username',
  level: 'note',
  severity: '3.7',
  precision: 'low',
  preset: 'pedantic',
  area: 'attributes',
  why:
    'Unless the pool verifies before it updates, the new address is stored at once, and many apps key ' +
    'accounts on it. The Flickr takeover used exactly this.',
  fix:
    'Pool: `UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate`, case-insensitive user ' +
    'names. App: key on `sub`, check `email_verified`.',
  whenAbsent: 'Where the list is not set, `attr-write-default` speaks.',
  notReported: 'Profile pages need it, and required attributes are always writable, hence pedantic.',
  references: ['attributes', 'HackerOne 1342088'],
  cwe: [345, 640],
  asvs: ['7.5.1', '10.5.2'],
  nist: ['IA-5', 'AC-3'],
  examples: {
    bad: { WriteAttributes: ['email', 'name'] },
    good: { WriteAttributes: ['name'] },
  },
  remedy: 'whether users may change it, a person must decide; the pool can verify it first',
  *check({ client, effective }) {
    for (const { path, value } of entries(client, 'WriteAttributes')) {
      if (IDENTITY.has(value) && !effective.machine) {
        yield { path, message: `WriteAttributes has ${value}, so users can change it themselves.` };
      }
    }
  },
});

const IDENTITY = new Set(['email', 'phone_number', 'preferred_username']);
