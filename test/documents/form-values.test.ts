import { beforeAll, describe, expect, it } from 'vitest';
import { FORM_RICH } from './form-sample.ts';
import { fillForms, readSheet, type Sheet, valueAt } from './printed.ts';
import { reread } from './xml.ts';

const BATCH3 = '第三批小巨人申请书';

describe('值在自己的行和列', () => {
  const sheets = new Map<string, Sheet>();
  beforeAll(async () => {
    for (const [name, { bytes }] of await fillForms(FORM_RICH)) sheets.set(name, await readSheet(bytes));
  });
  const at = (name: string, label: string, header?: string) => {
    const sheet = sheets.get(name);
    return sheet === undefined ? undefined : valueAt(sheet, label, header);
  };

  it.each([
    // 第三批申请书：两年各在自己的列，单位印在格里
    [BATCH3, '营业收入', '2024年', '11500万元'],
    [BATCH3, '营业收入', '2025年', '12345.678万元'],
    [BATCH3, '主营业务收入增长率', '2024年', '20%'],
    [BATCH3, '主营业务收入增长率', '2025年', '10%'],
    [BATCH3, '上缴税金', '2025年', '0万元'],
    [BATCH3, '净利润增长率', '2024年', '【核对：净利润（2023年）为负，增长率无法计算】%'],
    [BATCH3, '主导产品出口额', '2025年', '48.5万美元'],
    [BATCH3, '主导产品国内市场占有率及本省排名', '2025年', '市场占有率：12.3%\n本省排名：第1名'],
    [
      BATCH3,
      '根据《中小企业划型标准规定》（工信部联企业〔2011〕300号），企业规模属于',
      undefined,
      '□中型　☑小型　□微型',
    ],
    [BATCH3, '企业类型', undefined, '□国有　□合资　☑民营　□其他'],
    [BATCH3, '上市情况', undefined, '□无上市计划\n☑有上市计划\n□已上市　（股票代码：）'],
    [BATCH3, '近2年内是否获得新增股权融资', undefined, '□否　☑是　如是，请填写金额：1200　万元'],
    [BATCH3, '行业领军企业（3个以内）', undefined, '1.甲轴承　2.乙轴承\n3.丙轴承【核对：限3项，现4项】'],
    [
      BATCH3,
      '主导产品是否为国内外知名大企业直接配套',
      undefined,
      '□否　☑是　如是，请填写\n1.虚构机床集团　2.　3.',
    ],
    [BATCH3, '技术研究院', undefined, '□国家级　个'],
    [BATCH3, '院士专家工作站', undefined, '□有　☑无'],
    [BATCH3, '博士后工作站', undefined, '☑有　□无'],
    [BATCH3, '合作院校机构名称（3个以内）', undefined, '1.虚构大学\n2.虚构研究院　3.'],
    [BATCH3, '业务系统是否向云端迁移', undefined, '☑是　□否'],
    [BATCH3, '近2年是否承担过国家重大科技项目', undefined, '□否　☑是　如是，请填写名称 某重大专项（虚构）'],
    [
      BATCH3,
      '产品生产执行标准',
      undefined,
      '□国际标准　☑国家标准\n□行业标准　□地方标准【核对：档案中为“企业标准”，表内无此选项】',
    ],
    [
      BATCH3,
      '产品获得发达国家或地区权威机构认证情况(多选)',
      undefined,
      'UL☑　CSA□　ETL□　GS□\n其他□（请说明）',
    ],
    // 推荐汇总表：分类由主管部门填
    ['第三批小巨人推荐汇总表', '1', '企业名称', '示例精密轴承（虚构）有限公司'],
    ['第三批小巨人推荐汇总表', '1', '主导产品名称（拟对外发布）', '高速精密滚动轴承'],
    ['第三批小巨人推荐汇总表', '1', '所属分类（填写附件1“六 初核推荐”中“分类指标（3选1）”的字母序号）', ''],
    ['重点小巨人名单汇总表', '1', '国家级专精特新“小巨人”企业批次', '第二批'],
    ['重点小巨人基本情况表', '从业人数（人）', undefined, '200'],
    ['重点小巨人基本情况表', '注册资本（万元）', undefined, '5000'],
    [
      '重点小巨人基本情况表',
      '★是否填补国内或国际空白',
      undefined,
      '□否\n☑填补国内空白　□填补国际空白\n具体领域：（限10字以内）高速电主轴',
    ],
    [
      '重点小巨人基本情况表',
      '是否属于《工业“四基”发展目录》所列重点领域',
      undefined,
      '□否\n☑是　如是，具体属于：☑核心基础零部件（元器件）　□关键基础材料\n□先进基础工艺　□产业技术基础',
    ],
    ['重点小巨人目标表', '主营业务收入占营业收入比重（%）（70%以上）', '实施期初始值', '96.23'],
    ['重点小巨人目标表', '主营业务收入占营业收入比重（%）（70%以上）', '实施期满一年目标', '96.5'],
    ['重点小巨人目标表', '主营业务收入占营业收入比重（%）（70%以上）', '实施期满两年目标', '97'],
    ['重点小巨人目标表', '有效发明专利数量（个）', '实施期初始值', '2'],
    ['重点小巨人目标表', '主导产品出口额占营业收入比重（%）', '实施期满两年目标', '【待补充】'],
    [
      '重点小巨人目标表',
      '数字化和工业设计赋能，业务系统云端迁移；促进提品质、创品牌',
      '实施期满一年目标',
      '□是/\n☑否',
    ],
    ['北京重点小巨人目标表', '有效发明专利数量（个）', '实施期满两年目标2027年', '6'],
    ['河北培育库入库申报表', '营业收入', undefined, '12345.678'],
    ['河北培育库入库申报表', '企业人员总数', undefined, '200名'],
    ['河北培育库入库申报表', '高新技术企业（有效期内）', undefined, '☑是　□否，认定时间2024年11月1日'],
    ['河北培育库入库申报表', '上市板块', undefined, ''],
    ['河北培育库入库申报表', '近两年主营业务年均增长率', undefined, '15%'],
    ['河北骨干项目发展目标表', '项目名称', undefined, '高速轴承产线'],
    ['河北骨干项目发展目标表', '在建项目', undefined, '☑'],
    ['河北骨干项目发展目标表', '拟建项目', undefined, '□'],
    ['河北骨干项目发展目标表', '资金投入总额（万元）', undefined, '800'],
    ['山西专精特新项目申报表', '营业收入', '2023年', '10000'],
    ['山西专精特新项目申报表', '资产负债率', '2025年', '38.89%'],
    ['山西主导产品基本情况表', '市场占有率排行（全国/本省）', undefined, '【待补充】/第2名'],
    ['广东挂牌上市摸查表', '净利润（万元）', '2023年', '-100'],
    ['广东挂牌上市摸查表', '最近一年毛利率、净利率情况', undefined, '毛利率36%　净利率8.1%'],
    ['辽宁专精特新产品认定申请表', '2024年', '主营业务收入比重', '93.91%'],
    ['专精特新工作底稿2026', '研发费用占营业收入比重（%）', '2025年', '6.08'],
  ])('%s：%s（%s）', (name, label, header, expected) => {
    expect(at(name, label, header)).toBe(expected);
  });

  it('单位：表上方印了“万元、人”的，格里不再写；没印的写', () => {
    expect(at('山西专精特新项目申报表', '企业人员总数')).toBe('200');
    expect(at('广东挂牌上市摸查表', '最近一年应收账款情况')).toBe('2100万元');
  });

  it('初核推荐由推荐单位填：一个框也不勾', () => {
    const sheet = sheets.get(BATCH3);
    const table = sheet?.tables.at(-1);
    expect(table?.cells.filter((cell) => cell.text === '□')).toHaveLength(9);
    expect(table?.cells.some((cell) => cell.text.includes('☑'))).toBe(false);
  });

  it('跨行的格在下面各行留出自己的列', () => {
    const [table] = (sheets.get('重点小巨人目标表')?.tables ?? []).slice(-1);
    const tall = table?.cells.find((cell) => cell.text === '创新能力');
    const below = table?.cells.filter(
      (cell) =>
        cell.continued &&
        cell.column === 0 &&
        cell.row > (tall?.row ?? 0) &&
        cell.row <= (tall?.row ?? 0) + 4,
    );
    expect(tall?.column).toBe(0);
    expect(below).toHaveLength(4);
  });

  it('横向的表用横放的 A4', () => {
    expect(sheets.get('第三批小巨人推荐汇总表')?.xml).toContain(
      'w:w="16838" w:h="11906" w:orient="landscape"',
    );
    expect(sheets.get(BATCH3)?.xml).toContain('w:w="11906" w:h="16838"');
  });
});

