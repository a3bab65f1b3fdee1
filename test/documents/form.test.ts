import { describe, expect, it } from 'vitest';
import { cellOf, openForm, tableAfter, tableWith } from './helper.ts';
import { RICH } from './sample.ts';

const LABELS = [
  '一、企业基本信息',
  '企业名称',
  '企业注册地（省/市/县）',
  '通讯地址',
  '邮编',
  '法定代表人',
  '控股股东',
  '实际控制人（须为个人）',
  '实际控制人国籍',
  '联系人',
  '联系电话',
  '联系手机',
  '传真',
  'E-mail',
  '注册时间',
  '注册资本（万元）',
  '统一社会信用代码',
  '企业规模',
  '所属行业',
  '具体细分领域',
  '企业类型',
  '是否与已认定“小巨人”企业存在控股关系（是则填企业名称）',
  '是否存在同一集团内生产相似主导产品的企业（是则填企业名称）',
  '二、上市情况',
  '上市状态',
  '上市进程',
  '拟上市地',
  '三、经济效益和经营情况',
  '2023年',
  '2024年',
  '2025年',
  '全职员工数量（人，按12月社保人数）',
  '研发人员数量（人）',
  '营业收入（万元）',
  '主营业务收入（万元）',
  '主营业务收入增长率（%）',
  '利润总额（万元）',
  '净利润（万元）',
  '净利润增长率（%）',
  '销售费用（万元）',
  '管理费用（万元）',
  '营业成本（万元）',
  '主营业务成本（万元）',
  '产品销售成本（万元）',
  '资产总额（万元）',
  '期末净资产（万元）',
  '负债总额（万元）',
  '资产负债率（%）',
  '上缴税金（万元）',
  '股权融资总额（万元）',
  '融资对应估值（万元）',
  '银行贷款（万元）',
  '境内债券（万元）',
  '境外债券（万元）',
  '四、融资情况',
  '审计报告编码',
  '是否申请银行贷款',
  '信贷满足率（%）',
  '贷款用途（多选）',
  '资金需求额（万元）',
  '融资方式（多选）',
  '五、专业化',
  '从事特定细分市场时间（年，填年数）',
  '主营业务收入占营业收入比重（%）',
  '近2年主营业务收入平均增长率（%）',
  '产品名称',
  '上年度产品收入（万元）',
  '日产能',
  '产能单位',
  '对应知识产权名称',
  '六、精细化',
  '管理体系认证',
  '核心业务信息系统支撑',
  '产品获得国际（发达国家或地区）权威机构认证',
  '国内认证',
  '业务系统是否向云端迁移',
  '是否有制造业与互联网融合试点示范项目',
  '七、特色化',
  '主导产品国际细分市场占有率（%）',
  '主导产品全国细分市场占有率（%）',
  '出口额（万元）',
  '自主品牌数量（个）',
  '自主品牌产品销售收入（万元）',
  '主导产品细分市场占有率说明（1000字以内',
  '出口目的地',
  '八、创新能力',
  '研发费用（万元）',
  '研发费用占营业收入比重（%）',
  '研发人员占全部职工比重（%）',
  '研发机构建设情况',
  '院士专家工作站',
  '博士后工作站',
  '合作院校机构（3个以内）',
  'Ⅰ类知识产权总数（项）',
  '其中发明专利（项）',
  '研究领域已获得成果及应用情况（300字以内',
  '九、科技奖励',
  '近三年国家级科技奖励',
  '近三年省级科技奖励',
  '“创客中国”全国50强',
  '十、产业链配套',
  '所属产业链',
  '是否在产业链关键领域补短板、填空白',
  '产品名称',
  '填补国内/国际空白的领域',
  '替代进口的国外企业或产品',
  '补短板填空白说明（300字以内',
  '为国内外知名大企业直接配套（3个）',
  '行业领军企业（3个以内，细分行业）',
  '十一、主导产品所属领域',
  '主导产品名称',
  '主导产品类别（《统计用产品分类目录》10位代码及名称）',
  '是否属于工业“六基”领域及类别',
  '产业方向（2026年新增口径）',
  '十二、其他',
  '主持或参与制（修）订标准（国际/国家/行业）',
  '主持或参与',
  '有效期内称号',
  '境外经营情况',
  '近两年国家重大科技项目',
  '近两年国家级技术创新类项目',
  '企业总体情况简要介绍（2000字以内',
  '真实性声明',
  '法定代表人签名',
  '企业公章',
  '推荐意见',
  '省级中小企业主管部门',
];

