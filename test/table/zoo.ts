import type { Package } from './support.ts';

/** A workbook of the zoo and what its cells say. */
export interface Animal extends Package {
  readonly name: string;
  /** address, then = text, # number, ! problem */
  readonly cells: readonly string[];
  /** read by the fast scanner; else by exceljs */
  readonly fast: boolean;
  /** why exceljs cannot be the judge */
  readonly exceljsFails?: string;
}

const c = (r: string, value: string, more = ''): string => `<c r="${r}"${more}><v>${value}</v></c>`;
const row = (r: number, cells: string, more = ''): string => `<row r="${r}"${more}>${cells}</row>`;
const inline = (r: string, text: string): string => `<c r="${r}" t="inlineStr"><is><t>${text}</t></is></c>`;

export const ZOO: readonly Animal[] = [
  {
    name: 'Excel：共享文字、样式号、spans、扩展属性、公式存值',
    rows:
      row(1, c('A1', '0', ' s="0" t="s"') + c('B1', '1', ' t="s"'), ' spans="1:2" x14ac:dyDescent="0.25"') +
      row(2, `${c('A2', '2', ' t="s"')}<c r="B2"><f>1+2</f><v>3</v></c>`) +
      row(3, `<c r="A3" t="str"><f>"甲"&amp;"乙"</f><v>甲乙</v></c><c r="B3" t="b"><f>1=1</f><v>1</v></c>`),
    head: '<dimension ref="A1:B3"/><sheetViews><sheetView workbookViewId="0"/></sheetViews>',
    tail: '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    strings: '<si><t>企业名称</t></si><si><t xml:space="preserve"> 收入 </t></si><si><t>示例&amp;甲</t></si>',
    cells: ['A1=企业名称', 'B1= 收入 ', 'A2=示例&甲', 'B2#3', 'A3=甲乙', 'B3=是'],
    fast: true,
  },
  {
    name: 'Excel：富文本共享文字、注音、空文字、制表和换行',
    rows: row(1, ['0', '1', '2', '3'].map((text, at) => c(`${'ABCD'[at]}1`, text, ' t="s"')).join('')),
    strings:
      '<si><r><rPr><b/></rPr><t>营业</t></r><r><t xml:space="preserve">收入 </t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t/></si><si><t>一&#10;二</t></si>',
    cells: ['A1=营业收入 ', 'B1=東京', 'D1=一\n二'],
    fast: true,
  },
  {
    name: 'openpyxl：行内文字，没有 spans，数字写成 n',
    rows:
      row(1, inline('A1', '企业名称') + inline('B1', '收入')) +
      row(2, inline('A2', '示例') + c('B2', '12.5', ' t="n"')),
    cells: ['A1=企业名称', 'B1=收入', 'A2=示例', 'B2#12.5'],
    fast: true,
  },
  {
    name: 'openpyxl：部件写绝对路径',
    rows: row(1, inline('A1', '企业名称')),
    target: '/xl/worksheets/sheet1.xml',
    cells: ['A1=企业名称'],
    fast: true,
  },
  {
    name: '有的导出程序：部件名是 sheet.xml',
    rows: row(1, inline('A1', '企业名称')),
    sheetPath: 'xl/worksheets/sheet.xml',
    cells: ['A1=企业名称'],
    fast: true,
    exceljsFails: '只认 sheet1.xml 这样带数字的名字',
  },
  {
    name: 'OpenXML SDK：元素都带 x: 前缀',
    prefix: 'x:',
    rows: '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:r><x:t>收</x:t></x:r><x:r><x:t>入</x:t></x:r></x:is></x:c></x:row><x:row r="2"><x:c r="A2"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row>',
    strings: '<x:si><x:t>企业名称</x:t></x:si>',
    cells: ['A1=企业名称', 'B1=收入', 'A2#2'],
    fast: true,
    exceljsFails: '带前缀的元素一行也读不到',
  },
  {
    name: 'LibreOffice：空单元格占位、行高、列宽、百分比和日期',
    rows:
      row(
        1,
        `${inline('A1', '企业名称')}<c r="B1" s="1"/><c r="C1" s="2"/>`,
        ' customFormat="false" ht="12.8" hidden="false"',
      ) +
      row(2, c('A2', '0.052', ' s="1" t="n"') + c('B2', '46022', ' s="2"') + c('C2', '46022.75', ' s="3"')),
    head: '<cols><col collapsed="false" customWidth="false" hidden="false" min="1" max="3" width="11.5"/></cols>',
    formats: [10, 14, 'yyyy\\-mm\\-dd hh:mm'],
    cells: ['A1=企业名称', 'A2#5.2%', 'B2=2025-12-31', 'C2=2025-12-31'],
    fast: true,
  },
  {
    name: 'WPS：单位写进数字格式',
    rows: row(1, c('A1', '5000', ' s="1"') + c('B1', '3.2', ' s="2"') + c('C1', '12', ' s="3"')),
    formats: ['#,##0"万元"', '0.00_ ', '0!.0,"万"'],
    cells: ['A1#5000万元', 'B1#3.2', 'C1!12'],
    fast: true,
  },
  {
    name: '从1904年起算的日期（Mac 的旧 Excel）',
    date1904: true,
    rows: row(1, c('A1', '44560', ' s="1"')),
    formats: [14],
    cells: ['A1=2025-12-31'],
    fast: true,
  },
  {
    name: '1900年里不存在的2月29日前后',
    rows: row(1, c('A1', '59', ' s="1"') + c('B1', '61', ' s="1"')),
    formats: [14],
    cells: ['A1=1900-02-28', 'B1=1900-03-01'],
    fast: true,
  },
  {
    name: 'ISO 日期单元格',
    rows: row(1, c('A1', '2025-12-31T00:00:00', ' t="d"')),
    cells: ['A1=2025-12-31'],
    fast: true,
    exceljsFails: '不认 t="d"，当作数',
  },
  {
    name: '错误值、真假值、没有存值的公式',
    rows: row(
      1,
      `${c('A1', '#DIV/0!', ' t="e"')}<c r="B1" t="e"><f>1/0</f><v>#N/A</v></c>${c('C1', '0', ' t="b"')}<c r="D1"><f>A1+1</f></c>`,
    ),
    cells: ['A1!#DIV/0!', 'B1!#N/A', 'C1=否', 'D1!=A1+1'],
    fast: true,
  },
  {
    name: '公式算出空文字',
    rows: row(1, `<c r="A1" t="str"><f>""</f><v></v></c>${c('B1', '1')}`),
    cells: ['B1#1'],
    fast: true,
    exceljsFails: '当作没有存值的公式',
  },
  {
    name: '共享公式',
    rows:
      row(1, '<c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>4</v></c><c r="B1"><v>2</v></c>') +
      row(2, '<c r="A2"><f t="shared" si="0"/><v>6</v></c><c r="B2"><v>3</v></c>'),
    cells: ['A1#4', 'B1#2', 'A2#6', 'B2#3'],
    fast: true,
  },
  {
    name: '大数和小数：科学记数、负数、18位代码存成数值',
    rows: row(
      1,
      c('A1', '1.5E-3') +
        c('B1', '-120.50') +
        c('C1', '9.1440101MA5D0000E+5') +
        c('D1', '1E3') +
        c('E1', '0.1'),
    ).replace('9.1440101MA5D0000E+5', '914401011234567890'),
    cells: ['A1#0.0015', 'B1#-120.5', 'C1!914401011234568000', 'D1#1000', 'E1#0.1'],
    fast: true,
  },
  {
    name: '实体和 Excel 的 _x 写法',
    rows: row(
      1,
      inline('A1', '&#31532;&#x4E00;&lt;&gt;&quot;&apos;') +
        inline('B1', 'a_x000A_b') +
        inline('C1', '_x005F_x0041_'),
    ),
    cells: ['A1=第一<>"\'', 'B1=a\nb', 'C1=_x0041_'],
    fast: true,
    exceljsFails: '行内文字里的 _x 写法不还原',
  },
  {
    name: '属性次序倒过来、用单引号、标签里换行',
    rows: "<row\n spans='1:2' r='3'><c t='inlineStr' s='0'\n r='B3'><is><t>甲</t></is></c ><c r='C3'><v>7</v></c></row>".replace(
      '</c >',
      '</c>',
    ),
    cells: ['B3=甲', 'C3#7'],
    fast: true,
  },
  {
    name: '行和格都不写编号',
    rows: '<row><c t="inlineStr"><is><t>企业名称</t></is></c><c t="inlineStr"><is><t>收入</t></is></c></row><row/><row><c><v>1</v></c><c/><c><v>3</v></c></row>',
    cells: ['A1=企业名称', 'B1=收入', 'A3#1', 'C3#3'],
    fast: false,
    exceljsFails: '没有编号的格读不了',
  },
  {
    name: '空行自闭合、跳行、跳列',
    rows: `<row r="1"/>${row(5, c('C5', '1') + c('AB5', '2'))}<row r="9"></row>${row(12, c('ZZ12', '3'))}`,
    cells: ['C5#1', 'AB5#2', 'ZZ12#3'],
    fast: true,
  },
  {
    name: '行之间有注释',
    rows: `${row(1, inline('A1', '企业名称'))}<!-- 导出 -->${row(2, inline('A2', '示例'))}`,
    cells: ['A1=企业名称', 'A2=示例'],
    fast: true,
  },
  {
    name: '文字写成 CDATA',
    rows: row(1, '<c r="A1" t="inlineStr"><is><t><![CDATA[甲<乙]]></t></is></c>'),
    cells: ['A1=甲<乙'],
    fast: true,
    exceljsFails: '不声不响地漏掉',
  },
  {
    name: '共享文字里有注释和 CDATA',
    rows: row(1, c('A1', '0', ' t="s"') + c('B1', '1', ' t="s"')),
    strings: '<!-- 导出 --><si><t>企业名称</t></si><si><t><![CDATA[甲&乙]]></t></si>',
    cells: ['A1=企业名称', 'B1=甲&乙'],
    fast: true,
    exceljsFails: '不声不响地漏掉',
  },
  {
    name: '没有压缩',
    rows: row(1, inline('A1', '企业名称')),
    compression: 'STORE',
    cells: ['A1=企业名称'],
    fast: true,
  },
  {
    name: '合并单元格：只有左上一格有内容',
    rows:
      row(1, `${inline('A1', '示例公司名单')}<c r="B1"/>`) +
      row(2, inline('A2', '企业名称') + inline('B2', '收入')),
    tail: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
    cells: ['A1=示例公司名单', 'A2=企业名称', 'B2=收入'],
    fast: true,
  },
  {
    name: '扩展列表里也有叫 row 和 c 的字样',
    rows: row(1, inline('A1', '&lt;row&gt;&lt;c&gt;')) + row(2, c('A2', '1')),
    tail: '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"/></extLst>',
    cells: ['A1=<row><c>', 'A2#1'],
    fast: true,
  },
];
