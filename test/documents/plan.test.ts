import { describe, expect, it } from 'vitest';
import { FORM_RICH } from './form-sample.ts';
import { fillForms, readSheet, valueAt } from './printed.ts';

const PLAN = '广西三新一强推进计划';

const plan = async (change: Record<string, unknown> = {}) => {
  const documents = await fillForms({ ...FORM_RICH, ...change }, PLAN);
  return readSheet(documents.get(PLAN)?.bytes ?? new Uint8Array());
};
const SUM = '推进计划投资明细的投资额合计与推进计划总投资一致';
const TARGETS = '推进计划指标的每项名称在推进计划投资明细的对应指标中有对应';
const items = (...amounts: string[]) => ({
  推进计划投资明细: amounts.map((amount, index) => ({
    年度: String(2026 + (index % 2)),
    内容: `内容${index}`,
    投资额: amount,
    对应指标: '营业收入、发明专利',
  })),
});

describe('“三新一强”推进计划', () => {
  it('指标和投资按年分列，合计算出', async () => {
    const sheet = await plan();
    expect(valueAt(sheet, '营业收入', '2026年')).toBe('13500');
    expect(valueAt(sheet, '营业收入', '2027年')).toBe('15000');
    expect(valueAt(sheet, '发明专利', '2026年')).toBe('【待补充】');
    expect(valueAt(sheet, '高速轴承产线', '2026年')).toBe('1200');
    expect(valueAt(sheet, '高速轴承产线', '合计')).toBe('1500');
    expect(valueAt(sheet, '陶瓷球研发', '2026年')).toBe('—');
    const money = sheet.tables.find(({ cells }) => cells.some(({ text }) => text === '投资内容'));
    const last = money?.cells.filter(({ row }) => row === money.rows - 1).map(({ text }) => text);
    expect(last).toEqual(['合计', '—', '—', '1200', '800', '2000']);
  });

  it('投资明细合计恰好等于总投资才说一致；差一点就写出差额，不改数', async () => {
    expect(valueAt(await plan(), SUM)).toBe('一致：2000万元');
    expect(valueAt(await plan(items('1200', '799.99')), SUM)).toBe(
      '【核对：明细合计1999.99万元，推进计划总投资2000万元，相差0.01万元】',
    );
    expect(valueAt(await plan(items('1200', '800.01')), SUM)).toBe(
      '【核对：明细合计2000.01万元，推进计划总投资2000万元，相差0.01万元】',
    );
  });

  it('有一笔没填投资额，不下一致的结论；没有总投资是待补充', async () => {
    expect(valueAt(await plan(items('2000', '')), SUM)).toBe(
      '【核对：已填的合计2000万元，明细未填全，不能与2000万元比对】',
    );
    expect(valueAt(await plan({ 推进计划总投资: '' }), SUM)).toBe('【待补充】');
    expect(valueAt(await plan({ 推进计划投资明细: undefined }), SUM)).toBe('【待补充】');
  });

  it('指标、投资、措施两个方向都要对应', async () => {
    expect(valueAt(await plan(), TARGETS)).toBe('一一对应');
    const lonely = [{ 年度: '2026', 内容: '产线', 投资额: '2000', 对应指标: '营业收入、产值' }];
    const sheet = await plan({ 推进计划投资明细: lonely });
    expect(valueAt(sheet, TARGETS)).toBe('【核对：无对应：发明专利】');
    expect(valueAt(sheet, '推进计划投资明细的每项对应指标在推进计划指标的名称中有对应')).toBe(
      '【核对：无对应：产值】',
    );
  });

  it('对应指标没填的不算对应', async () => {
    const blank = [{ 年度: '2026', 内容: '产线', 投资额: '2000' }];
    expect(valueAt(await plan({ 推进计划投资明细: blank }), TARGETS)).toBe(
      '【核对：无对应：营业收入、发明专利】【核对：推进计划投资明细有1条未填对应指标】',
    );
  });

  it('指标项数按名称计：7项提示，8项、12项不提示，13项提示', async () => {
    const label = '推进计划指标的项数在8至12之间';
    const targets = (count: number) => ({
      推进计划指标: Array.from({ length: count }, (_, index) => ({ 名称: `指标${index}`, 年度: '2027' })),
    });
    expect(valueAt(await plan(targets(7)), label)).toBe('【核对：现7项】');
    expect(valueAt(await plan(targets(8)), label)).toBe('8项');
    expect(valueAt(await plan(targets(12)), label)).toBe('12项');
    expect(valueAt(await plan(targets(13)), label)).toBe('【核对：现13项】');
  });

  it('年度跨度不超过培育期', async () => {
    const label = '推进计划投资明细的年度不超过推进计划培育期';
    expect(valueAt(await plan(), label)).toBe('2026、2027年，跨2年');
    const three = ['2026', '2028'].map((year) => ({ 年度: year, 内容: '产线', 投资额: '1000' }));
    expect(valueAt(await plan({ 推进计划投资明细: three }), label)).toBe(
      '【核对：2026、2028年，跨3年，超过2年】',
    );
  });
});
