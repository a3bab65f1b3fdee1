import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generate } from './helper.ts';
import { RICH } from './sample.ts';

describe('用办公软件打开', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zjtx-docx-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('两份文件都能转成 PDF，其中找得到填入的文字', async () => {
    const wanted = /^(?:第八批小巨人申请书|企业总体情况简要介绍（2000字)/;
    const documents = (await generate(RICH, { notices: ['甲提示'] })).filter(({ name }) => wanted.test(name));
    expect(documents).toHaveLength(2);
    const files = documents.map(({ bytes }, index) => {
      const file = join(folder, `${index}.docx`);
      writeFileSync(file, bytes);
      return file;
    });
    const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
      stdio: 'pipe',
    });
    const [form = '', narrative = ''] = files.map((_, index) =>
      execFileSync('pdftotext', ['-layout', join(folder, `${index}.pdf`), '-'], { encoding: 'utf8' }).replace(
        /\s/g,
        '',
      ),
    );
    for (const text of [
      '甲提示',
      '十二、其他',
      '示例精密轴承（虚构）有限公司',
      '12345.678',
      '☑民营',
      '【待补充】',
      '推荐意见',
    ]) {
      expect(form).toContain(text);
    }
    for (const text of ['甲提示', '三、是否属于工业稳增长', '主导产品为高速精密滚动轴承', '字符数：']) {
      expect(narrative).toContain(text);
    }
    expect(narrative).not.toContain('示例');
  });
});
