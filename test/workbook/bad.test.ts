import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/base/diagnostic.ts';
import { readQuestionnaire } from '../../src/workbook/index.ts';
import {
  bytesOf,
  FILE,
  filled,
  openBytes,
  put,
  questionnaire,
  refused,
  refusedBytes,
  rewriteParts,
  sheetOf,
  told,
} from './support.ts';

const good = (): Promise<Uint8Array> =>
  filled((workbook) => {
    put(workbook, '基本情况', '企业名称', '甲');
  });
const utf16 = (text: string): number[] => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const codes = async (bytes: Uint8Array): Promise<string[]> =>
  (await refusedBytes(bytes)).map(({ code }) => code);

/** Says in the directory that a part is small, whatever it unpacks to. */
const lieAboutSizes = (bytes: Uint8Array): Uint8Array => {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 <= copy.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  return copy;
};

describe('读不了的工作簿：说清是什么、怎么办', () => {
  it.each<[string, () => Promise<Uint8Array>, string]>([
    ['空文件', async () => new Uint8Array(), 'E402'],
    ['不是压缩包', async () => new TextEncoder().encode('企业名称,甲'), 'E402'],
    ['旧版 .xls', async () => new Uint8Array([...OLE, ...new Array(600).fill(0)]), 'E404'],
    ['设了密码', async () => new Uint8Array([...OLE, ...utf16('EncryptedPackage')]), 'E403'],
    ['没下载完', async () => (await good()).slice(0, 4000), 'E405'],
    ['别的压缩包', async () => new JSZip().file('a.txt', '甲').generateAsync({ type: 'uint8array' }), 'E461'],
    ['客户名单', async () => readFileSync('profiles/客户名单示例.xlsx'), 'E461'],
    [
      '空工作簿',
      async () => {
        const workbook = new ExcelJS.Workbook();
        workbook.addWorksheet('空');
        return bytesOf(workbook);
      },
      'E461',
    ],
    ['没有填的采集表', () => questionnaire(), 'E464'],
  ])('%s', async (_name, make, code) => {
    expect(await codes(await make())).toEqual([code]);
  });

  it('客户名单：指向 zjtx screen', async () => {
    const [diagnostic] = await refusedBytes(readFileSync('profiles/客户名单示例.xlsx'));
    expect(diagnostic?.fix).toContain('zjtx screen');
  });

  it('带 x: 前缀的文件（读成0行）：报错，不当作空表', async () => {
    const bytes = await rewriteParts(await good(), /worksheets\/sheet\d+\.xml$/, (xml) =>
      xml.replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2').replace('xmlns=', 'xmlns:x='),
    );
    const [diagnostic] = await refusedBytes(bytes);
    expect(diagnostic?.code).toBe('E405');
    expect(diagnostic?.fix).toContain('另存');
  });

  it('压缩炸弹：目录写明的大小超限，或目录撒谎，都拒收', async () => {
    const zip = await JSZip.loadAsync(await good());
    zip.file('xl/media/bomb.bin', new Uint8Array(120 * 1024 * 1024));
    const bomb = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await codes(bomb)).toEqual(['E401']);
    expect(await codes(lieAboutSizes(bomb))).toEqual(['E401']);
  });

  it('行数远超采集表：拒收', async () => {
    const diagnostics = await refused((workbook) => {
      const sheet = sheetOf(workbook, '基本情况');
      for (let row = 100; row < 20_200; row += 1) sheet.getCell(row, 3).value = 1;
    });
    expect(told(diagnostics)).toEqual(['E401 基本情况! 工作表“基本情况”有超过 20000 行，不像采集表']);
  });

  it('整列的数据校验不拖慢读取', async () => {
    const bytes = await rewriteParts(await good(), /worksheets\/sheet\d+\.xml$/, (xml) =>
      xml.replace(
        /<dataValidations.*<\/dataValidations>/,
        '<dataValidations count="1"><dataValidation type="whole" sqref="A1:XFD1048576"><formula1>1</formula1></dataValidation></dataValidations>',
      ),
    );
    const { profile } = await readQuestionnaire(bytes, FILE);
    expect(profile.single.get('name')?.value).toBe('甲');
  });

  it('更新版本的采集表：请升级', async () => {
    const diagnostics = await refused((workbook) => {
      put(workbook, '基本情况', '企业名称', '甲');
      sheetOf(workbook, '填写说明').getCell('A1').value = '#说明:2';
    });
    expect(diagnostics.map(({ code, fix }) => [code, fix])).toEqual([['E462', '升级 zjtx 后再读']]);
  });

  it('随机损坏 150 份：要么读出内容，要么是说得清的错误', { timeout: 240_000 }, async () => {
    const bytes = await good();
    let seed = 20261121;
    const random = (limit: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed % limit;
    };
    for (let round = 0; round < 150; round += 1) {
      const damaged = bytes.slice(0, random(3) === 0 ? random(bytes.length) : bytes.length);
      for (let hits = 1 + random(20); hits > 0 && damaged.length > 0; hits -= 1)
        damaged[random(damaged.length)] = random(256);
      try {
        const { profile } = await readQuestionnaire(damaged, FILE);
        expect(profile.single.size).toBeGreaterThan(0);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        expect(error.diagnostics.length).toBeGreaterThan(0);
      }
    }
  });

  it('损坏的 XML 内容：同上', { timeout: 240_000 }, async () => {
    const workbook = await openBytes(await good());
    const count = workbook.worksheets.length;
    const cuts = [/<row /g, /<\/c>/g, /<sheetData>/, /<sst/, /<v>/g];
    for (const cut of cuts) {
      const bytes = await rewriteParts(await good(), /(worksheets\/sheet\d+|sharedStrings)\.xml$/, (xml) =>
        xml.replace(cut, '<坏'),
      );
      expect(await codes(bytes).catch(() => ['读了'])).toHaveLength(1);
    }
    expect(count).toBeGreaterThan(10);
  });
});
