import { basename } from 'node:path';
import { baseYearOf } from '../../assess/index.ts';
import { type Diagnostic, SEVERITY_WORDS } from '../../base/diagnostic.ts';
import { checkTemplate, type TagGroup, type TemplateReport, tagGroups } from '../../documents/index.ts';
import { SCHEMA_VERSION, wrap } from '../../report/index.ts';
import { emit } from '../emit.ts';
import { diagnosticText } from '../errors.ts';
import { readInput } from '../io.ts';
import { loadProfile } from '../load-profile.ts';
import { asOfOption, type GlobalOptions } from '../options.ts';

const WIDTH = 78;

/** zjtx template check FILE — exit code 1 when the template has an error. */
export const checkOwnTemplate = async (
  path: string,
  options: GlobalOptions & { readonly profile?: string },
): Promise<number> => {
  const baseYear = baseYearOf(asOfOption(options.asOf));
  const loaded = options.profile === undefined ? undefined : await loadProfile(options.profile);
  const report = await checkTemplate(readInput(path), path, baseYear, loaded?.profile);
  emit(options.json === true ? reportJson(path, report) : reportText(path, report), options);
  return report.problems.some((problem) => problem.severity === 'error') ? 1 : 0;
};

const reportJson = (path: string, { tags, problems, unused }: TemplateReport): string =>
  `${JSON.stringify(
    {
      schemaVersion: SCHEMA_VERSION,
      file: path,
      tags: tags.map(({ source, place }) => ({ tag: `{${source}}`, place })),
      problems: problems.map(({ code, severity, message, where, fix }) => ({
        code,
        severity,
        message,
        place: where?.field ?? null,
        fix: fix ?? null,
      })),
      unused: unused?.map((field) => ({ id: field.id, name: field.name, group: field.group })) ?? null,
    },
    null,
    2,
  )}\n`;

const reportText = (path: string, { tags, problems, unused }: TemplateReport): string => {
  const count = (severity: Diagnostic['severity']): number =>
    problems.filter((problem) => problem.severity === severity).length;
  const counts = (['error', 'warning', 'hint'] as const)
    .filter((severity) => count(severity) > 0)
    .map((severity) => `${SEVERITY_WORDS[severity]}${count(severity)}处`);
  const lines = [
    ...problems.map(diagnosticText),
    `${basename(path)}：认得的标签${tags.length}处，${counts.length === 0 ? '没有发现问题' : counts.join('，')}`,
  ];
  if (unused !== undefined && unused.length > 0) {
    lines.push('', `档案里有、模板没有用到的事实（${unused.length}项）：`);
    for (const group of [...new Set(unused.map((field) => field.group))]) {
      const names = unused.filter((field) => field.group === group).map((field) => field.name);
      lines.push(...wrap(`${group}：${names.join('、')}`, WIDTH - 2).map((line) => `  ${line}`));
    }
  }
  return `${lines.join('\n')}\n`;
};

/** zjtx template tags: every tag with meaning, unit and example. */
export const listTags = async (options: GlobalOptions): Promise<number> => {
  const groups = tagGroups();
  emit(
    options.json === true
      ? `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, groups }, null, 2)}\n`
      : tagsText(groups),
    options,
  );
  return 0;
};

const tagsText = (groups: readonly TagGroup[]): string =>
  `${groups
    .flatMap(({ title, entries }) => [
      '',
      `【${title}】`,
      ...entries.flatMap(({ tag, meaning, unit, example }) => {
        const about = [meaning, unit === '' ? '' : `单位${unit}`, `例 ${example}`];
        return [
          tag,
          ...wrap(about.filter((part) => part !== '').join('；'), WIDTH - 4).map((line) => `    ${line}`),
        ];
      }),
    ])
    .slice(1)
    .join('\n')}\n`;
