#!/usr/bin/env node
// old dependencies of the workbook library use deprecated calls; their warnings are no message for users
process.noDeprecation = true;
await import('../dist/cli.js');
