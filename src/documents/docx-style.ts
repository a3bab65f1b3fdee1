import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions } from 'docx';

const typeface = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });

/** 仿宋 for text, 黑体 for headings, 宋体 in tables; sizes in half-points (32 is 三号, 21 is 五号). */
const BODY_FONT = typeface('仿宋');
const HEADING_FONT = typeface('黑体');
const TABLE_FONT = typeface('宋体');

/** Latin text keeps its own language: as Chinese, numbers would be broken in two at a line end. */
const CHINESE = { value: 'en-US', eastAsia: 'zh-CN' };

type Paragraph = NonNullable<IParagraphStyleOptions['paragraph']>;

const style = (
  id: string,
  name: string,
  font: typeof BODY_FONT,
  size: number,
  paragraph: Paragraph,
  bold = false,
): IParagraphStyleOptions => ({ id, name, basedOn: 'Normal', run: { font, size, bold }, paragraph });

const heading = (size: number, before: number) => ({
  run: { font: HEADING_FONT, size, bold: false, color: '000000' },
  paragraph: { spacing: { before, after: 120 }, keepNext: true },
});

export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: BODY_FONT, size: 32, language: CHINESE } },
    title: {
      run: { font: HEADING_FONT, size: 40, bold: false },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 240 } },
    },
    heading1: heading(30, 280),
    heading2: heading(28, 160),
  },
  paragraphStyles: [
    style('NarrativeText', '正文文稿', BODY_FONT, 28, {
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: 560 },
      spacing: { line: 480, lineRule: 'atLeast' },
    }),
    style('TableCaption', '表题', HEADING_FONT, 22, { spacing: { before: 160, after: 60 }, keepNext: true }),
    style('NoteText', '说明', TABLE_FONT, 19, { spacing: { before: 40, after: 40 } }),
    style('CellText', '表格文字', TABLE_FONT, 20, { spacing: { before: 30, after: 30 } }),
    style('CellLabel', '表格栏目', TABLE_FONT, 20, { spacing: { before: 30, after: 30 } }),
    style(
      'CellHead',
      '表头',
      TABLE_FONT,
      20,
      { alignment: AlignmentType.CENTER, spacing: { before: 30, after: 30 }, keepNext: true },
      true,
    ),
    style('CellNumber', '表格数字', TABLE_FONT, 20, {
      alignment: AlignmentType.RIGHT,
      spacing: { before: 30, after: 30 },
    }),
    style('CellNotice', '提示', HEADING_FONT, 22, { spacing: { before: 80, after: 80 } }),
    style('CellSignature', '签章', TABLE_FONT, 22, {
      indent: { left: 4600 },
      spacing: { line: 480, lineRule: 'atLeast' },
    }),
    style('CommentNote', '批注', TABLE_FONT, 18, { spacing: { before: 0, after: 0 } }),
    style('CellPrinted', '表样格', TABLE_FONT, 21, { spacing: { before: 20, after: 20 } }),
    style('FormMark', '附件号', HEADING_FONT, 28, { spacing: { before: 0, after: 120 } }),
    style('FormFootnote', '表样脚注', TABLE_FONT, 17, { spacing: { before: 0, after: 0 } }),
    style('FormCoverTitle', '表样封面标题', HEADING_FONT, 52, {
      alignment: AlignmentType.CENTER,
      spacing: { before: 300, after: 300 },
    }),
    style('FormCoverLine', '表样封面栏目', BODY_FONT, 32, {
      indent: { left: 1100 },
      spacing: { before: 240, after: 240 },
    }),
    style('FormCoverFoot', '表样封面落款', BODY_FONT, 32, { alignment: AlignmentType.CENTER }),
    style('TableGap', '表间', TABLE_FONT, 8, { spacing: { before: 0, after: 0 } }),
    style('CoverTitle', '封面标题', HEADING_FONT, 48, {
      alignment: AlignmentType.CENTER,
      spacing: { before: 3000, after: 600 },
    }),
    style('CoverSubtitle', '封面副题', HEADING_FONT, 40, {
      alignment: AlignmentType.CENTER,
      spacing: { before: 200, after: 3400 },
    }),
    style('CoverLine', '封面栏', BODY_FONT, 32, {
      indent: { left: 1200 },
      spacing: { before: 240, after: 240 },
    }),
    style('SignLine', '签署', BODY_FONT, 28, {
      indent: { left: 4600 },
      spacing: { before: 160, after: 160 },
      keepLines: true,
    }),
    style('PageMark', '页眉页脚', TABLE_FONT, 18, { alignment: AlignmentType.CENTER }),
  ],
};