describe('逐字节留底的两份', () => {
  it.each(['重点小巨人目标表', '第三批小巨人推荐汇总表'])('%s', async (name) => {
    const documents = await fillForms(FORM_RICH, name);
    const { xml } = await readSheet(documents.get(name)?.bytes ?? new Uint8Array());
    const body = xml
      .slice(xml.indexOf('<w:body>'))
      .replaceAll('<w:tr>', '\n<w:tr>')
      .replaceAll('<w:tc>', '\n<w:tc>');
    await expect(`${body}\n`).toMatchFileSnapshot(`golden/${name}.xml`);
  });
});

describe('古怪的值也只是文字', () => {
  it('一万字、控制符、标签、表情、阿拉伯文、公式', async () => {
    const odd = '<w:p>&amp;\u0001\u202e😀مرحبا=SUM(A1)';
    const kept = '<w:p>&amp;😀مرحبا=SUM(A1)';
    const data = {
      ...FORM_RICH,
      通讯地址: odd,
      法定代表人: odd,
      行业领军企业: [odd],
      主要股东: [{ 名称: odd, 持股比例: '1%' }],
      填补空白领域: '长'.repeat(10_000),
      关键技术首创说明: odd,
    };
    const documents = await fillForms(data);
    for (const { bytes } of documents.values()) expect((await reread(bytes)).size).toBeGreaterThan(5);
    const sheet = await readSheet(documents.get(BATCH3)?.bytes ?? new Uint8Array());
    expect(valueAt(sheet, '通讯地址')).toBe(kept);
    expect(valueAt(sheet, '行业领军企业（3个以内）')).toBe(`1.${kept}　2.\n3.`);
    const gap = valueAt(sheet, '是否在产业链关键领域实现“补短板”“填空白”');
    expect(gap).toContain('长'.repeat(10_000));
    const other = await readSheet(documents.get('广东挂牌上市摸查表')?.bytes ?? new Uint8Array());
    expect(valueAt(other, '主要股东及控股比例')).toBe(kept);
    const limited = await readSheet(documents.get('重点小巨人基本情况表')?.bytes ?? new Uint8Array());
    expect(valueAt(limited, '★是否填补国内或国际空白')).toContain('【核对：限10字，现10000字】');
  });

  it('同样的档案得到同样的字节', async () => {
    const [first, second] = [await fillForms(FORM_RICH), await fillForms(FORM_RICH)];
    for (const [name, { bytes }] of first)
      expect(Buffer.from(bytes).equals(Buffer.from(second.get(name)?.bytes ?? []))).toBe(true);
  });
});
