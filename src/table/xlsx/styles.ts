import { tags } from './xml.ts';

/** Formats that a number alone stands for (ECMA-376 18.8.30); 27–36 and 50–58 as a Chinese Excel shows them. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [9, '0%'],
  [10, '0.00%'],
  [14, 'yyyy/m/d'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy/m/d h:mm'],
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'yyyy/m/d'] as const),
  ...[32, 33, 34, 35, 55, 56].map((id) => [id, 'h:mm'] as const),
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
]);

/** The display format of each cell style, by its index; empty where the format says nothing about the value. */
export const readStyles = (xml: string): readonly string[] => {
  const codes = new Map<number, string>();
  const formats: string[] = [];
  let inCells = false;
  for (const tag of tags(xml)) {
    if (tag.name === 'numFmt')
      codes.set(Number(tag.attributes.get('numFmtId')), tag.attributes.get('formatCode') ?? '');
    else if (tag.name === 'cellXfs') inCells = true;
    else if (tag.name === 'cellStyles' || tag.name === 'dxfs') inCells = false;
    else if (tag.name === 'xf' && inCells) {
      const id = Number(tag.attributes.get('numFmtId') ?? '0');
      const code = codes.get(id) ?? BUILT_IN.get(id) ?? '';
      formats.push(code === 'General' ? '' : code);
    }
  }
  return formats;
};
