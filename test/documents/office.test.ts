import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FULL } from './full-sample.ts';
import { generate, programmeDocuments } from './helper.ts';

describe('用办公软件打开', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zjtx-docx-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('全部文件一次转成 PDF，其中按次序找得到填入的文字，没有批注以外的残留', async () => {
    const documents = [
      ...(await generate(FULL, { notices: ['甲提示'] })),
      ...(await programmeDocuments(FULL, ['甲提示'])),
    ];
    const files = documents.map(({ bytes }, index) => {
      const file = join(folder, `${index}.docx`);
      writeFileSync(file, bytes);
      return file;
    });
    const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
      stdio: 'pipe',
    });
    const texts = new Map(
      documents.map(({ name }, index) => [
        name,
        execFileSync('pdftotext', ['-layout', join(folder, `${index}.pdf`), '-'], {
          encoding: 'utf8',
        }).replace(/\s/g, ''),
      ]),
    );
    for (const [start, ...wanted] of EXPECTED) {
      const text = [...texts].find(([name]) => name.startsWith(start))?.[1] ?? '';
      let at = 0;
      for (const words of wanted) {
        const found = text.indexOf(words, at);
        expect(found, `${start}：${words}`).toBeGreaterThanOrEqual(0);
        at = found + words.length;
      }
    }
    for (const [name, text] of texts) expect(text, name).not.toMatch(/undefined|NaN|\[object|\{[^}]*\}/);
    expect(texts.get('企业总体情况简要介绍（2000字骨架）.docx')).not.toContain('示例');
  });
});

/** Start of the name, then texts in their order. */
const EXPECTED: readonly (readonly [string, ...string[]])[] = [
  ['第八批', '甲提示', '示例精密轴承（虚构）有限公司', '☑民营', '12345.678', '十二、其他', '推荐意见'],
  [
    '企业总体情况简要介绍（2000字',
    '甲提示',
    '主导产品为高速精密滚动轴承',
    '三、是否属于工业稳增长',
    '字符数：',
  ],
  ['主导产品细分市场占有率说明', '1.细分市场范围。', '3.占有率和排名。', '4.主要竞争对手。', '字符数：'],
  ['补短板填空白说明', '高速电主轴轴承用于高速电主轴', '科技成果鉴定“高速电主轴轴承鉴定”的结论'],
  ['研究成果及应用情况（300字', '与虚构大学联合建设轴承联合实验室。', '成果用于数控机床主轴部件的批量生产'],
  ['Ⅰ类知识产权应用说明', '一种高速轴承保持架', '登记号ZL202000000001.0', '合计'],
  ['真实性声明', '一、真实性声明', '本企业未列入经营异常名录。', '法定代表人（签名）：', '企业（公章）：'],
  ['佐证材料清单', '一、资料清单所列', '营业执照', '01营业执照.pdf', '近三年审计报告', '2023年审计报告'],
  [
    '封面和目录',
    '申报材料',
    '申报单位（盖章）：示例精密轴承（虚构）有限公司',
    '目录',
    '二、佐证材料',
    '营业执照',
  ],
];
