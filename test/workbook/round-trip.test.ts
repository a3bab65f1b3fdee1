import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Fact,
  FIELDS,
  type Field,
  fromPlain,
  type Profile,
  type ProfileRecord,
  profileYaml,
  type RecordList,
  readProfile,
  readValue,
  readYaml,
} from '../../src/profile/index.ts';
import { readQuestionnaire } from '../../src/workbook/index.ts';
import { read } from '../properties/support/draft.ts';
import { situations } from '../properties/support/profiles.ts';
import { holds, holdsLater } from '../properties/support/settings.ts';
import { content, FILE, profileOf, questionnaire } from './support.ts';

const throughWorkbook = async (profile: Profile) => readQuestionnaire(await questionnaire(profile), FILE);
const throughYaml = (profile: Profile): Profile =>
  readProfile(readYaml(profileYaml(profile), '档案.yaml')).profile;

const SAMPLES = readdirSync('profiles').filter((name) => name.endsWith('.yaml'));

/** What people, and those who mean ill, may write into a cell. */
const HOSTILE = [
  '=1+1',
  '+86 10',
  '-甲',
  '@乙',
  '无',
  '没有',
  '[]',
  '["甲"]',
  '甲、乙',
  'A, B; C',
  '一行\n二行',
  '\r\n丙',
  '_x0041_',
  '_x005F_',
  '_xD842__xDFB7_',
  '甲\u0007乙',
  '\u0000',
  '<a>&amp;"\'',
  '2026-01-31',
  '007',
  '1e3',
  '是',
  'true',
  '（有，详情不知）',
  '# 注',
  ': 值',
  '- 条',
  '{键: 值}',
  '&锚 *别名',
  '👩‍🔬𠮷',
  '　全角空格　x',
] as const;
const texts = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.constantFrom('甲', '乙（虚构）', '2025年审计报告'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
);

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.nat(6))
  .map(([digits, places]) => {
    const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
    const cut = text.length - places;
    return `${digits < 0n ? '-' : ''}${text.slice(0, cut)}${places === 0 ? '' : `.${text.slice(cut)}`}`;
  });
const dates = fc
  .tuple(
    fc.integer({ min: 1890, max: 2090 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));

const raw = (field: Field): fc.Arbitrary<string | readonly string[]> => {
  switch (field.kind) {
    case 'boolean':
      return fc.constantFrom('是', '否');
    case 'choice':
      return fc.constantFrom(...field.choices);
    case 'multi':
      return fc.subarray([...field.choices]);
    case 'date':
      return field.yearOnly ? fc.oneof(dates, fc.constantFrom('1995', '2026')) : dates;
    case 'year':
      return fc.constantFrom('1999', '2025');
    case 'number':
      return field.dimension === 'rank'
        ? fc.integer({ min: 1, max: 999 }).map(String)
        : decimals.map((text) => (field.nonNegative ? text.replace('-', '') : text));
    default:
      return field.list ? fc.array(texts, { maxLength: 3 }) : texts;
  }
};

const isBlankText = (text: string): boolean => ['', '~', 'null', 'Null', 'NULL'].includes(text.trim());
const extra = fc.option(texts, { nil: undefined, freq: 1 });
const told = (text: string | undefined, key: 'source' | 'evidence' | 'note') =>
  text === undefined || isBlankText(text) ? {} : { [key]: text };

/** Any fact of the field that can be read from a file; undefined for a blank. */
const facts = (field: Field): fc.Arbitrary<Fact | undefined> =>
  fc.tuple(raw(field), fc.nat(3), extra, extra, extra).map(([input, roll, source, evidence, note]) => {
    const parts =
      typeof input === 'string'
        ? input
        : input.filter((part) => !isBlankText(part)).map((part) => part.trim());
    if (typeof parts === 'string' && isBlankText(parts)) return undefined;
    const read = readValue(field, parts);
    if (!('value' in read)) return undefined;
    const extras =
      roll > 0 ? {} : { ...told(source, 'source'), ...told(evidence, 'evidence'), ...told(note, 'note') };
    return { value: read.value, ...extras };
  });

const sometimes = (field: Field): fc.Arbitrary<Fact | undefined> =>
  fc.oneof(fc.constant(undefined), facts(field));

const known = <Value>(values: Readonly<Record<string, Value | undefined>>): Map<string, Value> =>
  new Map(
    Object.entries(values).flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const])),
  );

