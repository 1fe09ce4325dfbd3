#!/usr/bin/env node
// Starts main.js from the code that V8 made of it at build time: compiling is most of the start-up, see
// https://nodejs.org/docs/latest-v20.x/api/vm.html (cachedData).
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const filename = join(__dirname, 'main.js');
// V8 refuses the code of another version of itself, but not that of another Node with the same version of it: Node 20.19.0 and
// 20.20.2 have V8 11.3.244.8 with patches of their own, and the code of the one calls what is something else in the other.
const cacheFile = `${filename}.${process.version}-${process.platform}-${process.arch}.cache`;

/** Compiles main.js, which is a function of what a module has, and ASCII. */
function compile(cachedData) {
  return new Script(readFileSync(filename, 'latin1'), { filename, cachedData });
}

function start(script) {
  const module = { exports: {} };
  script.runInThisContext()(require, module, module.exports, __dirname, (url) => import(url));
}

function readCache() {
  try {
    return readFileSync(cacheFile);
  } catch {
    return undefined;
  }
}

if (require.main === module) start(compile(readCache()));
else module.exports = { cacheFile, compile, start };
