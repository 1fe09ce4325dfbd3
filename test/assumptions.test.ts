import { describe, expect, test } from 'vitest';
import type { AppClient } from '../src/client/app-client.ts';
import { Secrets } from '../src/client/secrets.ts';
import { type Choice, guard, UnknownValue } from '../src/client/unknown.ts';
import { toPointer } from '../src/pointer.ts';
import type { ActiveRule } from '../src/report.ts';
import type { RuleInput } from '../src/rule.ts';
import { rules } from '../src/rules/index.ts';
import type { Document, Subject } from '../src/subject.ts';
import { verdict } from '../src/verdict.ts';

const document: Document = {
  uri: 'template.json',
  path: 'template.json',
  text: '',
  encoding: 'utf-8',
  secrets: new Secrets(),
  locate: () => new Map(),
};

/** A client, and what it is under each outcome of what its unknown value hangs on. */
function subjectOf(client: object, ways: Readonly<Record<string, Subject>> = {}): Subject {
  return {
    client: guard(client) as AppClient,
    facts: { form: 'created', live: false, secret: 'absent', secretExposed: false, now: 1.79e9 },
    identity: {},
    origin: { document, pointer: '', locate: toPointer },
    assuming: (_choice, outcome) => ways[outcome] ?? subjectOf(client),
  };
}

const hangsOn = (...outcomes: Choice['outcomes']) =>
  new UnknownValue('CallbackURLs', 'it hangs on a condition', { name: outcomes[0], outcomes });
const OPEN = hangsOn('if A', 'unless A');
const either = (yes: Subject, no: Subject) => subjectOf({ CallbackURLs: OPEN }, { 'if A': yes, 'unless A': no });
const urls = (...CallbackURLs: unknown[]) => subjectOf({ ClientName: 'web', CallbackURLs });

/** Reports each URL, an empty one twice, with the client's name; it fails on "broken". */
function* check({ client }: Pick<RuleInput, 'client'>) {
  for (const [index, url] of (client.CallbackURLs ?? []).entries()) {
    if (url === 'broken') throw new Error('it is broken');
    const path = ['CallbackURLs', index] as const;
    yield { path, message: `${url} of ${client.ClientName}`, related: [['ClientName'] as const] };
    if (url === '') yield { path, message: 'it is empty' };
  }
}

const active = { rule: { ...rules[0], check }, level: 'note', options: {} } as unknown as ActiveRule;

function judged(subject: Subject) {
  const { problems, unknown, failure } = verdict(subject, active);
  return {
    problems: problems.map(({ message, assumed }) => [message, ...assumed]),
    ...(unknown && { unknown: unknown.reason }),
    ...(failure && { failure: String(failure.thrown) }),
  };
}

const open = OPEN.reason;

describe('what holds under each outcome', () => {
  test('is said once where the same is said of it', () => {
    expect(judged(either(urls('a', 'b'), urls('b', 'a')))).toEqual({ problems: [['a of web'], ['b of web']] });
  });
  test('has its place, and what is related to it', () => {
    const [problem] = verdict(either(urls('a'), urls('a')), active).problems;
    expect(problem).toMatchObject({ pointer: '/CallbackURLs/0', related: [['ClientName']] });
  });
  test('is said under each where not', () => {
    const api = subjectOf({ ClientName: 'api', CallbackURLs: ['a'] });
    expect(judged(either(urls('a'), api))).toEqual({
      problems: [
        ['a of web', 'if A'],
        ['a of api', 'unless A'],
      ],
    });
  });
  test('is two problems where there are two of one value', () => {
    expect(judged(either(urls(''), urls('')))).toEqual({ problems: [[' of web'], ['it is empty']] });
  });
  test('is nothing where there is none', () => {
    expect(judged(either(urls(), urls()))).toEqual({ problems: [] });
  });
  test('with others of its own under each, those are said too', () => {
    expect(judged(either(urls('a', 'b'), urls('a', 'c')))).toEqual({
      problems: [['a of web'], ['b of web', 'if A'], ['c of web', 'unless A']],
    });
  });
  test('stands, and the rest is open, where one outcome has more', () => {
    expect(judged(either(urls('b', 'a'), urls('a')))).toEqual({ problems: [['a of web']], unknown: open });
    expect(judged(either(urls(), urls('a')))).toEqual({ problems: [], unknown: open });
  });
  test('is nothing where the rule fails under one', () => {
    expect(judged(either(urls('a'), urls('broken')))).toMatchObject({ failure: 'Error: it is broken' });
  });
});

describe('what stays unknown under the outcomes', () => {
  const another = (field: string, reason: string) => urls('a', new UnknownValue(field, reason));
  test.each([
    ['is told where it is the same', another('X', 'it is far'), another('X', 'it is far'), 'it is far'],
    ['is the choice where the reasons differ', another('X', 'it is far'), another('X', 'it is near'), open],
    ['is the choice where the members differ', another('X', 'it is far'), another('Y', 'it is far'), open],
    ['is the choice where it is known under one', another('X', 'it is far'), urls('a'), open],
  ])('%s', (_name, yes, no, unknown) => {
    expect(judged(either(yes, no))).toEqual({ problems: [['a of web']], unknown });
  });
  test('is the choice where one outcome has more', () => {
    const far = new UnknownValue('X', 'it is far');
    expect(judged(either(urls('a', 'b', far), urls('a', far)))).toEqual({ problems: [['a of web']], unknown: open });
  });
});

describe('an outcome that is taken for granted', () => {
  const granted = (way: Subject) =>
    subjectOf({ ClientName: 'web', CallbackURLs: ['a', hangsOn('by default')] }, { 'by default': way });

  test('is said of what was not known without it', () => {
    expect(judged(granted(urls('a', 'b')))).toEqual({ problems: [['a of web'], ['b of web', 'by default']] });
  });
  test('may leave something unknown, or make the rule fail', () => {
    const far = new UnknownValue('X', 'it is far');
    expect(judged(granted(urls('a', far)))).toEqual({ problems: [['a of web']], unknown: 'it is far' });
    expect(judged(granted(urls('a', 'broken')))).toMatchObject({ failure: 'Error: it is broken' });
  });
});

test('one choice within another: each of its outcomes is said', () => {
  const inner = subjectOf({ CallbackURLs: hangsOn('if B', 'unless B') }, { 'if B': urls('a'), 'unless B': urls('b') });
  expect(judged(either(inner, urls('c')))).toEqual({
    problems: [
      ['a of web', 'if B', 'if A'],
      ['b of web', 'unless B', 'if A'],
      ['c of web', 'unless A'],
    ],
  });
});

test('a choice within itself is followed eight times', () => {
  let followed = 0;
  const client = { CallbackURLs: [hangsOn('by default')] };
  const endless: Subject = {
    ...subjectOf(client),
    assuming: () => {
      followed += 1;
      return endless;
    },
  };
  expect(judged(endless)).toEqual({ problems: [], unknown: 'it hangs on a condition' });
  expect(followed).toBe(8);
});

test('what hangs on nothing, or cannot be assumed, is unknown', () => {
  const { assuming: _, ...fixed } = either(urls('a'), urls('a'));
  expect(judged(fixed)).toEqual({ problems: [], unknown: open });
  expect(judged(urls(new UnknownValue('X', 'it is far')))).toEqual({ problems: [], unknown: 'it is far' });
});
