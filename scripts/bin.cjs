#!/usr/bin/env node
// Starts main.js from the code that V8 made of it at build time: compiling is most of the start-up. Another version of
// Node refuses that code and compiles as usual, see https://nodejs.org/docs/latest-v20.x/api/vm.html (cachedData).
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const filename = join(__dirname, 'main.js');

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
    return readFileSync(`${filename}.cache`);
  } catch {
    return undefined;
  }
}

if (require.main === module) start(compile(readCache()));
else module.exports = { compile, start };
