/** A client that needs itself before it can be made. */
export interface Circle {
  readonly id: string;
  readonly message: string;
}

type Resources = Readonly<Record<string, unknown>>;

/** The clients among some resources that depend on themselves, through whatever resources: no such template is deployed. */
export function circles(resources: Resources, clients: readonly string[]): Circle[] {
  const neededBy = new Map<string, readonly string[]>();
  const needs = (id: string): readonly string[] => {
    const known = neededBy.get(id);
    if (known) return known;
    const found = [...references(resources[id])].filter((name) => Object.hasOwn(resources, name));
    neededBy.set(id, found);
    return found;
  };
  return clients.flatMap((id) => {
    const circle = wayBack(id, needs);
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

/** The shortest way from a resource back to itself. */
function wayBack(id: string, needs: (id: string) => readonly string[]): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [id];
  for (const at of queue) {
    for (const next of needs(at)) {
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

/** The names that a resource refers to: by Ref, Fn::GetAtt, Fn::Sub or DependsOn. */
function references(resource: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  const open: unknown[] = [resource];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, operand] of Object.entries(value)) {
      for (const name of namesIn(key, operand)) names.add(name);
      open.push(operand);
    }
  }
  return names;
}

function namesIn(key: string, operand: unknown): readonly string[] {
  if (key === 'Ref' || key === 'DependsOn') return textsOf(operand);
  const first = Array.isArray(operand) ? operand[0] : operand;
  if (key === 'Fn::GetAtt') return textsOf(first).map(resourceName);
  if (key !== 'Fn::Sub' || typeof first !== 'string') return [];
  return [...first.matchAll(/\$\{([^!][^}]*)\}/g)].map(([, variable = '']) => resourceName(variable.trim()));
}

function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((entry) => typeof entry === 'string');
}

function resourceName(attribute: string): string {
  return attribute.split('.', 1)[0] ?? attribute;
}