const recordOf = (list: Field): fc.Arbitrary<ProfileRecord> =>
  fc.record(Object.fromEntries(list.attributes.map((item) => [item.id, sometimes(item)]))).map(known);

const listOf = (field: Field): fc.Arbitrary<RecordList | undefined> =>
  fc.oneof(
    fc.constant(undefined),
    fc.record({ items: fc.array(recordOf(field), { maxLength: 3 }), complete: fc.boolean() }),
  );

const yearsOf = (field: Field) =>
  fc
    .record(Object.fromEntries([2019, 2024, 2025, 2026].map((year) => [String(year), sometimes(field)])))
    .map((years) => new Map([...known(years)].map(([year, fact]) => [Number(year), fact] as const)));

const pick = (match: (field: Field) => boolean): readonly Field[] => FIELDS.filter(match);
const entries = <Value>(fields: readonly Field[], arbitrary: (field: Field) => fc.Arbitrary<Value>) =>
  fc.record(Object.fromEntries(fields.map((field) => [field.id, arbitrary(field)])));

/** Any profile: every field of the dictionary, any text, sources, lists in every state. */
const profiles: fc.Arbitrary<Profile> = fc
  .record({
    single: entries(
      pick((field) => !field.yearly && field.kind !== 'records'),
      sometimes,
    ),
    yearly: entries(
      pick((field) => field.yearly),
      yearsOf,
    ),
    records: entries(
      pick((field) => field.kind === 'records'),
      listOf,
    ),
  })
  .map(({ single, yearly, records }) => ({
    single: known(single),
    yearly: new Map(Object.entries(yearly).filter(([, years]) => years.size > 0)),
    records: known(records),
  }))
  .filter(({ single }) => single.size > 0);

