import { expect, test } from 'vitest';
import { circles } from '../../src/sources/template-circles.ts';

/** Resources by what they need. */
function resources(needs: Readonly<Record<string, readonly string[]>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(needs).map(([id, ids]) => [id, { Properties: { Refs: ids.map((one) => ({ Ref: one })) } }]),
  );
}

test.each([
  { name: 'itself', needs: { A: ['A'] }, found: ['A needs A'] },
  { name: 'the shortest way', needs: { A: ['B', 'C'], B: ['C'], C: ['A'] }, found: ['A needs C needs A'] },
  { name: 'nothing', needs: { A: ['B', 'C'], B: ['C'], C: [] }, found: [] },
  { name: 'a circle of others', needs: { A: ['B'], B: ['C'], C: ['B'] }, found: [] },
  {
    name: 'below a circle of others',
    needs: { A: ['B', 'D'], B: ['A'], C: ['A'], D: [] },
    found: ['A needs B needs A'],
  },
  { name: 'two ways to one resource', needs: { A: ['B', 'B', 'C'], B: ['D'], C: ['D', 'B'], D: [] }, found: [] },
])('a client needs $name', ({ needs, found }) => {
  const ways = circles(resources(needs), ['A']).map(({ message }) => /\((.*)\)/.exec(message)?.[1]);
  expect(ways).toEqual(found);
});

const A = `$\{A}`;
test.each([
  { name: 'a text with its name', sub: A, found: 1 },
  { name: 'a text with an attribute of it', sub: `$\{ A.Arn }`, found: 1 },
  { name: 'a map that has another name', sub: [A, { B: 'x' }], found: 1 },
  { name: 'a value of the map', sub: ['x', { B: { Ref: 'A' } }], found: 1 },
  { name: 'a name that the map gives a value of its own', sub: [A, { A: 'x' }], found: 0 },
  { name: 'an attribute that the map gives a value of its own', sub: [`$\{A.Arn}`, { 'A.Arn': 'x' }], found: 0 },
  { name: 'a name that is no variable', sub: `$\{!A}`, found: 0 },
])('a client needs itself by Fn::Sub or not: $name', ({ sub, found }) => {
  expect(circles({ A: { Properties: { ClientName: { 'Fn::Sub': sub } } } }, ['A'])).toHaveLength(found);
});

test('a resource that no circle goes through is looked at once, however many clients need it', () => {
  let looks = 0;
  const count = 200;
  const chain = Object.fromEntries(Array.from({ length: count }, (_, index) => [`R${index}`, [`R${index + 1}`]]));
  const clients = Array.from({ length: count }, (_, index) => `C${index}`);
  const all = resources({ ...chain, ...Object.fromEntries(clients.map((id) => [id, ['R0']])) });
  const watched = new Proxy(all, {
    get(target, key) {
      looks += 1;
      return Reflect.get(target, key);
    },
  });
  expect(circles(watched, clients)).toEqual([]);
  expect(looks).toBe(2 * count);
});
