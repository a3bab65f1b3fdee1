import { inputError } from '../../base/diagnostic.ts';
import { fold } from '../../base/text.ts';
import { decodeText, readYaml } from '../../profile/index.ts';
import type { ColumnMap, ColumnMatch } from '../../screen/index.ts';
import { readInput } from '../io.ts';

const HELP = '写成 --map "D=营业收入（2025年，万元）"，或一个 YAML 文件，每行 列: 字段；不要的列写 不读';

const fileEntries = (path: string): ReadonlyArray<readonly [string, string]> => {
  const node = readYaml(decodeText(readInput(path), path), path);
  if (node.kind !== 'map')
    throw inputError('E414', `${path} 不是列对应文件`, { where: { file: path }, fix: HELP });
  return node.entries.map(({ key, keyAt, node: value }) => {
    if (value.kind !== 'scalar')
      throw inputError('E414', `列“${key}”只能对应一个字段`, {
        ...(keyAt === undefined ? {} : { where: keyAt }),
        fix: HELP,
      });
    return [key, value.text] as const;
  });
};

/** --map, any number of times: 列=字段, or a file of such lines. A column is a letter or the header as written. */
export const columnMap = (options: readonly string[]): ColumnMap => {
  const map = new Map<string, string>();
  for (const option of options) {
    const at = option.indexOf('=');
    const entries = at < 0 ? fileEntries(option) : [[option.slice(0, at), option.slice(at + 1)] as const];
    for (const [column, field] of entries) {
      if (column.trim() === '' || field.trim() === '')
        throw inputError('E414', `--map “${option}”没有写全`, { fix: HELP });
      map.set(fold(column), field.trim());
    }
  }
  return map;
};

/** What each column was taken for, in the form that --map reads. */
export const mapFile = (columns: readonly ColumnMatch[]): string =>
  columns
    .map(({ header, field, problem }) =>
      field === undefined
        ? `# ${JSON.stringify(header)}: 没有读（${problem ?? ''}）\n`
        : `${JSON.stringify(header)}: ${JSON.stringify(field)}\n`,
    )
    .join('');

/** Headers that were not read as they stand, one a line; the others are only counted. */
export const matchLines = (columns: readonly ColumnMatch[]): readonly string[] => {
  const read = columns.filter(({ field }) => field !== undefined);
  const reworded = read.filter(({ header, field, mapped }) => mapped || fold(header) !== fold(field ?? ''));
  const unread = columns.filter(({ field }) => field === undefined);
  return [
    `表头${columns.length}列：认得${read.length}列，没有读${unread.length}列`,
    ...reworded.map(
      ({ column, header, field }) => `  ${column}　${header.replace(/\s+/g, ' ')} → ${field ?? ''}`,
    ),
    ...unread.map(
      ({ column, header, problem, fix }) =>
        `  ${column}　${header.replace(/\s+/g, ' ')}：${problem ?? ''}${fix === undefined ? '' : `（${fix}）`}`,
    ),
  ];
};
