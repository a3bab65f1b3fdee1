import { existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { inputError } from '../../base/diagnostic.ts';
import { suggestion } from '../../base/text.ts';
import { portfolioHtml } from '../../report/index.ts';
import {
  csvLines,
  jsonLines,
  MOST_DETAIL_ROWS,
  type ScreenedList,
  writeResultWorkbook,
} from '../../screen/index.ts';
import type { ByteSink } from '../../table/index.ts';
import { checkOutput, writeOutput } from '../io.ts';
import { putInPlace, writeAside } from './files.ts';
import { mapFile } from './map.ts';

const FORMATS = ['xlsx', 'csv', 'jsonl', 'html'] as const;
export type ScreenFormat = (typeof FORMATS)[number];

/** The format that was asked for, else the one that the file's name ends in. */
export const screenFormat = (format: string | undefined, path: string): ScreenFormat => {
  const wanted = format ?? /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? 'xlsx';
  const found = FORMATS.find((item) => item === wanted);
  if (found === undefined) {
    throw inputError('E013', `筛查结果不能写成“${wanted}”`, {
      fix: `${suggestion(wanted, FORMATS) ?? ''}可写 ${FORMATS.join('、')}，用 --format 或结果文件的扩展名`,
    });
  }
  return found;
};

const without = (path: string): string => path.replace(/\.[^./\\]*$/, '');

/** The files that belong to a result. */
export const filesOf = (path: string) => ({
  result: path,
  /** 明细 beside the result */
  details: `${without(path)}.明细.csv`,
  /** what the columns were taken for, beside results that have no room for it */
  columns: `${without(path)}.列对应.yaml`,
  journal: `${path}.续跑记录`,
  spool: `${path}.续跑明细`,
});

export type ResultFiles = ReturnType<typeof filesOf>;

/** Whatever of a result is there already: files beside it may be what an interrupted run left. */
export const checkFiles = (
  files: ResultFiles,
  format: ScreenFormat,
  details: boolean,
  { force, resume }: { readonly force: boolean; readonly resume: boolean },
): void => {
  checkOutput(files.result, force);
  const replace = force || (resume && existsSync(files.journal));
  if (details) checkOutput(files.details, replace);
  if (format !== 'xlsx') checkOutput(files.columns, replace);
};

const BLOCK = 1024 * 1024;

const writeLines = async (lines: Iterable<string>, sink: ByteSink): Promise<void> => {
  let pending = '';
  for (const line of lines) {
    pending += line;
    if (pending.length < BLOCK) continue;
    await sink.write(Buffer.from(pending));
    pending = '';
  }
  await sink.write(Buffer.from(pending));
};

/** The portfolio page, best prospects first. */
const pageOf = ({ totals, order, company }: ScreenedList): Promise<string> =>
  portfolioHtml({ totals, companies: order.map(company) });

/**
 * Writes the result and what belongs beside it, the result last, so that where it is everything is; then the working files
 * go away.
 * @returns the files written
 */
export const writeResult = async (
  list: ScreenedList,
  files: ResultFiles,
  format: ScreenFormat,
  details: boolean,
): Promise<readonly string[]> => {
  const beside = details && (format !== 'xlsx' || list.totals.details > MOST_DETAIL_ROWS);
  const finished = await writeAside(files.result, async (sink) => {
    if (format === 'xlsx')
      await writeResultWorkbook(list, beside ? basename(files.details) : undefined, sink);
    else if (format === 'html') await sink.write(Buffer.from(await pageOf(list)));
    else await writeLines(format === 'csv' ? csvLines(list) : jsonLines(list), sink);
  });
  if (beside) putInPlace(files.spool, files.details);
  if (format !== 'xlsx') writeOutput(files.columns, mapFile(list.totals.columns), true);
  putInPlace(finished, files.result);
  for (const path of [files.journal, files.spool]) if (existsSync(path)) rmSync(path);
  return [files.result, ...(beside ? [files.details] : []), ...(format === 'xlsx' ? [] : [files.columns])];
};
