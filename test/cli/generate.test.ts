import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { asList, asRecord, DAY, json, SAMPLES, STACK, tempFolder, zjtx } from './support.ts';

const COMPANY = '示例一号精密轴承（虚构）有限公司';
const generate = (out: string, ...rest: string[]) => zjtx(['generate', ...rest, '--out', out, ...DAY]);
const filesIn = (folder: string): string[] => readdirSync(folder).sort();
const write = (folder: string, name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('zjtx generate', () => {
  it('makes what the next step of the ladder asks for, in a folder of the company', () => {
    const out = tempFolder();
    const run = generate(out, SAMPLES.exact);
    expect(run.code).toBe(0);
    expect(filesIn(join(out, COMPANY))).toEqual(
      expect.arrayContaining([
        '佐证材料清单.docx',
        '主导产品细分市场占有率说明（1000字）.docx',
        '企业总体情况简要介绍（2000字骨架）.docx',
        '封面和目录.docx',
        '清单.md',
        '真实性声明和合规经营承诺.docx',
        '研究成果及应用情况（300字）.docx',
        '补短板填空白说明（300字）.docx',
        'Ⅰ类知识产权应用说明（每项500字）.docx',
      ]),
    );
    expect(filesIn(join(out, COMPANY)).filter((name) => /300字）|30字/.test(name))).toHaveLength(2);
    expect(existsSync(join(out, '申报企业汇总表.xlsx'))).toBe(false);
  });

  it('for a programme of 2021 takes its limits: 300, 30 and 30', () => {
    const out = tempFolder();
    generate(out, SAMPLES.exact, '-p', 'national-little-giant-2021-batch3');
    const names = filesIn(join(out, COMPANY));
    expect(names).toEqual(
      expect.arrayContaining([
        '企业总体情况简要介绍（300字）.docx',
        '研究成果及应用情况（30字）.docx',
        '补短板说明（30字）.docx',
      ]),
    );
    expect(names.filter((name) => /2000字|1000字/.test(name))).toEqual([]);
  });

  it('says first that 重点“小巨人” may not be applied for with the help of others', () => {
    const out = tempFolder();
    const run = generate(out, SAMPLES.exact, '-p', 'national-key-little-giant-2024');
    const notice = '不得借助第三方机构申请';
    expect(run.err.split('\n')[0]).toContain(notice);
    const list = readFileSync(join(out, COMPANY, '清单.md'), 'utf8');
    expect(list.indexOf(notice)).toBeGreaterThan(0);
    expect(list.indexOf(notice)).toBeLessThan(list.indexOf('评估日'));
  });

  it('清单.md tells the programme, what was made, what a person must do and every blank', () => {
    const out = tempFolder();
    generate(out, SAMPLES.exact, '--only', '研发成果300字', '--only', '佐证材料清单');
    const list = readFileSync(join(out, COMPANY, '清单.md'), 'utf8');
    expect(list).toContain(
      '- 专精特新“小巨人”企业（2026年标准）（national-little-giant-2026）：预检符合（可计算条件符合23/23，不符合0，缺资料0，待人核实0）',
    );
    expect(list).toContain('- 研究成果及应用情况（300字）.docx：待补充4处\n');
    expect(list).toContain(
      '\n- 研究成果及应用情况（300字）.docx\n  - 合作院校机构\n  - 研究成果及应用\n  - 配套客户\n',
    );
    expect(list).toContain('- 核对（佐证材料清单.docx）：');
    expect(list).not.toMatch(/undefined|NaN/);
  });

  it('--only with a typo suggests the name', () => {
    const run = generate(tempFolder(), SAMPLES.exact, '--only', '研发成果300子');
    expect(run.code).toBe(2);
    expect(run.err).toContain('E160：没有名为“研发成果300子”的文件');
    expect(run.err).toContain('是不是想写“研发成果300字”？');
  });

  it('--json tells paths, blanks, verdict and what was left out', () => {
    const out = tempFolder();
    const profile = write(
      out,
      '档案.yaml',
      '企业名称: 甲（虚构）有限公司\n注册地: 海南省海口市\n补短板锻长板填空白: 否\n',
    );
    const run = generate(
      out,
      profile,
      '-p',
      'national-little-giant-2026',
      '--only',
      '补短板说明300字',
      '--json',
    );
    const [company] = asList(json(run).companies);
    expect(company).toMatchObject({
      name: '甲（虚构）有限公司',
      programmes: [{ id: 'national-little-giant-2026', verdict: 'unknown' }],
      documents: [],
      skipped: [{ name: '补短板填空白说明（300字）.docx', reason: '档案中“补短板锻长板填空白”为“否”' }],
    });
  });

  it('a company that holds every title is told to name a programme, and nothing is written', () => {
    const out = tempFolder();
    const titles = [
      '科技型中小企业',
      '创新型中小企业',
      '专精特新中小企业',
      '专精特新“小巨人”企业',
      '重点“小巨人”企业',
    ];
    const profile = write(
      out,
      '档案.yaml',
      `企业名称: 甲（虚构）有限公司\n注册地: 海南省\n称号:\n${titles.map((title) => `  - {名称: ${title}, 认定日: 2025-01-01, 有效期至: 2028-01-01}\n`).join('')}`,
    );
    const run = generate(join(out, '底稿'), profile);
    expect(run.code).toBe(2);
    expect(run.err).toContain('E161');
    expect(run.err).toContain('--programme');
    expect(existsSync(join(out, '底稿'))).toBe(false);
  });

  it('all unreadable profiles are told at once, and nothing is written', () => {
    const out = tempFolder();
    const bad = [write(out, '一.yaml', '营业收人: 1\n'), write(out, '二.yaml', '企业名: [\n')];
    const run = generate(join(out, '底稿'), SAMPLES.exact, ...bad, join(out, '没有.yaml'));
    expect(run.code).toBe(2);
    for (const name of ['一.yaml', '二.yaml', '没有.yaml']) expect(run.err).toContain(name);
    expect(run.err).not.toMatch(STACK);
    expect(existsSync(join(out, '底稿'))).toBe(false);
  });
});

describe('zjtx generate again', () => {
  const only = ['--only', '研发成果300字'];
  const NAME = '研究成果及应用情况（300字）';

  it('same input, same bytes: nothing is touched', () => {
    const out = tempFolder();
    const first = generate(out, SAMPLES.exact, ...only);
    const before = readFileSync(join(out, COMPANY, `${NAME}.docx`));
    const again = generate(out, SAMPLES.exact, ...only);
    expect(again.code).toBe(0);
    expect(readFileSync(join(out, COMPANY, `${NAME}.docx`)).equals(before)).toBe(true);
    expect(filesIn(join(out, COMPANY))).toEqual(['清单.md', `${NAME}.docx`].sort());
    expect(first.out).not.toContain('未变');
    expect(again.out.match(/未变/g)).toHaveLength(2);
  });

  it('an edited file is kept; the new one is written beside it once, and said', () => {
    const out = tempFolder();
    generate(out, SAMPLES.exact, ...only);
    const path = join(out, COMPANY, `${NAME}.docx`);
    const original = readFileSync(path);
    writeFileSync(path, '我改过的');
    const run = generate(out, SAMPLES.exact, ...only);
    expect(run.code).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe('我改过的');
    expect(readFileSync(join(out, COMPANY, `${NAME}（新）.docx`)).equals(original)).toBe(true);
    expect(run.out).toContain(`${NAME}（新）.docx`);
    expect(run.out).toContain('没有覆盖，写在旁边');
    expect(run.err).toContain('--force');
    generate(out, SAMPLES.exact, ...only);
    expect(filesIn(join(out, COMPANY))).toHaveLength(3);
    writeFileSync(join(out, COMPANY, `${NAME}（新）.docx`), '也改过');
    generate(out, SAMPLES.exact, ...only);
    expect(readFileSync(join(out, COMPANY, `${NAME}（新）.docx`), 'utf8')).toBe('也改过');
    expect(readFileSync(join(out, COMPANY, `${NAME}（新2）.docx`)).equals(original)).toBe(true);
  });

  it('--force overwrites', () => {
    const out = tempFolder();
    generate(out, SAMPLES.exact, ...only);
    const path = join(out, COMPANY, `${NAME}.docx`);
    const original = readFileSync(path);
    writeFileSync(path, '我改过的');
    const run = generate(out, SAMPLES.exact, ...only, '--force');
    expect(run.out).toContain('已覆盖');
    expect(readFileSync(path).equals(original)).toBe(true);
    expect(filesIn(join(out, COMPANY))).toHaveLength(2);
  });

  it('a folder in the place of a file is said, not overwritten', () => {
    const out = tempFolder();
    mkdirSync(join(out, COMPANY, `${NAME}.docx`), { recursive: true });
    const run = generate(out, SAMPLES.exact, ...only);
    expect(run.code).toBe(2);
    expect(run.err).toContain('是一个文件夹');
  });
});

describe('several companies', () => {
  it('get a folder each, and one table as DOCX and XLSX with numbers as numbers', async () => {
    const out = tempFolder();
    const run = generate(out, SAMPLES.exact, SAMPLES.small);
    expect(run.code).toBe(0);
    expect(filesIn(out)).toEqual(
      [
        '示例一号精密轴承（虚构）有限公司',
        '示例四号新材料（虚构）有限公司',
        '申报企业汇总表.docx',
        '申报企业汇总表.xlsx',
      ].sort(),
    );
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(out, '申报企业汇总表.xlsx'));
    const rows: unknown[][] = [];
    workbook.worksheets[0]?.eachRow((row) => {
      const cells: unknown[] = [];
      row.eachCell({ includeEmpty: true }, (cell) => cells.push(cell.value));
      rows.push(cells);
    });
    const head = rows.find((row) => row.includes('企业名称')) ?? [];
    const at = (label: string): number => head.indexOf(label);
    const first = rows.find((row) => row.includes(COMPANY)) ?? [];
    expect(first[at('营业收入（万元）')]).toBe(5512.5);
    expect(first[at('资产负债率（%）')]).toBe(75);
    expect(first[at('申报项目')]).toBe('专精特新“小巨人”企业');
    expect(first[at('预检结论')]).toBe('符合');
  });

  it('of the same name get different folders', () => {
    const out = tempFolder();
    cpSync(SAMPLES.exact, join(out, '又一份.yaml'));
    const run = generate(join(out, '底稿'), SAMPLES.exact, join(out, '又一份.yaml'), '--only', '真实性声明');
    expect(run.code).toBe(0);
    expect(filesIn(join(out, '底稿'))).toEqual([COMPANY, `${COMPANY}（2）`].sort());
  });

  it('a name that Windows would not take becomes a safe folder', () => {
    const out = tempFolder();
    const profile = write(out, '档案.yaml', '企业名称: "甲/乙:丙*（虚构）"\n注册地: 海南省\n');
    const run = generate(
      join(out, '底稿'),
      profile,
      '-p',
      'national-zjtx-sme-2026',
      '--only',
      '真实性声明',
      '--json',
    );
    expect(filesIn(join(out, '底稿'))).toEqual(['甲_乙_丙_（虚构）']);
    expect(asRecord(asList(json(run).companies)[0]).name).toBe('甲/乙:丙*（虚构）');
  });

  it('text that looks like a formula stays text in the workbook', async () => {
    const out = tempFolder();
    const names = ['=1+1（虚构）', '@甲（虚构）'].map((name, index) =>
      write(out, `${index}.yaml`, `企业名称: "${name}"\n注册地: 海南省\n`),
    );
    generate(join(out, '底稿'), ...names, '-p', 'national-zjtx-sme-2026', '--only', '汇总表');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(out, '底稿', '申报企业汇总表.xlsx'));
    const values: unknown[] = [];
    workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => values.push(cell.value)));
    expect(values).toEqual(expect.arrayContaining(['=1+1（虚构）', '@甲（虚构）']));
  });
});
