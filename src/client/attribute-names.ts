/** Whether an attribute is the developer's own: `custom:` or, writable by developers alone, `dev:`. */
export function isCustom(name: string): boolean {
  return /^(custom|dev):/i.test(name);
}

/** The words of an attribute's name, and each two neighbours as one: `custom:tenantId` is tenant, id, tenantid. */
export function wordsOf(name: string): string[] {
  const words = name
    .replace(/^(custom|dev):/i, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return [...words, ...words.slice(1).map((next, index) => `${words[index]}${next}`)];
}
