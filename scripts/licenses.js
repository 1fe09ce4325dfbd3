import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const OWN = 'Apache-2.0';

/** The licences of the packages that some modules are from, as those ask for: each text once, with all that it is for. */
export function licensesOf(moduleIds) {
  const folders = new Set(moduleIds.flatMap((id) => packageFolder(id) ?? []));
  const packages = new Map();
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const text = textIn(folder) ?? (license === OWN ? 'Licensed as cognito-lint is: see LICENSE.' : undefined);
    if (text === undefined) throw new Error(`${name} does not say what its licence is`);
    packages.set(text, [...(packages.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const sections = [...packages].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  return `cognito-lint has parts of these packages in it.\n\n${sections.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

function packageFolder(id) {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(id)?.[0];
}

function textIn(folder) {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return file && readFileSync(join(folder, file), 'utf8').trim();
}