describe('申请书的栏目', () => {
  it('十二部分、真实性声明和推荐意见的栏目按表样次序出现，档案空白时也一样', async () => {
    for (const data of [RICH, { 企业名称: '空白企业（虚构）' }]) {
      const { text } = await openForm(data);
      let at = 0;
      for (const label of LABELS) {
        const found = text.indexOf(label, at);
        expect(found, label).toBeGreaterThanOrEqual(0);
        at = found + label.length;
      }
    }
  });

  it('写明是工作底稿，提示框排在最前', async () => {
    const form = await openForm(RICH, { notices: ['甲提示', '乙提示'] });
    expect(form.tables[0]).toEqual([['甲提示\n乙提示']]);
    expect(form.text.indexOf('甲提示')).toBeLessThan(form.text.indexOf('第八批专精特新“小巨人”企业申请书'));
    expect((await openForm(RICH)).tables[0]?.[0]?.[0]).toBe('企业名称');
  });
});

describe('申请书的值', () => {
  it('文字、日期、金额各在自己的格里；栏目已印单位的不再重复单位', async () => {
    const form = await openForm(RICH);
    expect(cellOf(form, '企业名称')).toBe('示例精密轴承（虚构）有限公司');
    expect(cellOf(form, '注册时间')).toBe('2009年3月5日');
    expect(cellOf(form, '注册资本（万元）')).toBe('5000');
    expect(cellOf(form, '信贷满足率（%）')).toBe('80');
    expect(cellOf(form, '具体细分领域')).toBe('3451（小类名称：滚动轴承制造）');
    expect(cellOf(form, '所属行业')).toBe('34（大类名称：【待补充：GB/T 4754-2017 大类名称】）');
    expect(cellOf(form, '从事特定细分市场时间（年，填年数）')).toBe('14');
    expect(cellOf(form, '贷款用途（多选）')).toBe('流动资金、技术改造');
    expect(cellOf(form, '主导产品类别（《统计用产品分类目录》10位代码及名称）')).toBe('3401010101　滚动轴承');
  });

  it('年度表从基准年前两年到基准年；原值不四舍五入，0 就是 0', async () => {
    const form = await openForm(RICH);
    expect(tableWith(form, '2023年', '2024年', '2025年')[0]).toEqual(['指标', '2023年', '2024年', '2025年']);
    const rows = new Map(form.tables.flat().map((row) => [row[0], row.slice(1)]));
    expect(rows.get('营业收入（万元）')).toEqual(['10000', '11500', '12345.678']);
    expect(rows.get('上缴税金（万元）')).toEqual(['400', '420', '0']);
    expect(rows.get('销售费用（万元）')).toEqual(['【待补充】', '【待补充】', '【待补充】']);
    expect(rows.get('审计报告编码')).toEqual(['【待补充】', '桂24示例0001', '桂25示例0002']);
    expect(rows.get('主导产品全国细分市场占有率（%）')).toEqual(['11.5', '12.3']);
  });

  it('占比、增长率、资产负债率和近2年平均增长率由年度数据算出', async () => {
    const form = await openForm(RICH);
    const rows = new Map(form.tables.flat().map((row) => [row[0], row.slice(1)]));
    expect(rows.get('主营业务收入增长率（%）')).toEqual(['12.5', '20', '10']);
    expect(rows.get('资产负债率（%）')).toEqual(['40', '40', '38.89']);
    expect(rows.get('研发费用占营业收入比重（%）')).toEqual(['5', '5.22', '6.08']);
    // 11880 / 12345.678
    expect(cellOf(form, '主营业务收入占营业收入比重（%）')).toBe('96.23');
    expect(cellOf(form, '近2年主营业务收入平均增长率（%）')).toBe('15');
  });

  it('基数为负的增长率写明原因，不写数', async () => {
    const rows = new Map((await openForm(RICH)).tables.flat().map((row) => [row[0], row.slice(1)]));
    expect(rows.get('净利润增长率（%）')).toEqual([
      '【待补充】',
      '【核对：净利润（2023年）为负，增长率无法计算】',
      '25',
    ]);
  });

  it('算出的比率差一点到整数时，不写成那个整数', async () => {
    const form = await openForm({ 营业收入: { 2025: '100000' }, 主营业务收入: { 2025: '69999.9' } });
    expect(cellOf(form, '主营业务收入占营业收入比重（%）')).toBe('69.9999');
  });

  it('超过字数限制的说明出来，不截断', async () => {
    const form = await openForm({ 研究成果及应用: '研'.repeat(301) });
    expect(form.text).toContain('研'.repeat(301));
    expect(form.text).toContain(
      '研究领域已获得成果及应用情况（300字以内；已有301字，不计空白和占位）【核对：超出1字】',
    );
    const fits = await openForm({ 研究成果及应用: '研'.repeat(300) });
    expect(fits.text).not.toContain('超出');
  });
});

