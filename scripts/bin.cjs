#!/usr/bin/env node
// Starts main.js from the code that V8 made of it in an earlier run, as compiling is most of the start-up: see cachedData in
// https://nodejs.org/docs/latest-v20.x/api/vm.html. It is kept beside main.js, and stands and falls with whoever may write there.
const { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const filename = join(__dirname, 'main.js');
// V8 refuses the code of another version of itself, but not that of another Node with the same version of it: Node 20.19.0 and
// 20.20.2 have V8 11.3.244.8 with patches of their own, and the code of the one calls what is something else in the other.
const cacheFile = `${filename}.${process.version}-${process.platform}-${process.arch}.cache`;

/** For one file after the other, as a page of new memory can take longer than to read one. */
let buffer = Buffer.allocUnsafeSlow(1024 * 1024);

/** What is given is good until the next file is read. */
function read(path) {
  const file = openSync(path);
  try {
    const { size } = fstatSync(file);
    if (size > buffer.length) buffer = Buffer.allocUnsafeSlow(size);
    return buffer.subarray(0, readSync(file, buffer, 0, size, 0));
  } finally {
    closeSync(file);
  }
}

function readCache() {
  try {
    return read(cacheFile);
  } catch {
    return undefined;
  }
}

/** Several programs may do so at once, and the folder may be read-only. */
function writeCache(script) {
  const own = `${cacheFile}.${process.pid}`;
  try {
    writeFileSync(own, script.createCachedData());
    renameSync(own, cacheFile);
  } catch {
    rmSync(own, { force: true });
  }
}

// A function of what a module has, in ASCII.
const source = read(filename).latin1Slice();
const cachedData = readCache();
const script = new Script(source, { filename, cachedData });
// Its other files ask for it as a module.
const program = { exports: {}, loaded: true };
require.cache[filename] = program;
script.runInThisContext()(require, program, program.exports, __dirname);
// A scan runs most of what other commands run, too; its help and a mistake do not.
const isScan = process.argv[2] === 'scan' && !process.argv.some((one) => one === '-h' || one === '--help');
if (isScan && (!cachedData || script.cachedDataRejected))
  process.on('exit', (exitCode) => {
    if (exitCode < 2) writeCache(script);
  });
