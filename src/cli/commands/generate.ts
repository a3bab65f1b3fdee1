import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { baseYearOf } from '../../assess/index.ts';
import { nameOf } from '../../profile/index.ts';
import { diagnosticText } from '../errors.ts';
import { checkOutput, readInput, writeOutput } from '../io.ts';
import { loadProfile } from '../load-profile.ts';
import { asOfOption, type GlobalOptions } from '../options.ts';
import { dataPath } from '../policies.ts';

/** A folder name that Windows accepts, from a company's name. */
export const safeName = (name: string): string => {
  const clean = name
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{Cc}]/gu, '_')
    .replace(/[. ]+$/, '')
    .slice(0, 80);
  return clean === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(clean) ? `_${clean}` : clean;
};

/** zjtx generate PROFILE --out DIR: the documents, one sub-folder a company. */
export const generate = async (
  path: string,
  options: GlobalOptions & { readonly out: string; readonly template?: readonly string[] },
): Promise<number> => {
  const asOf = asOfOption(options.asOf);
  const force = options.force === true;
  const { profile, diagnostics } = await loadProfile(path);
  const { fillTemplate, generateDocuments, parseTemplates } = await import('../../documents/index.ts');
  const templates = parseTemplates(
    JSON.parse(readFileSync(dataPath('templates.json'), 'utf8')) as Record<string, unknown>,
  );
  const baseYear = baseYearOf(asOf);
  const documents = [...(await generateDocuments(profile, baseYear, templates, { asOf }))];
  for (const template of options.template ?? []) {
    const filled = await fillTemplate(readInput(template), template, { profile, baseYear, asOf });
    for (const problem of filled.problems) process.stderr.write(`${diagnosticText(problem)}\n`);
    documents.push({ ...filled, name: basename(template) });
  }
  const folder = join(options.out, safeName(nameOf(profile)));
  const targets = documents.map((document) => ({ document, target: join(folder, document.name) }));
  for (const { target } of targets) checkOutput(target, force);
  for (const diagnostic of diagnostics) process.stderr.write(`${diagnosticText(diagnostic)}\n`);
  for (const { document, target } of targets) {
    writeOutput(target, document.bytes, force);
    process.stdout.write(`${target}  待补充${document.blanks.length}处\n`);
  }
  process.stderr.write('工作底稿，非官方表样，以培育平台为准；【待补充】处由企业据实填写。\n');
  return 0;
};