describe('申请书的勾选', () => {
  it('按档案勾选，其余留空', async () => {
    const form = await openForm(RICH);
    expect(cellOf(form, '企业规模')).toBe('□中型　☑小型　□微型');
    expect(cellOf(form, '上市状态')).toBe('□无上市计划　□有上市计划　☑已上市（000000）');
    expect(cellOf(form, '是否申请银行贷款')).toBe('☑是　□否');
    expect(cellOf(form, '是否与已认定“小巨人”企业存在控股关系（是则填企业名称）')).toBe('□是　☑否');
    expect(cellOf(form, '是否存在同一集团内生产相似主导产品的企业（是则填企业名称）')).toBe(
      '☑是（示例轴承二厂（虚构））　□否',
    );
    expect(cellOf(form, '管理体系认证')).toBe('☑ISO9000 质量　□ISO14000 环境　□职业健康安全　□其他');
    expect(cellOf(form, '核心业务信息系统支撑')).toBe(
      '☑研发设计 CAX　□生产制造 CAM　☑经营管理 ERP、OA　□运维服务 CRM　□供应链管理 SRM　□其他',
    );
    expect(cellOf(form, '产品获得国际（发达国家或地区）权威机构认证')).toBe('☑UL　□CSA　□ETL　□GS　□其他');
  });

  it('没有资料的一个也不勾，标待补充；“否”和“无”只在档案写明时出现', async () => {
    const form = await openForm({ 企业名称: '空白企业（虚构）' });
    expect(cellOf(form, '是否申请银行贷款')).toBe('□是　□否　【待补充】');
    expect(cellOf(form, '企业规模')).toBe('□中型　□小型　□微型　【待补充】');
    expect(cellOf(form, '管理体系认证')).toBe(
      '□ISO9000 质量　□ISO14000 环境　□职业健康安全　□其他　【待补充】',
    );
    expect(form.text).not.toContain('☑');
    expect(form.tables.flat(2)).not.toContain('无');
  });

  it('勾了“是”而没有名称，名称标待补充', async () => {
    const form = await openForm({ 与小巨人存在控股关系: '是' });
    expect(cellOf(form, '是否与已认定“小巨人”企业存在控股关系（是则填企业名称）')).toBe(
      '☑是（【待补充：控股关系企业名称】）　□否',
    );
  });

  it('档案的选项不在表内时请人核对，不改选', async () => {
    expect(cellOf(await openForm({ 企业规模: '大型' }), '企业规模')).toBe(
      '□中型　□小型　□微型　【核对：档案中为“大型”，表内无此选项】',
    );
  });

  it('有效期在评估日前一天到期的称号不勾，当天到期的仍勾', async () => {
    const title = (to: string) => ({
      称号: [{ 名称: '高新技术企业', 级别: '国家级', 认定日: '2023-11-21', 有效期至: to }],
    });
    expect(cellOf(await openForm(title('2026-11-21')), '有效期内称号')).toContain('☑高新技术企业');
    expect(cellOf(await openForm(title('2026-11-20')), '有效期内称号')).toContain('□高新技术企业');
  });

  it('有效期没填的称号不勾，请人核对', async () => {
    const value = cellOf(await openForm({ 称号: [{ 名称: '高新技术企业' }] }), '有效期内称号');
    expect(value).toContain('□高新技术企业');
    expect(value).toContain('【核对：“高新技术企业”有效期未填，未列入】');
  });

  it('字母缩写要独立成词：RULE 不算 UL', async () => {
    const certified = (name: string) => ({
      产品认证: [{ 名称: name, 范围: '发达国家和地区', 发证日: '2024-01-01', 有效期至: '2028-01-01' }],
    });
    const label = '产品获得国际（发达国家或地区）权威机构认证';
    for (const other of ['RULE认证', 'MUL认证', 'ULX认证']) {
      expect(cellOf(await openForm(certified(other)), label), other).toBe('□UL　□CSA　□ETL　□GS　☑其他');
    }
    expect(cellOf(await openForm(certified('美国UL认证')), label)).toBe('☑UL　□CSA　□ETL　□GS　□其他');
  });
});

