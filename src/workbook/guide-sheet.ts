import type ExcelJS from 'exceljs';
import { GUIDE_SHEET, LAYOUT_VERSION, MARKS } from './marks.ts';
import type { Plan, SheetPlan } from './plan.ts';
import { groupCell, headerCell, heightOf, labelCell, noteCell, titleCell } from './style.ts';
import { DISCLAIMER, GUIDE } from './words.ts';

const WIDTHS = [26, 14, 16, 60] as const;
const WHOLE = WIDTHS.reduce((sum, width) => sum + width, 0);

const requiredIn = (sheet: SheetPlan): number => {
  switch (sheet.kind) {
    case 'fields':
      return sheet.items.filter((item) => item.required).length;
    case 'years':
      return sheet.items.filter((item) => item.required.size > 0).length;
    case 'list':
      return sheet.required ? 1 : 0;
  }
};

const sizeOf = (sheet: SheetPlan): string =>
  sheet.kind === 'list' ? `${sheet.attributes.length}栏` : `${sheet.items.length}项`;

const contentOf = (sheet: SheetPlan): string => {
  if (sheet.kind === 'list') return '一条一行；没有的在上方选“无”';
  if (sheet.kind === 'years') return `一年一列：${sheet.years.map((year) => `${year}年`).join('、')}`;
  const names = sheet.items.map(({ field }) => field.name);
  return names.length <= 5 ? names.join('、') : `${names.slice(0, 5).join('、')}等`;
};

/** 填写说明: how to fill, what each sheet holds, which programmes it was made for. */
export const addGuideSheet = (workbook: ExcelJS.Workbook, plan: Plan): ExcelJS.Worksheet => {
  const sheet = workbook.addWorksheet(GUIDE_SHEET, {
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.getColumn(1).hidden = true;
  WIDTHS.forEach((width, index) => {
    sheet.getColumn(index + 2).width = width;
  });
  sheet.getCell(1, 1).value = `${MARKS.guide}${LAYOUT_VERSION}`;
  let line = 0;
  const nextRow = (): ExcelJS.Row => {
    line += 1;
    return sheet.getRow(line);
  };
  const whole = (text: string): ExcelJS.Cell => {
    const row = nextRow();
    const cell = row.getCell(2);
    cell.value = text;
    noteCell(cell);
    sheet.mergeCells(row.number, 2, row.number, WIDTHS.length + 1);
    row.height = heightOf([[text, WHOLE * 1.05]]);
    return cell;
  };
  const heading = (text: string): void => {
    nextRow().height = 8;
    const cell = whole(text);
    groupCell(cell);
    sheet.getRow(line).height = 22;
  };
  titleCell(whole('企业信息采集表'));
  sheet.getRow(line).height = 30;
  whole(`按 ${plan.asOf} 有效的规定制作；上年度是 ${plan.baseYear} 年。${DISCLAIMER}`);
  for (const part of GUIDE) {
    heading(part.标题);
    part.内容.forEach((text, index) => {
      whole(`${index + 1}. ${text}`);
    });
  }
  heading('各表内容（点表名可以跳过去）');
  const header = nextRow();
  ['表', '多少', '其中必填', '内容'].forEach((text, index) => {
    header.getCell(index + 2).value = text;
    headerCell(header.getCell(index + 2));
  });
  for (const part of plan.sheets) {
    const row = nextRow();
    const content = contentOf(part);
    const required = requiredIn(part);
    [part.name, sizeOf(part), required === 0 ? '' : required, content].forEach((value, index) => {
      row.getCell(index + 2).value = value;
      labelCell(row.getCell(index + 2), false);
    });
    row.getCell(4).alignment = { horizontal: 'center', vertical: 'middle' };
    row.getCell(2).value = { text: part.name, hyperlink: `#'${part.name}'!C4` };
    row.getCell(2).font = { underline: true, color: { argb: 'FF0563C1' } };
    row.height = heightOf([[content, WIDTHS[3]]]);
  }
  heading('为哪些项目收集（只列它们的规定要看的字段）');
  if (plan.editions.length === 0) whole('全部字段');
  for (const { id, name, edition } of plan.editions)
    whole(`${name.includes('（') ? name : `${name}（${edition}）`}　${id}`);
  for (const edition of plan.editions)
    for (const notice of edition.notices) whole(`注意：${edition.name}——${notice}`);
  return sheet;
};
