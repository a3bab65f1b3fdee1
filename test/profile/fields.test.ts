import { describe, expect, it } from 'vitest';
import { attributesOf, DICTIONARY, FIELDS, type Field, fieldById } from '../../src/profile/index.ts';

const duplicates = (words: readonly string[]): string[] =>
  words.filter((word, index) => words.indexOf(word) !== index);

describe('the field dictionary', () => {
  it('has unique ids and names', () => {
    expect(duplicates(FIELDS.map((field) => field.id))).toEqual([]);
    expect(duplicates(FIELDS.map((field) => field.name))).toEqual([]);
  });

  it('has unique ids and names among the attributes of each list', () => {
    for (const field of FIELDS) {
      expect(duplicates(field.attributes.map((item) => item.id))).toEqual([]);
      expect(duplicates(field.attributes.map((item) => item.name))).toEqual([]);
    }
  });

  it('finds every field by name, id and alias', () => {
    for (const field of FIELDS)
      for (const word of [field.name, field.id, ...field.aliases])
        expect(DICTIONARY.find(word)?.id).toBe(field.id);
  });

  it('gives money a unit of 万元, so that a bare number is in 万元', () => {
    const every = FIELDS.flatMap((field): readonly Field[] => [field, ...field.attributes]);
    const money = every.filter((field) => field.dimension === 'money');
    expect(money.length).toBeGreaterThan(20);
    expect(money.filter((field) => field.unit !== '万元').map((field) => field.name)).toEqual([]);
  });

  it('gives choices to every choice field, and aliases only to choices there are', () => {
    const every = FIELDS.flatMap((field): readonly Field[] => [field, ...field.attributes]);
    for (const field of every) {
      expect(field.choices.length > 0).toBe(field.kind === 'choice' || field.kind === 'multi');
      for (const choice of Object.values(field.choiceAliases)) expect(field.choices).toContain(choice);
    }
  });

  it('says when a records field has a validity of two of its dates', () => {
    for (const field of FIELDS.filter((item) => item.validity !== undefined)) {
      expect(attributesOf(field).find(field.validity?.from ?? '')?.kind).toBe('date');
      expect(attributesOf(field).find(field.validity?.to ?? '')?.kind).toBe('date');
    }
    expect(fieldById('titles').validity).toEqual({ from: 'from', to: 'to' });
  });

  it('computes the ratios that standards name from their parts', () => {
    expect(fieldById('rdShare').derived).toEqual({ numerator: 'rd', denominator: 'revenue' });
    expect(fieldById('mainShare').derived).toEqual({ numerator: 'mainRevenue', denominator: 'revenue' });
    expect(fieldById('debtRatio').derived).toEqual({ numerator: 'liabilities', denominator: 'assets' });
    expect(fieldById('mainRevenueGrowth').derived).toEqual({ growthOf: 'mainRevenue' });
  });

  it('lets profit be negative, but not revenue or staff', () => {
    expect(fieldById('netProfit').nonNegative).toBe(false);
    expect(fieldById('totalProfit').nonNegative).toBe(false);
    expect(['revenue', 'rd', 'assets', 'staff'].map((id) => fieldById(id).nonNegative)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});

// the 12 parts of the 第八批 application form, by the names it prints (or their plain short form)
const FORM: Readonly<Record<string, readonly string[]>> = {
  企业基本信息: [
    '企业名称',
    '企业注册地',
    '通讯地址',
    '邮编',
    '法定代表人',
    '控股股东',
    '实际控制人',
    '实际控制人国籍',
    '联系人',
    '联系电话',
    '联系手机',
    '传真',
    'E-mail',
    '注册时间',
    '注册资本',
    '统一社会信用代码',
    '企业规模',
    '所属行业',
    '行业代码',
    '具体细分领域',
    '企业类型',
    '与小巨人存在控股关系',
    '控股关系企业名称',
    '同集团有相似主导产品企业',
    '同集团相似产品企业名称',
  ],
  上市情况: ['上市状态', '股票代码', '上市进程', '拟上市地'],
  经济效益和经营情况: [
    '全职员工数量',
    '研发人员数量',
    '营业收入',
    '主营业务收入',
    '主营业务收入增长率',
    '利润总额',
    '净利润',
    '净利润增长率',
    '销售费用',
    '管理费用',
    '营业成本',
    '主营业务成本',
    '产品销售成本',
    '资产总额',
    '期末净资产',
    '负债总额',
    '资产负债率',
    '上缴税金',
    '股权融资总额',
    '融资对应估值',
    '银行贷款',
    '境内债券',
    '境外债券',
  ],
  融资情况: ['审计报告编码', '是否申请银行贷款', '信贷满足率', '贷款用途', '资金需求额', '融资方式'],
  专业化: ['从事特定细分市场时间', '主营业务收入占营业收入比重', '主要产品'],
  精细化: ['管理体系认证', '信息系统', '产品认证', '业务系统上云', '制造业互联网融合试点示范'],
  特色化: [
    '主导产品国际细分市场占有率',
    '主导产品全国细分市场占有率',
    '出口额',
    '自主品牌数量',
    '自主品牌产品销售收入',
    '出口目的地',
  ],
  创新能力: [
    '研发费用',
    '研发费用占营业收入比重',
    '研发人员占全部职工比重',
    '研发机构',
    '合作院校机构',
    'Ⅰ类知识产权总数',
    '知识产权',
    '研究成果及应用',
  ],
  科技奖励: ['科技奖励', '创客中国获奖'],
  产业链配套: [
    '所属产业链',
    '补短板锻长板填空白',
    '补短板产品名称',
    '填补空白领域',
    '替代进口对象',
    '配套客户',
    '行业领军企业',
  ],
  主导产品所属领域: ['主导产品名称', '主导产品类别', '主导产品代码', '工业六基领域', '主导产品产业方向'],
  其他: ['标准', '称号', '境外经营情况', '国家重大科技项目'],
};

describe.each(Object.entries(FORM))('every field of 第八批 part “%s” has a home', (_part, names) => {
  it.each(names)('%s', (name) => {
    expect(DICTIONARY.find(name)).toBeDefined();
  });
});

describe('the options printed in the form can be filled in', () => {
  it.each([
    ['企业类型', ['国有', '合资', '民营', '其他']],
    ['上市状态', ['无上市计划', '有上市计划', '已上市']],
    ['上市进程', ['未进行上市前股改', '已完成上市前股改', '已提交上市申请']],
    ['拟上市地', ['上交所主板', '科创板', '深交所主板', '创业板', '北交所', '新三板', '境外']],
    [
      '工业六基领域',
      ['核心基础零部件', '核心基础元器件', '关键软件', '先进基础工艺', '关键基础材料', '产业技术基础'],
    ],
    ['主导产品产业方向', ['改造提升传统产业', '培育壮大新兴产业', '布局建设未来产业']],
  ])('%s', (name, options) => {
    expect(DICTIONARY.find(name)?.choices).toEqual(options);
  });
});
