// Runs what was built once, on a client with findings, and keeps the code that V8 made of it, for this Node.
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { cacheFile, compile, start } = require('../dist/bin.js');

const folder = mkdtempSync(join(tmpdir(), 'cognito-lint-build-'));
const client = join(folder, 'client.json');
writeFileSync(
  client,
  '{"UserPoolClient":{"ClientId":"a1","ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH"],"CallbackURLs":["https://a.b/c"]}}',
);
const outputs = ['pretty', 'json', 'sarif'].flatMap((format) => ['--format', `${format}=${join(folder, format)}`]);
process.argv = [
  process.execPath,
  join(__dirname, '../dist/bin.js'),
  'scan',
  client,
  '--no-config',
  '--fail-on',
  'never',
  ...outputs,
];

const script = compile();
start(script);
process.on('exit', () => {
  writeFileSync(cacheFile, script.createCachedData());
  rmSync(folder, { recursive: true });
});
