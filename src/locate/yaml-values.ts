import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { SyntaxFault } from './json-syntax.ts';
import type { Span } from './regions.ts';

/** A text whose aliases stand for more values than this is made to exhaust its reader. */
const MAX_SIZE = 10_000_000;

type MaybeNode = Node | null | undefined;

/** The name that a short tag of CloudFormation stands for, as `Fn::Sub` for `!Sub`. */
export function longName(node: MaybeNode): string | undefined {
  const tag = node && 'tag' in node ? node.tag : undefined;
  if (!tag || !/^![A-Za-z]/.test(tag)) return undefined;
  const name = tag.slice(1);
  return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
}

/** Makes values of nodes. Remembers what aliases mean, so that nodes can be found by the paths of the values. */
export class YamlReader {
  readonly faults: SyntaxFault[] = [];
  #anchors = new Map<string, Node>();
  readonly #targets = new Map<Node, Node>();
  readonly #values = new Map<Node, { readonly value: unknown; readonly size: number }>();
  /** How many values there are so far, those that aliases stand for counted each time. */
  #size = 0;
  readonly #open = new Set<Node>();
  /** Where the outermost nodes with an anchor stand, in the order of the text. */
  readonly #anchored: Span[] = [];
  readonly #members = new Map<YAMLMap, ReadonlyMap<string, Node | null>>();

  /** The value of a document. Anchors hold for one document alone. */
  read(contents: MaybeNode): unknown {
    this.#anchors = new Map();
    return this.#value(contents);
  }

  /** What an alias stands for, and what a merged map has, stands in a node with an anchor. */
  isAnchored(offset: number): boolean {
    let [low, high] = [0, this.#anchored.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const [start, end] = this.#anchored[middle] as Span;
      if (start <= offset && offset < end) return true;
      if (start <= offset) low = middle + 1;
      else high = middle;
    }
    return false;
  }

  /** The node that an alias means; any other is itself. */
  target(node: MaybeNode): MaybeNode {
    return isAlias(node) ? this.#targets.get(node) : node;
  }

  child(node: MaybeNode, key: string): MaybeNode {
    if (isSeq(node)) return node.items[Number(key)] as MaybeNode;
    return isMap(node) ? this.#membersOf(node).get(key) : undefined;
  }

  #value(node: MaybeNode): unknown {
    if (isAlias(node)) return this.#aliased(node);
    if (!node) return null;
    if ('anchor' in node && node.anchor) this.#anchors.set(node.anchor, node);
    const before = this.#size;
    this.#size += 1;
    this.#open.add(node);
    const plain = this.#untagged(node);
    this.#open.delete(node);
    const name = longName(node);
    const value = name ? { [name]: plain } : plain;
    if ('anchor' in node && node.anchor) {
      this.#values.set(node, { value, size: this.#size - before });
      this.#addAnchored(node);
    }
    return value;
  }

  /** Those within it are there already. */
  #addAnchored({ range }: Node): void {
    if (!range) return;
    const [start, end] = range;
    while ((this.#anchored.at(-1)?.[0] ?? -1) >= start) this.#anchored.pop();
    this.#anchored.push([start, end]);
  }

  #aliased(alias: Node & { source: string }): unknown {
    const target = this.#anchors.get(alias.source);
    if (!target || this.#open.has(target)) {
      const message = target
        ? 'the alias is a part of what it stands for, so it is passed over'
        : 'the alias has no anchor before it';
      this.#fault(alias, message);
      return null;
    }
    const { value, size } = this.#values.get(target) ?? { value: null, size: 0 };
    if (this.#size + size > MAX_SIZE) {
      this.#fault(alias, 'the aliases stand for too many values, so this one is passed over');
      return null;
    }
    this.#size += size;
    this.#targets.set(alias, target);
    return value;
  }

  #untagged(node: Node): unknown {
    if (isSeq(node)) return node.items.map((item) => (isPair(item) ? null : this.#value(item as MaybeNode)));
    if (isMap(node)) return this.#map(node);
    return isScalar(node) ? scalarValue(node) : null;
  }

  #map(map: YAMLMap): unknown {
    const own = new Map<string, unknown>();
    const merged: object[] = [];
    for (const pair of map.items) {
      const value = this.#value(pair.value as MaybeNode);
      if (isMerge(pair)) {
        merged.push(...[value].flat().filter((one) => typeof one === 'object' && one !== null));
        continue;
      }
      const key = this.#key(pair);
      if (own.has(key)) this.#fault(pair.key as Node, 'the key stands twice in its map; the last one counts');
      own.set(key, value);
    }
    // Of two merged maps the first wins, and what the map has itself wins over both.
    const inherited = merged.reverse().flatMap((one) => Object.entries(one));
    return Object.fromEntries([...inherited, ...own]);
  }

  #membersOf(map: YAMLMap): ReadonlyMap<string, Node | null> {
    const known = this.#members.get(map);
    if (known) return known;
    const inherited = map.items
      .filter(isMerge)
      .flatMap(({ value }) => {
        const node = this.target(value as MaybeNode);
        return isSeq(node) ? node.items.map((item) => this.target(item as MaybeNode)) : [node];
      })
      .reverse()
      .flatMap((node) => (isMap(node) ? [...this.#membersOf(node)] : []));
    const own = map.items
      .filter((pair) => !isMerge(pair))
      .map((pair): [string, Node | null] => [this.#key(pair), pair.value as Node | null]);
    const members = new Map([...inherited, ...own]);
    this.#members.set(map, members);
    return members;
  }

  #key({ key }: Pair): string {
    const node = this.target(key as MaybeNode);
    return isScalar(node) ? String(scalarValue(node) ?? node.source ?? '') : '';
  }

  #fault(node: MaybeNode, message: string): void {
    this.faults.push({ offset: node?.range?.[0] ?? 0, message });
  }
}

/** As YAML 1.1 reads it, its value is a symbol. */
function isMerge({ key }: Pair): boolean {
  return isScalar(key) && key.source === '<<' && key.type === 'PLAIN';
}

/** JSON has no big integers, and a date, which only YAML 1.1 has, is a text there. */
function scalarValue({ value, source }: Scalar): unknown {
  if (value instanceof Date) return source;
  return typeof value === 'bigint' ? Number(value) : value;
}
