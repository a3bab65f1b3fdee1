import { type Diagnostic, InputError, inputError } from '../base/diagnostic.ts';
import { type MapNode, type ReadResult, readProfile } from '../profile/index.ts';
import { type Grid, gridOf, sheetPlace } from './grid.ts';
import { LAYOUT_VERSION } from './marks.ts';
import { openWorkbook } from './open.ts';
import { readListSheet } from './read-list.ts';
import { readFieldsSheet, readYearsSheet } from './read-rows.ts';
import { readSourcesSheet } from './read-sources.ts';
import { type Extras, Reading } from './reading.ts';
import { recognise, type Section } from './recognise.ts';

interface Sheet {
  readonly grid: Grid;
  readonly section: Section | undefined;
}

const checkRecognised = (sheets: readonly Sheet[], file: string): void => {
  const guide = sheets.flatMap(({ section }) => (section?.kind === 'guide' ? [section.version] : []));
  if (guide.some((version) => version > LAYOUT_VERSION)) {
    throw inputError('E462', `${file} 是更新版本的 zjtx 制作的采集表`, {
      where: { file },
      fix: '升级 zjtx 后再读',
    });
  }
  const isHeld = ({ section }: Sheet): boolean =>
    section !== undefined && section.kind !== 'guide' && section.kind !== 'choices';
  if (sheets.some(isHeld)) return;
  const empty = sheets.every(({ grid }) => grid.rows.size === 0);
  throw inputError('E461', `${file} 里${empty ? '没有读到任何内容' : '没有认出采集表的工作表'}`, {
    where: { file },
    fix: empty
      ? '若在 Excel 里看得到内容，请另存为新的 .xlsx 再试'
      : '采集表用 zjtx init --excel 生成；如果这是客户名单，用 zjtx screen',
  });
};

const readSheets = (reading: Reading, sheets: readonly Sheet[]): void => {
  for (const { grid, section } of sheets) {
    if (section?.kind === 'fields') readFieldsSheet(reading, grid, section);
    else if (section?.kind === 'years') readYearsSheet(reading, grid, section);
    else if (section?.kind === 'list') readListSheet(reading, grid, section);
    else if (section === undefined && grid.rows.size > 0) {
      const fix = '要读的话照采集表的样子写表头；不要的话不用管';
      reading.report('W471', 'warning', `工作表“${grid.name}”不是采集表的表，没有读`, sheetPlace(grid), fix);
    }
  }
};

const noteLeftSources = (reading: Reading): void => {
  for (const [first] of reading.leftExtras()) {
    if (first === undefined) continue;
    reading.report(
      'W476',
      'warning',
      '写了来源或佐证，但对应的值没有填',
      first[1].at,
      '补上值，或删去这一行',
    );
  }
};

/** The profile reader's own findings join those of the sheets; any error ends it. */
const finish = (reading: Reading, root: MapNode, file: string): ReadResult => {
  const own = reading.diagnostics;
  const read = (): ReadResult => {
    try {
      return readProfile(root, file);
    } catch (error) {
      throw error instanceof InputError ? new InputError([...own, ...error.diagnostics]) : error;
    }
  };
  const { profile, diagnostics } = read();
  const all: readonly Diagnostic[] = [...own, ...diagnostics];
  if (own.some(({ severity }) => severity === 'error')) throw new InputError(all);
  return { profile, diagnostics: all };
};

/**
 * Reads a filled questionnaire: matched by hidden keys and labels, wherever rows, columns and sheets were moved to.
 * Every fact knows its sheet and cell.
 * @throws InputError with everything that could not be read, or when nothing was filled
 */
export const readQuestionnaire = async (bytes: Uint8Array, file: string): Promise<ReadResult> => {
  const workbook = await openWorkbook(bytes, file);
  const sheets = workbook.worksheets.map((sheet): Sheet => {
    const grid = gridOf(sheet, file);
    return { grid, section: recognise(grid) };
  });
  checkRecognised(sheets, file);
  const extras = new Map<string, Extras>();
  const reading = new Reading(extras);
  for (const { grid, section } of sheets)
    if (section?.kind === 'sources') readSourcesSheet(reading, grid, section.headerRow, extras);
  readSheets(reading, sheets);
  noteLeftSources(reading);
  if (reading.entries.length === 0 && !reading.diagnostics.some(({ severity }) => severity === 'error')) {
    throw inputError('E464', `${file} 还没有填写：一格内容也没有`, {
      where: { file },
      fix: '填写后保存再试；在 WPS 里填的，确认已保存为 .xlsx',
    });
  }
  return finish(reading, { kind: 'map', entries: reading.entries }, file);
};