describe('YAML → 采集表 → YAML 不丢不变', () => {
  it.each(SAMPLES)('%s', async (name) => {
    const path = join('profiles', name);
    const profile = profileOf(readFileSync(path, 'utf8'));
    const back = await throughWorkbook(profile);
    expect(content(back.profile)).toEqual(content(profile));
    expect(back.diagnostics.filter(({ code }) => code !== 'W140')).toEqual([]);
    expect(profileYaml(back.profile)).toBe(profileYaml(profile));
    expect(content(throughYaml(back.profile))).toEqual(content(profile));
  });

  it('来源、佐证、备注，逐年的和记录里的，都回得来', async () => {
    const profile = profileOf(`
企业名称: {值: 示例（虚构）有限公司, 佐证: 营业执照}
营业收入: {2025: {值: 5512.5万元, 来源: 2025年审计报告, 备注: 合并口径}, 2024: 5200万元}
知识产权:
  - {名称: 甲, 种类: {值: 发明专利, 来源: 证书, 佐证: 附件3}}
  - {名称: 乙, 数量: {值: 2项, 备注: 待核}}`);
    const { profile: back } = await throughWorkbook(profile);
    expect(content(back)).toEqual(content(profile));
    expect(back.yearly.get('revenue')?.get(2025)?.source).toBe('2025年审计报告');
    expect(back.yearly.get('revenue')?.get(2025)?.note).toBe('合并口径');
    expect(back.records.get('ip')?.items[0]?.get('kind')?.evidence).toBe('附件3');
    expect(back.records.get('ip')?.items[1]?.get('quantity')?.note).toBe('待核');
  });

  it('清单的四种状态各是各：没问、无、列全、未列全（包括一条没写的）', async () => {
    const profile = profileOf(`
企业名称: 甲
科技奖励: 无
标准: [{名称: 某标准}]
称号: {未列全: 是, 记录: [{名称: 创新型中小企业}]}
研发机构: {未列全: 是, 记录: []}
信息系统: [{}, {名称: 乙}]
产品认证: [{名称: 无}]`);
    const { profile: back } = await throughWorkbook(profile);
    expect(content(back)).toEqual(content(profile));
    expect(back.records.has('incidents')).toBe(false);
    expect(back.records.get('awards')).toMatchObject({ items: [], complete: true });
    expect(back.records.get('titles')?.complete).toBe(false);
    expect(back.records.get('rdUnits')).toMatchObject({ items: [], complete: false });
    expect(back.records.get('systems')?.items.map((item) => item.size)).toEqual([0, 1]);
    expect(back.records.get('productsCertified')?.items.map((item) => item.get('name')?.value)).toEqual([
      '无',
    ]);
  });

  it('超过15位的数、极小的百分比，一位不差', async () => {
    const profile = profileOf(`
企业名称: 甲
注册资本: 123456789012345.6789万元
信贷满足率: 33.3333333333333333%
资金需求额: 0.000001元`);
    expect(content((await throughWorkbook(profile)).profile)).toEqual(content(profile));
  });

  it('生僻字（𠮷）不管落在文件的哪个位置都不丢', async () => {
    const profile = profileOf(`企业名称: ${'𠮷'.repeat(12_000)}`);
    expect(content((await throughWorkbook(profile)).profile)).toEqual(content(profile));
    const shifted = profileOf(`企业名称: a${'𠮷'.repeat(12_000)}`);
    expect(content((await throughWorkbook(shifted)).profile)).toEqual(content(shifted));
  });

  it('1905 年的日期（与只填年份分得开）、1900 年以前的日期', async () => {
    const profile = profileOf('成立日期: 1905-07-05\n申报截止日: 1899-12-31\n填报日期: 1906-01-01');
    expect(content((await throughWorkbook(profile)).profile)).toEqual(content(profile));
  });

  it('凭规则造的企业', async () => {
    await holdsLater(
      8,
      fc.asyncProperty(situations, async ({ draft }) => {
        const profile = read(draft);
        fc.pre(profile.single.size + profile.yearly.size + profile.records.size > 0);
        expect(content((await throughWorkbook(profile)).profile)).toEqual(content(profile));
        expect(content(throughYaml(profile))).toEqual(content(profile));
      }),
    );
  });

  it('任意字段、任意文字、来源、各种状态的清单：经过工作簿', async () => {
    await holdsLater(
      Number(process.env.RUNS ?? 10),
      fc.asyncProperty(profiles, async (profile) => {
        expect(content((await throughWorkbook(profile)).profile)).toEqual(content(profile));
      }),
    );
  });

  it('任意字段、任意文字、来源、各种状态的清单：经过 YAML', () => {
    holds(
      100,
      fc.property(profiles, (profile) => {
        expect(content(throughYaml(profile))).toEqual(content(profile));
      }),
    );
  });
});

describe('写成 YAML', () => {
  it('照词典的顺序，中文键，带单位，空的不写', () => {
    const profile = readProfile(
      fromPlain({
        研发费用: { 2024: '0.058亿元', 2025: '620' },
        营业收入: { 2025: '5512.5' },
        信贷满足率: '80%',
        行业代码: '0111',
        企业名称: '甲',
        已上市: '无',
        知识产权: [{ 数量: '2', 名称: '乙' }],
        推进计划投资明细: [{ 年度: '2026', 投资额: '12' }],
        负债总额: {},
      }),
    ).profile;
    expect(profileYaml(profile)).toBe(`基本情况:
  企业名称: 甲
  行业代码: "0111"

上市与融资:
  已上市: 否
  信贷满足率: 80%

年度数据:
  2025:
    营业收入: 5512.5万元
    研发费用: 620万元
  2024:
    研发费用: 580万元

知识产权情况:
  知识产权:
    - {名称: 乙, 数量: 2项}

推进计划情况:
  推进计划投资明细:
    - {年度: 2026, 投资额: 12万元}
`);
  });
});
