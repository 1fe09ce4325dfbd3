import { describe, expect, test } from 'vitest';
import { ForeignValue, guard, isGuarded, UnknownValue } from '../../src/client/unknown.ts';

const unknown = new UnknownValue('CallbackURLs', 'it hangs on a parameter');

/** What a reading gives, or the unknown value that ends it. Anything else that is thrown is thrown on. */
function seen(read: () => unknown): unknown {
  let value: unknown;
  try {
    value = read();
  } catch (thrown) {
    if (thrown instanceof UnknownValue) return thrown;
    throw thrown;
  }
  if (value instanceof UnknownValue) throw new Error('an unknown value is thrown, and not given');
  return value;
}

/** As a list of texts, which holds what no text is. */
const list = (...entries: unknown[]) => guard(entries) as unknown as readonly string[];

/** Known entries with an unknown one before, between or after them, and a hole. */
const mixed = [
  list(unknown, 'a', 'b'),
  list('a', unknown, 'b'),
  list('a', 'b', unknown),
  list('a', undefined, 'b', unknown),
];

describe('a member that is unknown ends who reads it, and nobody else', () => {
  const client = guard({ CallbackURLs: unknown, ClientName: 'web', AuthSessionValidity: 0, LogoutURLs: undefined });

  test('the unknown value itself is thrown', () => {
    expect(seen(() => client.CallbackURLs)).toBe(unknown);
  });

  test('known members are as they were', () => {
    expect(client.ClientName).toBe('web');
    expect(client.AuthSessionValidity).toBe(0);
    expect(client.LogoutURLs).toBeUndefined();
    expect('CallbackURLs' in client).toBe(true);
    expect(Object.keys(client)).toEqual(['CallbackURLs', 'ClientName', 'AuthSessionValidity', 'LogoutURLs']);
  });

  test('it is thrown each time', () => {
    expect([seen(() => client.CallbackURLs), seen(() => client.CallbackURLs)]).toEqual([unknown, unknown]);
  });

  test('what was guarded is not changed', () => {
    const original = { CallbackURLs: unknown, TokenValidityUnits: { IdToken: unknown } };
    guard(original);
    expect(original.CallbackURLs).toBe(unknown);
    expect(original.TokenValidityUnits.IdToken).toBe(unknown);
  });

  test('a view is told apart from a client without one', () => {
    expect(isGuarded(client)).toBe(true);
    expect(isGuarded({ ClientName: 'web' })).toBe(false);
  });

  test('a foreign value is an unknown one', () => {
    const foreign = new ForeignValue('ClientType', '"TOMORROW" is not a value that this version knows');
    expect(seen(() => guard({ ClientType: foreign }).ClientType)).toBe(foreign);
  });
});

describe('parts of a client are guarded, too', () => {
  const client = guard({
    TokenValidityUnits: { AccessToken: unknown, IdToken: 'hours' },
    ExplicitAuthFlows: ['a', unknown],
    ClientSecrets: [{ ClientSecretId: '1', ClientSecretCreateDate: unknown }, { ClientSecretId: '2' }],
  });

  test('a member of an object', () => {
    expect(seen(() => client.TokenValidityUnits.AccessToken)).toBe(unknown);
    expect(client.TokenValidityUnits.IdToken).toBe('hours');
  });

  test('an entry of a list', () => {
    expect(seen(() => client.ExplicitAuthFlows[1])).toBe(unknown);
    expect(client.ExplicitAuthFlows[0]).toBe('a');
  });

  test('a part is the same at each reading, and where all of it is known it is no view', () => {
    const known = { IdToken: 'days', AccessToken: null };
    expect(guard({ ClientName: unknown, TokenValidityUnits: known }).TokenValidityUnits).toBe(known);
    expect(client.TokenValidityUnits).toBe(client.TokenValidityUnits);
  });

  test('null below a member of tomorrow', () => {
    expect(guard({ Tomorrow: { a: null, b: unknown } }).Tomorrow.a).toBeNull();
  });

  test('a member of tomorrow may nest 100,000 levels deep', () => {
    const deep = JSON.parse(`{"Deep": ${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`);
    expect(guard(deep).Deep.a).toBe(deep.Deep.a);
  });

  test('an object in a list, of which the rest is known', () => {
    const [first, second] = client.ClientSecrets;
    expect(first?.ClientSecretId).toBe('1');
    expect(seen(() => first?.ClientSecretCreateDate)).toBe(unknown);
    expect(second).toEqual({ ClientSecretId: '2' });
  });
});

describe('a list without unknown entries and holes is an ordinary one', () => {
  test('in all its methods', () => {
    const plain = list('a', 'b');
    expect([...plain, ...plain.map((entry) => entry.toUpperCase()), plain.length, plain.at(-1)]).toEqual([
      'a',
      'b',
      'A',
      'B',
      2,
      'b',
    ]);
    expect(plain).toEqual(['a', 'b']);
  });
});

