import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { expandPaths } from '../../src/sources/paths.ts';
import { temporaryFolder } from '../temporary.ts';

/** Makes the files, each of which holds nothing unless its content is given, and expands paths below their folder. */
async function expand(files: readonly string[] | Record<string, string>, paths: readonly string[]) {
  const contents = Array.isArray(files) ? Object.fromEntries(files.map((file) => [file, ''])) : files;
  const folder = temporaryFolder(contents as Record<string, string>);
  return expandIn(folder, paths);
}

async function expandIn(folder: string, paths: readonly string[]) {
  const { files, errors } = await expandPaths(paths.map((path) => (path === '-' ? path : join(folder, path))));
  const below = (path: string | undefined) =>
    path === '-' ? path : relative(folder, path ?? '').replaceAll('\\', '/');
  return {
    files: files.map(({ path, named }) => `${below(path)}${named ? ' (named)' : ''}`),
    errors: errors.map(({ path, message }) => `${below(path)}: ${message}`),
  };
}

const NO_FILE = 'there is no such file or folder; check the path';
const NO_MATCH = 'no file matches this pattern; it is relative to the working directory';

describe('a walk', () => {
  test.each([
    {
      name: 'goes by name, folders among files',
      files: ['b.json', 'a/z.json', 'a.json', 'c/a.json'],
      found: ['a/z.json', 'a.json', 'b.json', 'c/a.json'],
    },
    {
      name: 'takes the endings of clients',
      files: [
        'a.json',
        'b.yaml',
        'c.yml',
        'd.template',
        'e.tfstate',
        'f.ndjson',
        'g.jsonl',
        'h.txt',
        'i.tf',
        'j',
        'k.json.bak',
        'l.template.json',
      ],
      found: ['a.json', 'b.yaml', 'c.yml', 'd.template', 'e.tfstate', 'f.ndjson', 'g.jsonl', 'l.template.json'],
    },
    {
      name: 'passes over node_modules and .git at any depth',
      files: ['node_modules/a.json', '.git/b.json', 'x/node_modules/c.json', 'x/.git/d.json', 'e.json'],
      found: ['e.json'],
    },
    {
      name: 'goes into folders whose names begin with a dot',
      files: ['.cognito/db/clients.json'],
      found: ['.cognito/db/clients.json'],
    },
    { name: 'of an empty folder finds nothing, and that is no error', files: ['a.txt'], found: [] },
  ])('$name', async ({ files, found }) => {
    expect(await expand(files, ['.'])).toEqual({ files: found, errors: [] });
  });

  test('does not follow symbolic links, and takes those that are named', async () => {
    const folder = temporaryFolder({ 'real/a.json': '', 'b.json': '' });
    symlinkSync(join(folder, 'real'), join(folder, 'linked'));
    symlinkSync(join(folder, 'b.json'), join(folder, 'c.json'));
    expect((await expandIn(folder, ['.'])).files).toEqual(['b.json', 'real/a.json']);
    expect((await expandIn(folder, ['linked', 'c.json'])).files).toEqual(['linked/a.json', 'c.json (named)']);
  });

  test('leaves a link to itself to the reader, and does not throw', async () => {
    const folder = temporaryFolder({ 'a.json': '' });
    symlinkSync('loop', join(folder, 'loop'));
    expect(await expandIn(folder, ['loop', '.'])).toEqual({ files: ['loop (named)', 'a.json'], errors: [] });
  });

  test.skipIf(process.getuid?.() === 0)('tells a folder that may not be read, and goes on', async () => {
    const folder = temporaryFolder({ 'a/a.json': '', 'b.json': '' });
    chmodSync(join(folder, 'a'), 0);
    onTestFinished(() => chmodSync(join(folder, 'a'), 0o700));
    const { files, errors } = await expandIn(folder, ['.']);
    expect(files).toEqual(['b.json']);
    expect(errors).toEqual([expect.stringContaining('a: the folder cannot be read')]);
  });
});

