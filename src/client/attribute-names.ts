/** Whether an attribute is the developer's own: `custom:` or, writable by developers alone, `dev:`. */
export function isCustom(name: string): boolean {
  return /^(custom|dev):/i.test(name);
}

/**
 * The words and numbers of an attribute's name, and each two neighbours as one: `custom:SSOTenant2` is sso, tenant, 2,
 * ssotenant, tenant2.
 */
export function wordsOf(name: string): string[] {
  const words = name
    .replace(/^(custom|dev):/i, '')
    .replace(/[A-Z]+(?![a-z])|[A-Z][a-z]*|\d+/g, ' $& ')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return [...words, ...words.slice(1).map((next, index) => `${words[index]}${next}`)];
}