describe('iteration gives the known entries, and then the unknown value', () => {
  const iterations: Readonly<Record<string, (of: readonly string[]) => Iterable<unknown>>> = {
    'for of': (of) => of,
    'values()': (of) => of.values(),
    'entries()': (of) => of.entries(),
  };
  test.each(Object.entries(iterations))('%s', (_name, iterate) => {
    for (const entries of mixed) {
      const found: unknown[] = [];
      const end = seen(() => {
        for (const entry of iterate(entries)) found.push(Array.isArray(entry) ? entry[1] : entry);
      });
      expect(found).toEqual(['a', 'b']);
      expect(end).toBe(unknown);
    }
  });

  test('entries() keeps the places of the entries', () => {
    expect([...list('a', undefined, 'b').entries()]).toEqual([
      [0, 'a'],
      [2, 'b'],
    ]);
  });

  test('who stops early does not meet the unknown value', () => {
    for (const entries of mixed) {
      const [first] = entries;
      expect(first).toBe('a');
    }
  });
});

/** Each method, with what it answers where the known entries decide, and a reading that hangs on the unknown one. */
describe('an answer that the known entries give stands; any other hangs on the unknown one', () => {
  const methods: readonly {
    readonly name: string;
    readonly decided: (of: readonly string[]) => unknown;
    readonly answer: unknown;
    readonly open: (of: readonly string[]) => unknown;
    readonly without: unknown;
  }[] = [
    {
      name: 'includes',
      decided: (of) => of.includes('b'),
      answer: true,
      open: (of) => of.includes('c'),
      without: false,
    },
    {
      name: 'some',
      decided: (of) => of.some((entry) => entry > 'a'),
      answer: true,
      open: (of) => of.some((entry) => entry > 'b'),
      without: false,
    },
    {
      name: 'every',
      decided: (of) => of.every((entry) => entry === 'a'),
      answer: false,
      open: (of) => of.every((entry) => entry < 'c'),
      without: true,
    },
    {
      name: 'find',
      decided: (of) => of.find((entry) => entry > 'a'),
      answer: 'b',
      open: (of) => of.find((entry) => entry > 'b'),
      without: undefined,
    },
  ];
  test.each(methods)('$name', ({ decided, answer, open, without }) => {
    for (const entries of mixed) {
      expect(decided(entries)).toBe(answer);
      expect(seen(() => open(entries))).toBe(unknown);
    }
    const known = list('a', undefined, 'b');
    expect(decided(known)).toBe(answer);
    expect(open(known)).toBe(without);
  });

  test('indexOf and findIndex give the place in the list', () => {
    const entries = list(unknown, 'a', undefined, 'b');
    expect([entries.indexOf('a'), entries.indexOf('b')]).toEqual([1, 3]);
    expect(entries.findIndex((entry) => entry > 'a')).toBe(3);
    expect(seen(() => entries.indexOf('c'))).toBe(unknown);
    expect(seen(() => entries.findIndex((entry) => entry > 'b'))).toBe(unknown);
    expect([list(undefined, 'a').indexOf('c'), list(undefined, 'a').findIndex((entry) => entry > 'b')]).toEqual([
      -1, -1,
    ]);
  });

  test('a test is given the place of the entry', () => {
    const places: number[] = [];
    list(undefined, 'a', undefined, 'b').some((_entry, index) => {
      places.push(index);
      return false;
    });
    expect(places).toEqual([1, 3]);
  });

  test('filter keeps the unknown entry, which may be one of the kept', () => {
    for (const entries of mixed) {
      const kept = entries.filter((entry): boolean => entry === 'b');
      expect(kept.includes('b')).toBe(true);
      expect(seen(() => kept.includes('a'))).toBe(unknown);
      expect(seen(() => entries.filter((entry) => entry === 'c').length)).toBe(unknown);
    }
    expect(list('a', undefined, 'b').filter((entry) => entry === 'b')).toEqual(['b']);
  });

  test('a list is not empty where any entry is known, and may be where none is', () => {
    for (const entries of mixed) expect(entries.length > 0).toBe(true);
    expect(seen(() => list(unknown).length)).toBe(unknown);
    expect(seen(() => list(undefined, unknown).length)).toBe(unknown);
  });
});

describe('a method that asks for all entries passes holes over, and ends where one is unknown', () => {
  const all: Readonly<Record<string, readonly [(of: readonly string[]) => unknown, without: unknown]>> = {
    map: [(of) => of.map((entry) => entry.toUpperCase()), ['A', 'B']],
    flatMap: [(of) => of.flatMap((entry) => [entry, entry.length]), ['a', 1, 'b', 1]],
    reduce: [(of) => of.reduce((text, entry) => text + entry), 'ab'],
    join: [(of) => of.join(' '), 'a b'],
    slice: [(of) => of.slice(1), ['b']],
    concat: [(of) => of.concat('c'), ['a', 'b', 'c']],
    at: [(of) => of.at(-1), 'b'],
    forEach: [
      (of) => {
        const found: string[] = [];
        // biome-ignore lint/suspicious/useIterableCallbackReturn: the method is what is tried
        of.forEach((entry) => found.push(entry));
        return found;
      },
      ['a', 'b'],
    ],
  };
  test.each(Object.entries(all))('%s', (_name, [read, without]) => {
    for (const entries of mixed) expect(seen(() => read(entries))).toBe(unknown);
    expect(read(list('a', undefined, 'b'))).toEqual(without);
  });
});
