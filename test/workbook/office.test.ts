import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readQuestionnaire } from '../../src/workbook/index.ts';
import { content, profileOf, questionnaire } from './support.ts';

it('LibreOffice 打开另存一遍，读出来一样；转成 PDF 看得到标签和值', { timeout: 240_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zjtx-office-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const profile = profileOf(`${readFileSync('profiles/01-恰好达标-小巨人.yaml', 'utf8')}
传真: "=1+1"
联系人: {值: 某某, 来源: 名片, 备注: "一行\\n二行"}
信息系统: {未列全: 是, 记录: [{名称: _x0041_, 环节: 研发设计}]}
`);
  const path = join(folder, 'form.xlsx');
  writeFileSync(path, await questionnaire(profile));
  const office = `-env:UserInstallation=file://${join(folder, 'office')}`;
  const convert = (to: string, out: string): void => {
    execFileSync('soffice', [office, '--headless', '--convert-to', to, '--outdir', join(folder, out), path], {
      stdio: 'pipe',
    });
  };
  convert('xlsx', 'again');
  const again = await readQuestionnaire(readFileSync(join(folder, 'again/form.xlsx')), 'form.xlsx');
  expect(content(again.profile)).toEqual(content(profile));
  expect(again.diagnostics).toEqual([]);
  expect(again.profile.yearly.get('revenue')?.get(2025)?.at).toEqual({
    file: 'form.xlsx',
    sheet: '年度数据',
    cell: 'E5',
  });
  convert('pdf', 'print');
  const text = execFileSync('pdftotext', ['-layout', join(folder, 'print/form.pdf'), '-'], {
    encoding: 'utf8',
  });
  for (const words of ['企业信息采集表', '* 营业收入（万元）', '5,512.50', '10.00%', '2013-03-01', '已列全'])
    expect(text).toContain(words);
});
