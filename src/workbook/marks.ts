/**
 * Hidden keys. A marker stands in the header row of each sheet, in the hidden first column; below it the field ids.
 * Whatever is inserted or moved, keys move along with their cells.
 */
export const MARKS = {
  fields: '#字段',
  years: '#年度',
  /** followed by the id of the list */
  list: '#记录:',
  state: '#填写情况',
  /** before a record that a lone 无 would otherwise be taken for the whole list */
  record: '#条',
  sources: '#来源',
  guide: '#说明:',
  choices: '#选项',
} as const;

/** Of the layout; a reader that knows an older one refuses a newer file. */
export const LAYOUT_VERSION = 1;

/** Header words by which the columns of a sheet are told apart. */
export const HEADERS = {
  field: '字段',
  value: '填写内容',
  metric: '指标',
  basis: '口径与佐证',
  number: '序号',
  state: '填写情况',
  year: '年度',
  record: '第几条',
  attribute: '属性',
  source: '来源',
  evidence: '佐证',
  note: '备注',
} as const;

export const SOURCES_SHEET = '来源与佐证';
export const GUIDE_SHEET = '填写说明';
export const CHOICES_SHEET = '选项';