describe('.gitignore', () => {
  test.each<{ name: string; files: Record<string, string>; found: string[] }>([
    {
      name: 'files and folders are passed over',
      files: {
        '.gitignore': 'build/\n*.tmp.json\n',
        'a.json': '',
        'a.tmp.json': '',
        'build/b.json': '',
        'x/build/c.json': '',
      },
      found: ['a.json'],
    },
    {
      name: 'a later line takes back an earlier one',
      files: { '.gitignore': '*.json\n!keep.json\n', 'a.json': '', 'x/keep.json': '' },
      found: ['x/keep.json'],
    },
    {
      name: 'one further down adds to one above',
      files: { '.gitignore': 'a.json', 'x/.gitignore': 'b.json', 'x/a.json': '', 'x/b.json': '', 'b.json': '' },
      found: ['b.json'],
    },
    {
      name: 'one further down takes back what one above ignores',
      files: {
        '.gitignore': '*.json',
        'x/.gitignore': '!keep.json',
        'x/keep.json': '',
        'x/a.json': '',
        'keep.json': '',
      },
      found: ['x/keep.json'],
    },
    {
      name: 'one further down ignores what one above takes back',
      files: { '.gitignore': '*.json\n!keep.json', 'x/.gitignore': 'keep.json', 'x/keep.json': '', 'keep.json': '' },
      found: ['keep.json'],
    },
    {
      name: 'nothing below an ignored folder is taken back',
      files: { '.gitignore': 'x/', 'x/.gitignore': '!keep.json', 'x/keep.json': '', 'a.json': '' },
      found: ['a.json'],
    },
    {
      name: 'a pattern with a leading slash means its own folder',
      files: { '.gitignore': '/a.json', 'a.json': '', 'x/a.json': '' },
      found: ['x/a.json'],
    },
    {
      name: 'comments, empty lines and CRLF are read as git reads them',
      files: { '.gitignore': '# a.json\r\n\r\nb.json\r\n', 'a.json': '', 'b.json': '' },
      found: ['a.json'],
    },
  ])('$name', async ({ files, found }) => {
    expect(await expand(files, ['.'])).toEqual({ files: found, errors: [] });
  });

  const repository = {
    '.git/HEAD': '',
    '.gitignore': 'exports/\n*.tmp.json\n/x/y/deep.json',
    'exports/a.json': '',
    'x/y/b.json': '',
    'x/y/b.tmp.json': '',
    'x/y/deep.json': '',
  };

  test.each([
    { name: 'a folder that is named is scanned, though it is ignored', paths: ['exports'], found: ['exports/a.json'] },
    {
      name: 'a file that is named is scanned, though it is ignored',
      paths: ['x/y/b.tmp.json'],
      found: ['x/y/b.tmp.json (named)'],
    },
    { name: 'the rules of the repository hold in a folder below it', paths: ['x/y'], found: ['x/y/b.json'] },
    { name: 'they hold for globs', paths: ['x/**/*.json'], found: ['x/y/b.json'] },
  ])('$name', async ({ paths, found }) => {
    expect(await expand(repository, paths)).toEqual({ files: found, errors: [] });
  });

  test('the rules above a folder that is in no repository do not hold', async () => {
    const files = { '.gitignore': '*.json', 'x/a.json': '' };
    expect((await expand(files, ['x'])).files).toEqual(['x/a.json']);
  });

  test('one that is a folder says nothing', async () => {
    const folder = temporaryFolder({ 'a.json': '' });
    mkdirSync(join(folder, '.gitignore'));
    expect(await expandIn(folder, ['.'])).toEqual({ files: ['a.json'], errors: [] });
  });
});

describe('paths', () => {
  const files = ['a.json', 'b.txt', 'x/c.json', 'x/y/d.json', 'x/[id].json'];
  test.each<{ name: string; paths: string[]; found: string[]; errors?: string[] }>([
    { name: 'a named file may have any ending', paths: ['b.txt'], found: ['b.txt (named)'] },
    {
      name: 'the order is that of the arguments',
      paths: ['x/y', 'b.txt', 'a.json'],
      found: ['x/y/d.json', 'b.txt (named)', 'a.json (named)'],
    },
    {
      name: 'a file that is named twice is read once',
      paths: ['a.json', './a.json', 'x/../a.json'],
      found: ['a.json (named)'],
    },
    {
      name: 'a file that is named and met in a walk is read once, as named',
      paths: ['x', 'x/c.json'],
      found: ['x/[id].json', 'x/c.json (named)', 'x/y/d.json'],
    },
    { name: 'standard input is taken once', paths: ['-', 'a.json', '-'], found: ['- (named)', 'a.json (named)'] },
    { name: 'a glob matches within a folder', paths: ['x/*.json'], found: ['x/[id].json', 'x/c.json'] },
    {
      name: 'a glob matches at any depth',
      paths: ['**/*.json'],
      found: ['a.json', 'x/[id].json', 'x/c.json', 'x/y/d.json'],
    },
    { name: 'a glob with braces', paths: ['{a,b}.{json,txt}'], found: ['a.json', 'b.txt'] },
    { name: 'a glob takes endings that a walk does not', paths: ['*.txt'], found: ['b.txt'] },
    {
      name: 'a glob whose files are there already is no error',
      paths: ['a.json', 'a*.json'],
      found: ['a.json (named)'],
    },
    { name: 'a file whose name looks like a glob is a file', paths: ['x/[id].json'], found: ['x/[id].json (named)'] },
    {
      name: 'a missing file is an error, and the others are taken',
      paths: ['no.json', 'a.json'],
      found: ['a.json (named)'],
      errors: [`no.json: ${NO_FILE}`],
    },
    { name: 'a missing folder is an error', paths: ['no/such'], found: [], errors: [`no/such: ${NO_FILE}`] },
    {
      name: 'a path below a file is an error',
      paths: ['a.json/b.json'],
      found: [],
      errors: [`a.json/b.json: ${NO_FILE}`],
    },
    {
      name: 'a glob that nothing matches is an error',
      paths: ['*.nothing', 'no/*.json'],
      found: [],
      errors: [`*.nothing: ${NO_MATCH}`, `no/*.json: ${NO_MATCH}`],
    },
  ])('$name', async ({ paths, found, errors = [] }) => {
    expect(await expand(files, paths)).toEqual({ files: found, errors });
  });
});