describe('申请书的记录表', () => {
  it('一条一行，值在自己的列里，缺的属性标待补充', async () => {
    expect(tableWith(await openForm(RICH), '产品名称', '日产能')).toEqual([
      ['序号', '产品名称', '上年度产品收入（万元）', '日产能', '产能单位', '对应知识产权名称'],
      ['1', '角接触球轴承', '6000', '300', '套', '一种高速轴承保持架'],
      ['2', '圆柱滚子轴承', '4000', '200', '套', '【待补充】'],
    ]);
  });

  it('没有列表是待补充，空列表是无，未列全的列出已知并注明', async () => {
    const caption = '主持或参与制（修）订标准（国际/国家/行业）';
    const standard = { 名称: '某标准', 标准号: 'GB/T 1', 级别: '国家标准', 角色: '主导', 发布日期: '2023' };
    expect(tableAfter(await openForm({}), caption).slice(1)).toEqual([['【待补充】']]);
    expect(tableAfter(await openForm({ 标准: [] }), caption).slice(1)).toEqual([['无']]);
    expect(
      tableAfter(await openForm({ 标准: { 记录: [standard], 未列全: '是' } }), caption).slice(1),
    ).toEqual([['1', '国家标准', '某标准', 'GB/T 1', '主导', '2023年'], ['【待补充：未列全】']]);
  });

  it('Ⅰ类清单只列自主、有效、相关、已应用、排名前三的；属性没填的不列入，请人核对', async () => {
    const patent = (name: string, change: Record<string, string> = {}) => ({
      名称: name,
      种类: '发明专利',
      有效: '是',
      取得方式: '自主研发',
      权利人排名: '3',
      与主导产品相关: '是',
      已应用并产生效益: '是',
      ...change,
    });
    const data = {
      知识产权: [
        patent('甲'),
        patent('乙', { 取得方式: '转入' }),
        patent('丙', { 权利人排名: '4' }),
        patent('丁', { 有效: '否' }),
        patent('戊', { 种类: '实用新型专利' }),
        patent('己', { 与主导产品相关: '' }),
      ],
    };
    const form = await openForm(data);
    const rows = tableAfter(
      form,
      'Ⅰ类知识产权逐项清单（与主导产品相关且已应用、产生经济效益，每项说明500字以内）',
    );
    expect(rows.slice(1).map((row) => row.slice(0, 2))).toEqual([
      ['1', '甲'],
      ['【核对：“己”与主导产品相关未填，未列入】'],
    ]);
    expect(cellOf(form, 'Ⅰ类知识产权总数（项）')).toBe(
      '【待补充：已知至少1，Ⅰ类知识产权与主导产品相关未填】',
    );
  });

  it('合并登记的按数量计；只有自报总数的照录并注明', async () => {
    const merged = { ...(Array.isArray(RICH.知识产权) ? RICH.知识产权[0] : {}), 数量: '4' };
    expect(cellOf(await openForm({ 知识产权: [merged] }), 'Ⅰ类知识产权总数（项）')).toBe('4');
    expect(cellOf(await openForm({ Ⅰ类知识产权数量: '6' }), 'Ⅰ类知识产权总数（项）')).toBe(
      '6【核对：自报总数，无逐项清单】',
    );
  });

  it('近三年奖励从基准年前两年的一月一日起', async () => {
    const award = (date: string) => ({
      科技奖励: [{ 名称: '某奖', 级别: '国家级', 获奖日期: date, 获奖单位排名: '1' }],
    });
    const rows = async (date: string) =>
      tableAfter(await openForm(award(date)), '近三年国家级科技奖励').slice(1);
    expect(await rows('2023-01-01')).toEqual([['1', '某奖', '2023年1月1日', '第1名']]);
    expect(await rows('2022-12-31')).toEqual([['无']]);
  });

  it('多于表内限数的全部列出并提示', async () => {
    const customers = ['甲', '乙', '丙', '丁'].map((name) => ({ 名称: name, 证明: '合同' }));
    const rows = tableAfter(await openForm({ 配套客户: customers }), '为国内外知名大企业直接配套（3个）');
    expect(rows).toHaveLength(6);
    expect(rows[5]).toEqual(['【核对：限3项，现4项】']);
  });

  it('自建机构不必填合作单位', async () => {
    const rows = tableWith(await openForm(RICH), '机构名称', '合作单位');
    expect(rows[1]).toEqual(['1', '企业技术中心', '企业技术中心', '省部级', '自建', '—']);
    expect(rows[2]?.[5]).toBe('虚构大学');
  });
});
