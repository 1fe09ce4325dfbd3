import { describe, expect, test } from 'vitest';
import { hostForms, isLookalike } from '../../src/client/lookalikes.ts';
import { parseUri } from '../../src/client/uri.ts';

describe('isLookalike', () => {
  test.each([
    'https://\u0430pp.acme.io',
    'https://xn--pp-6kc.acme.io',
    'https://app.\u0430\u0441me.io',
    'https://\u0430\u0440\u0440\u04cf\u0435.com',
    'https://acm\u03b5.io',
    'https://joe@\u0430pp.acme.io:8443/',
    'https://\u0430pp%.acme.io',
  ])('%j', (raw) => {
    expect(isLookalike(parseUri(raw))).toBe(true);
  });
  test.each([
    'https://acme.io',
    'https://m\u00fcnchen.de',
    'https://xn--mnchen-3ya.de',
    'https://\u0434\u043e\u043c.\u0440\u0444',
    'https://app.\u0434\u043e\u043c.\u0440\u0444',
    'https://1.\u0434\u043e\u043c.\u0440\u0444',
    'https://\u4f8b\u3048.jp',
    'https://acme.io/\u0430pp',
    'com.acme.app://\u0430pp',
    'https://\uff41pp.acme.io',
    '',
  ])('not %j', (raw) => {
    expect(isLookalike(parseUri(raw))).toBe(false);
  });
});

test.each([
  ['https://\u0430pp.acme.io', '\u0430pp.acme.io (xn--pp-6kc.acme.io)'],
  ['https://XN--pp-6kc.acme.io', '\u0430pp.acme.io (xn--pp-6kc.acme.io)'],
  ['https://\u0430pp%.acme.io', '\u0430pp%.acme.io'],
])('hostForms of %j', (raw, expected) => {
  expect(hostForms(parseUri(raw))).toBe(expected);
});
