/** A client that needs itself before it can be made. */
export interface Circle {
  readonly id: string;
  readonly message: string;
}

type Resources = Readonly<Record<string, unknown>>;
/** By the id of a resource, the ids of those that it refers to. */
type Needs = ReadonlyMap<string, readonly string[]>;

/** The clients among some resources that depend on themselves, through whatever resources: no such template is deployed. */
export function circles(resources: Resources, clients: readonly string[]): Circle[] {
  const needs = needsOf(resources, clients);
  const straight = outsideOfCircles(needs);
  return clients.flatMap((id) => {
    const circle = straight.has(id) ? undefined : wayBack(id, needs);
    if (!circle) return [];
    const way = circle.join(' needs ');
    return [
      {
        id,
        message: `this app client depends on itself (${way}), so the template cannot be deployed; break the circle`,
      },
    ];
  });
}

/** What some resources need, and what that needs, and so on. */
function needsOf(resources: Resources, ids: readonly string[]): Needs {
  const needs = new Map<string, readonly string[]>();
  const queue = [...ids];
  for (const id of queue) {
    if (needs.has(id)) continue;
    const names = references(resources[id]).filter((name) => Object.hasOwn(resources, name));
    needs.set(id, names);
    queue.push(...names);
  }
  return needs;
}

/** What nothing needs, and what only that needs, and so on. Nearly always it is everything, and found in one go. */
function outsideOfCircles(needs: Needs): ReadonlySet<string> {
  const neededBy = new Map<string, number>();
  for (const names of needs.values()) for (const name of names) neededBy.set(name, (neededBy.get(name) ?? 0) + 1);
  const outside = [...needs.keys()].filter((id) => !neededBy.has(id));
  for (const id of outside) {
    for (const name of needs.get(id) ?? []) {
      const left = (neededBy.get(name) ?? 0) - 1;
      neededBy.set(name, left);
      if (left === 0) outside.push(name);
    }
  }
  return new Set(outside);
}

/** The shortest way from a resource back to itself. */
function wayBack(id: string, needs: Needs): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [id];
  for (const at of queue) {
    for (const next of needs.get(at) ?? []) {
      if (next === id) return way(at, id, cameFrom);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      queue.push(next);
    }
  }
  return undefined;
}

function way(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const steps = [start];
  for (let at: string | undefined = end; at !== undefined && at !== start; at = cameFrom.get(at)) steps.unshift(at);
  return [start, ...steps];
}

/** The names that a resource refers to, some of them several times: by Ref, Fn::GetAtt, Fn::Sub or DependsOn. */
function references(resource: unknown): readonly string[] {
  const names: string[] = [];
  const open = isNode(resource) ? [resource] : [];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (Array.isArray(node)) {
      for (const entry of node) if (isNode(entry)) open.push(entry);
      continue;
    }
    for (const key of Object.keys(node)) {
      const operand = node[key];
      if (REFERRING.has(key)) names.push(...namesIn(key, operand));
      if (isNode(operand)) open.push(operand);
    }
  }
  return names;
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const REFERRING = new Set(['DependsOn', 'Fn::GetAtt', 'Fn::Sub', 'Ref']);

function namesIn(key: string, operand: unknown): readonly string[] {
  if (key === 'Ref' || key === 'DependsOn') return textsOf(operand);
  const first = Array.isArray(operand) ? operand[0] : operand;
  if (key === 'Fn::GetAtt') return textsOf(first).map(resourceName);
  if (typeof first !== 'string') return [];
  const own = Array.isArray(operand) && isNode(operand[1]) ? operand[1] : {};
  return [...first.matchAll(/\$\{([^!][^}]*)\}/g)]
    .map(([, variable = '']) => variable.trim())
    .filter((variable) => !Object.hasOwn(own, variable))
    .map(resourceName);
}

function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((entry) => typeof entry === 'string');
}

function resourceName(attribute: string): string {
  return attribute.split('.', 1)[0] ?? attribute;
}
