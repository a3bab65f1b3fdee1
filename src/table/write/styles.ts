/** Looks of a cell. The colour of a verdict only repeats its word. */
const FILLS = {
  plain: undefined,
  header: 'FFD9E2F3',
  good: 'FFE2F0D9',
  bad: 'FFF8D7DA',
  open: 'FFFFF2CC',
  person: 'FFDDEBF7',
  off: 'FFEDEDED',
} as const;

export type Look = keyof typeof FILLS;

const LOOKS = Object.keys(FILLS);
/** Each look has its index in cellXfs; 0 is Excel's own default. */
const INDEXES: ReadonlyMap<string, number> = new Map(LOOKS.map((look, index) => [look, index + 1]));
export const styleIndex = (look: Look): number => INDEXES.get(look) ?? 0;

const fills: ReadonlyArray<string | undefined> = Object.values(FILLS).filter((fill) => fill !== undefined);
const fillIndex = (fill: string | undefined): number => {
  const index = fill === undefined ? -1 : fills.indexOf(fill);
  // the first two fills are fixed by Excel
  return index < 0 ? 0 : index + 2;
};

const FONTS = '<font><sz val="11"/><name val="等线"/><family val="2"/></font>';
const side = (name: string): string => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`;

const xf = (look: string, fill: string | undefined): string => {
  const header = look === 'header';
  const align = header
    ? '<alignment horizontal="center" vertical="center" wrapText="1"/>'
    : '<alignment vertical="top" wrapText="1"/>';
  return `<xf numFmtId="0" fontId="${header ? 1 : 0}" fillId="${fillIndex(fill)}" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${align}</xf>`;
};

export const STYLES_XML = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  `<fonts count="2">${FONTS}${FONTS.replace('<font>', '<font><b/>')}</fonts>`,
  `<fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>`,
  ...fills.map(
    (fill) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor indexed="64"/></patternFill></fill>`,
  ),
  '</fills>',
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${LOOKS.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
  ...Object.entries(FILLS).map(([look, fill]) => xf(look, fill)),
  '</cellXfs>',
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('');
