#!/usr/bin/env node
const { readFileSync } = require('node:fs');
const { cacheFile, compile, run } = require('./script.js');

function codeCache() {
  try {
    return readFileSync(cacheFile);
  } catch {
    return undefined;
  }
}

run(compile(codeCache()));
